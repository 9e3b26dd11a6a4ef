import type { AccountRecord } from './account';
import type { Instant } from './time';

/** Something in a record that has failed again and again, and what went wrong the last time. */
export interface StuckFailure {
  readonly since: Instant;
  readonly reason: string;
}

/** What has failed for the longest time; undefined when nothing fails. */
export function failureOf({ notices, writeBack }: AccountRecord): StuckFailure | undefined {
  const owed = [...notices.filter((notice) => notice.state !== 'dropped'), writeBack];
  return owed
    .flatMap(({ failingSince, lastError = '' }) =>
      failingSince === undefined ? [] : [{ since: failingSince, reason: lastError }],
    )
    .sort((a, b) => a.since - b.since)[0];
}

/** Notes that somebody was told; undefined when there is nothing to tell: healthy, too early, or told already. */
export function noteStuck(record: AccountRecord, afterMs: number, now: Instant): AccountRecord | undefined {
  const failure = failureOf(record);
  if (failure === undefined || now - failure.since < afterMs || record.stuckToldAt !== undefined) return undefined;
  return { ...record, stuckToldAt: now };
}
