import { LRUCache } from 'lru-cache';
import type { Log } from '../../runtime/log';
import type { Timer } from '../timer';

/** Says why requests are refused, each reason once a minute at most: whoever sends thousands must not fill the log. */
export interface RefusalLog {
  /** `fields` of the first of many are told. */
  refused(why: string, fields?: object): void;
}

const EVERY_MS = 60_000;
const MAX_REASONS = 50;

export function createRefusalLog(log: Log, timer: Timer): RefusalLog {
  const reasons = new LRUCache<string, { readonly since: number; untold: number }>({ max: MAX_REASONS });
  return {
    refused(why, fields = {}) {
      const known = reasons.get(why);
      if (known !== undefined && timer.now() - known.since < EVERY_MS) {
        known.untold += 1;
        return;
      }
      reasons.set(why, { since: timer.now(), untold: 0 });
      log.warn({ ...fields, why, alsoSinceLastTold: known?.untold ?? 0 }, 'A request was refused.');
    },
  };
}
