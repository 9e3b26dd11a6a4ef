import { createBoundedMap } from './bounded-map';
import type { Timer } from './timer';

/** Counts refused requests per address, so that whoever sends many is turned away before any work is done for him. */
export interface Flood {
  /** Whether the address has had too many refusals lately. */
  over(address: string): boolean;
  refused(address: string): void;
}

const BURST = 60;
const PER_SECOND = 2;
const MAX_ADDRESSES = 10_000;

export function createFlood(timer: Timer): Flood {
  const levels = createBoundedMap<string, { readonly level: number; readonly at: number }>(MAX_ADDRESSES);
  function level(address: string): number {
    const last = levels.get(address);
    return last === undefined ? 0 : Math.max(0, last.level - ((timer.now() - last.at) / 1000) * PER_SECOND);
  }
  return {
    over: (address) => level(address) >= BURST,
    refused(address) {
      levels.set(address, { level: level(address) + 1, at: timer.now() });
    },
  };
}
