import { MINUTE, SECOND } from './time';

const FIRST = 2 * SECOND;
const LONGEST = 15 * MINUTE;

/**
 * How long to wait after the given number of failed attempts, in milliseconds: doubling from `first` (2 s) to 15 min, of
 * which a random share (0 to 1, passed in) takes away up to half, so that those who failed together do not return together.
 */
export function backoff(attempts: number, random: number, first = FIRST): number {
  const full = Math.min(LONGEST, first * 2 ** Math.min(attempts - 1, 20));
  return Math.round(full * (1 - random / 2));
}
