import type { Mapping } from './decision';
import type { Person } from './person';
import { DAY } from './time';
import type { Instant } from './time';

/**
 * Somebody wants an open account to wait until the morning of a day: it is not among what waits before that. It keeps
 * nobody from deciding, and ends with any decision.
 */
export interface Snooze {
  readonly by: Person;
  readonly at: Instant;
  /** The morning on which it comes back. */
  readonly until: Instant;
  /** As typed, in one line. */
  readonly reason?: string;
  /** For how long it had waited for somebody when it was snoozed, in milliseconds. */
  readonly waited: number;
  /** When it came back by itself: said until somebody takes it, snoozes it again or decides. */
  readonly overAt?: Instant;
}

export const LONGEST_REASON = 200;

interface MaySleep {
  readonly snooze?: Snooze;
  readonly mapping: Mapping;
}

/** What makes an open account wait now. */
export function snoozeOf({ snooze, mapping }: MaySleep): Snooze | undefined {
  return mapping.state !== 'open' || snooze === undefined || snooze.overAt !== undefined ? undefined : snooze;
}

/** It has come back not long ago, so it stands on top. */
export function isBack({ snooze, mapping }: MaySleep, now: Instant): boolean {
  return mapping.state === 'open' && snooze?.overAt !== undefined && now - snooze.overAt < DAY;
}
