import { HOUR, SECOND } from '../domain/time';
import type { Clock } from '../domain/time';

/** A service that asks for more is asked again after this; a mistaken date must not silence us for a year. */
const LONGEST = HOUR;

/**
 * Milliseconds to wait, from either form of `Retry-After`. A date is taken against the answer's own `Date`, since our
 * clock and theirs may disagree.
 */
export function retryAfter(headers: Headers, clock: Clock): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (value === undefined || value === '') return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Math.min(LONGEST, Number(value) * SECOND);
  const at = Date.parse(value);
  if (Number.isNaN(at)) return undefined;
  const theirs = Date.parse(headers.get('date') ?? '');
  return Math.min(LONGEST, Math.max(0, at - (Number.isNaN(theirs) ? clock.now() : theirs)));
}
