import { SECOND } from '../../domain/time';
import type { Clock } from '../../domain/time';

/** What Cosmos' clock showed in its latest answer: ours may differ from the one that `_ts` is taken from. */
export interface ServerClock {
  /** Takes the `date` header of an answer. */
  note(date: string | undefined): void;
  /** Seconds since 1970, not later than Cosmos' clock now. */
  seconds(): number;
}

/** Until an answer tells the time we take ours, less what two clocks may differ by. */
const DOUBT = 300;

export function createServerClock(own: Clock): ServerClock {
  let latest: number | undefined;
  return {
    note: (date) => {
      const told = date === undefined ? Number.NaN : Date.parse(date);
      if (!Number.isNaN(told)) latest = told / SECOND;
    },
    seconds: () => Math.floor(latest ?? own.now() / SECOND - DOUBT),
  };
}
