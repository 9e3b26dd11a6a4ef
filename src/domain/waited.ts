import type { AccountRecord } from './account';
import type { Instant } from './time';

/** How long an account had waited when it was snoozed last, and when it came back from that. */
export interface Awake {
  readonly from: Instant;
  readonly before: number;
}

type Waits = Pick<AccountRecord, 'firstSeenAt' | 'decisions' | 'snooze' | 'awake'>;

/**
 * For how long an open account has waited for somebody by then, in milliseconds: since we first saw it, or it was opened
 * again, without the time for which it was snoozed.
 */
export function waitedBy({ firstSeenAt, decisions, snooze, awake }: Waits, at: Instant): number {
  if (snooze !== undefined && snooze.overAt === undefined) return snooze.waited;
  if (awake !== undefined) return awake.before + Math.max(0, at - awake.from);
  return Math.max(0, at - Math.max(firstSeenAt, decisions.at(-1)?.at ?? 0));
}
