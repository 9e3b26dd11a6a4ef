import { LRUCache } from 'lru-cache';
import type { Timer } from '../timer';
import { atMost } from '../../runtime/at-most';

/** Counts refused requests per address, so that whoever sends many is turned away before any work is done for him. */
export interface Flood {
  /** Whether the address has had too many refusals lately. */
  over(address: string): boolean;
  refused(address: string): void;
}

/** What leaks away steadily: `burst` at once, `perSecond` for ever. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

const REFUSALS: Rate = { burst: 60, perSecond: 2 };
const MAX_ADDRESSES = 10_000;

export function createFlood(timer: Timer): Flood {
  const levels = new LRUCache<string, { readonly level: number; readonly at: number }>(atMost(MAX_ADDRESSES));
  function level(address: string): number {
    const last = levels.get(address);
    return last === undefined ? 0 : Math.max(0, last.level - ((timer.now() - last.at) / 1000) * REFUSALS.perSecond);
  }
  return {
    over: (address) => level(address) >= REFUSALS.burst,
    refused(address) {
      levels.set(address, { level: level(address) + 1, at: timer.now() });
    },
  };
}

/** True as often as the rate allows. */
export function createAllowance(rate: Rate, timer: Timer): () => boolean {
  let used = 0;
  let at = timer.now();
  return () => {
    const now = timer.now();
    used = Math.max(0, used - ((now - at) / 1000) * rate.perSecond);
    at = now;
    if (used + 1 > rate.burst) return false;
    used += 1;
    return true;
  };
}
