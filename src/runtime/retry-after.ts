import { HOUR, SECOND } from '../domain/time';
import type { Clock } from '../domain/time';

/** A service that asks for more is asked again after this; a mistaken date must not silence us for a year. */
const LONGEST = HOUR;

/** Headers with small names, as both kinds of HTTP client have them. */
interface Said {
  readonly 'retry-after'?: string | undefined;
  readonly 'date'?: string | undefined;
}

/**
 * Milliseconds to wait, from either form of `Retry-After`. A date is taken against the answer's own `Date`, since our
 * clock and theirs may disagree.
 */
export function retryAfter(headers: Said, clock: Clock): number | undefined {
  const value = headers['retry-after']?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(value)) return Math.min(LONGEST, Number(value) * SECOND);
  const at = Date.parse(value);
  if (Number.isNaN(at)) return undefined;
  const theirs = Date.parse(headers.date ?? '');
  return Math.min(LONGEST, Math.max(0, at - (Number.isNaN(theirs) ? clock.now() : theirs)));
}
