import { LRUCache } from 'lru-cache';
import type { Clock, Instant } from '../domain/time';
import { atMost } from './at-most';

export interface BreakerSettings {
  /** After so many failures in a row nothing is asked for `breakMs` milliseconds. */
  readonly breakAfter: number;
  readonly breakMs: number;
}

/** What a request is about: the exact call, and whom it concerns, for example one customer. */
export interface Matter {
  readonly call: string;
  readonly subject: string;
}

/**
 * Leaves alone what keeps failing. A call that fails is left alone by itself; the whole service only when calls about
 * several subjects failed in a row, so that one customer whose data the service cannot read blocks nobody else.
 * After the pause one request goes ahead, and the others wait for what becomes of it.
 */
export interface Breaker {
  /** Undefined: go ahead. Otherwise the time at which it may be tried again. */
  refusal(matter: Matter): Instant | undefined;
  succeeded(matter: Matter): void;
  failed(matter: Matter): void;
}

/** So many subjects that fail with nothing good in between are no matter of one customer any more. */
const SEVERAL_SUBJECTS = 3;
const MOST_CALLS = 1_000;

interface Row {
  failures: number;
  until?: Instant;
}

export function createBreaker({ breakAfter, breakMs }: BreakerSettings, clock: Clock): Breaker {
  const calls = new LRUCache<string, Row>(atMost(MOST_CALLS));
  const subjects = new Set<string>();
  const service: Row = { failures: 0 };

  const isClosed = ({ until }: Row): boolean => {
    const now = clock.now();
    // A pause that ends later than any that we give is one from before the clock was set back.
    return until !== undefined && now < until && until <= now + breakMs;
  };

  return {
    refusal({ call }) {
      const own = calls.get(call);
      const rows = own === undefined ? [service] : [service, own];
      const closed = rows.find(isClosed);
      if (closed !== undefined) return closed.until;
      // Whoever comes after the pause tries for all.
      for (const row of rows) if (row.until !== undefined) row.until = clock.now() + breakMs;
      return undefined;
    },
    succeeded({ call }) {
      calls.delete(call);
      subjects.clear();
      service.failures = 0;
      delete service.until;
    },
    failed({ call, subject }) {
      const own = calls.get(call) ?? { failures: 0 };
      calls.set(call, own);
      own.failures += 1;
      service.failures += 1;
      subjects.add(subject);
      const until = clock.now() + breakMs;
      if (own.failures >= breakAfter) own.until = until;
      if (service.failures >= breakAfter && subjects.size >= SEVERAL_SUBJECTS) service.until = until;
    },
  };
}
