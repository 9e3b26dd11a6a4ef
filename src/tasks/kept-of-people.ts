import { LRUCache } from 'lru-cache';
import type { KeptOfPerson } from '../domain/forget';
import { MINUTE } from '../domain/time';
import type { Instant } from '../domain/time';
import type { Ports } from '../ports';
import { forgetPerson, keptOfPerson } from './forget-person';

/**
 * What is kept of people, for people who ask in chat. Both look through all that is kept, and everybody may ask: so one at
 * a time does, and who asks again within a minute hears what was found.
 */
export interface KeptOfPeople {
  count(personId: string): Promise<KeptOfPerson>;
  forget(personId: string): Promise<void>;
}

const REMEMBERED = 1_000;
const GOOD_FOR = MINUTE;

export function createKeptOfPeople(ports: Pick<Ports, 'store' | 'register' | 'clock' | 'ids'>): KeptOfPeople {
  const counted = new LRUCache<string, { readonly kept: Promise<KeptOfPerson>; readonly at: Instant }>({
    max: REMEMBERED,
  });
  let last: Promise<unknown> = Promise.resolve();

  function inLine<T>(work: () => Promise<T>): Promise<T> {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  }

  return {
    count(personId) {
      const known = counted.get(personId);
      if (known !== undefined && ports.clock.now() - known.at < GOOD_FOR) return known.kept;
      const kept = inLine(() => keptOfPerson(ports, personId, ports.register.allAccounts()));
      counted.set(personId, { kept, at: ports.clock.now() });
      kept.catch(() => counted.delete(personId));
      return kept;
    },
    async forget(personId) {
      counted.delete(personId);
      await inLine(() => forgetPerson(ports, personId));
      counted.delete(personId);
    },
  };
}
