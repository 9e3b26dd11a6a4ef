import type { Waits } from '../domain/waits';
import { snoozeOf } from '../domain/snooze';
import { isLive } from '../domain/retention';
import type { Ports } from '../ports';

/** What waits for a person, from memory. */
export function whatWaits({ register }: Pick<Ports, 'register'>, personId: string): Waits {
  const own = [...register.allWatches()].filter((watch) => watch.person.id === personId && isLive(watch));
  return {
    open: register.openAccounts().filter((account) => snoozeOf(account) === undefined).length,
    watching: own.sort((a, b) => a.since - b.since).map(({ query }) => query),
  };
}
