import type { AccountRecord } from './account';
import { assignmentOf } from './assignment';
import { ended, requestOf } from './request';
import { raised } from './settle';
import { snoozeOf } from './snooze';
import type { Snooze } from './snooze';
import type { Instant } from './time';
import { waitedBy } from './waited';

/**
 * The outcome of snoozing an account, or of waking it.
 * - `snoozed`, `woken`: the record has changed; save it
 * - `same`: the same person snoozed it until then already (a repeated click)
 * - `theirs`: somebody else snoozed it, and that was not known to whoever asked
 * - `busy`: somebody else is on it, whose work is not put away behind their back
 * - `awake`: there is nothing to wake
 * - `decided`: it does not wait for anybody any more
 */
export type SnoozeRuling =
  | { readonly ruling: 'snoozed' | 'woken'; readonly record: AccountRecord }
  | { readonly ruling: 'same' | 'theirs' | 'busy' | 'awake' | 'decided'; readonly record: AccountRecord };

/** `seen`: when the snooze began that the person's card showed. */
export function snoozeAccount(
  record: AccountRecord,
  wanted: Omit<Snooze, 'overAt' | 'waited'>,
  seen: Instant | undefined,
): SnoozeRuling {
  if (record.mapping.state !== 'open') return { ruling: 'decided', record };
  const { by, until, reason } = wanted;
  const current = snoozeOf(record);
  const isTheirs = current !== undefined && current.by.id !== by.id;
  if (current?.until === until && current.reason === reason && !isTheirs) return { ruling: 'same', record };
  if (isTheirs && current.at !== seen) return { ruling: 'theirs', record };
  const assignment = assignmentOf(record);
  if (assignment !== undefined && assignment.by.id !== by.id) return { ruling: 'busy', record };
  // Whoever was on it has put it away.
  const { assignment: _over, ...rest } = record;
  const snooze: Snooze = { ...wanted, waited: waitedBy(record, wanted.at) };
  const answered = requestOf(record) === undefined ? rest : ended(rest, 'snoozed', wanted.at);
  return { ruling: 'snoozed', record: raised({ ...answered, snooze }, wanted.at) };
}

/** Anybody who may decide may want it back. */
export function wakeAccount(record: AccountRecord, now: Instant): SnoozeRuling {
  if (snoozeOf(record) === undefined) return { ruling: record.mapping.state === 'open' ? 'awake' : 'decided', record };
  return { ruling: 'woken', record: raised(withoutSnooze(record, now), now) };
}

/** The record with its snooze over; undefined while there is none that is. */
export function endSnooze(record: AccountRecord, now: Instant): AccountRecord | undefined {
  const snooze = snoozeOf(record);
  if (snooze === undefined || snooze.until > now) return undefined;
  const awake = { from: now, before: snooze.waited };
  return raised({ ...record, snooze: { ...snooze, overAt: now }, awake }, now);
}

/** The record as it goes on without its snooze; from now on it waits for somebody again. */
export function withoutSnooze(record: AccountRecord, now: Instant): AccountRecord {
  const { snooze, ...rest } = record;
  return snooze === undefined || snooze.overAt !== undefined
    ? rest
    : { ...rest, awake: { from: now, before: snooze.waited } };
}
