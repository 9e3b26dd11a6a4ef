import type { AccountRecord } from './account';
import { assignmentOf } from './assignment';
import type { Assignment } from './assignment';
import type { Person } from './person';
import { ended, requestOf } from './request';
import { raised } from './settle';
import { withoutSnooze } from './snoozes';
import type { Instant } from './time';

/**
 * The outcome of taking an account, or of letting it go.
 * - `assigned`, `left`: the record has changed; save it
 * - `yours`: the same person is on it already
 * - `theirs`: somebody else is, and that was not known to whoever asked
 * - `nobodys`: there is nothing to let go
 * - `decided`: nobody need be on it any more
 */
export type AssignRuling =
  | { readonly ruling: 'assigned' | 'left'; readonly record: AccountRecord }
  | { readonly ruling: 'yours' | 'theirs' | 'nobodys' | 'decided'; readonly record: AccountRecord };

/** `over` is the id of the person from whom it is taken knowingly. */
export function assignAccount(
  record: AccountRecord,
  assignment: Pick<Assignment, 'by' | 'at' | 'until'>,
  over: string | undefined,
): AssignRuling {
  if (record.mapping.state !== 'open') return { ruling: 'decided', record };
  const current = assignmentOf(record);
  if (current?.by.id === assignment.by.id) return { ruling: 'yours', record };
  if (current !== undefined && current.by.id !== over) return { ruling: 'theirs', record };
  // Whoever is on it does not let it sleep.
  const awake = withoutSnooze(record, assignment.at);
  const asked = requestOf(record);
  const how = asked?.to.id === assignment.by.id ? 'taken' : 'overtaken';
  const answered = asked === undefined ? awake : ended(awake, how, assignment.at);
  return { ruling: 'assigned', record: raised({ ...answered, assignment }, assignment.at) };
}

/** Only whoever is on it lets it go; somebody else takes it over. */
export function unassignAccount(record: AccountRecord, by: Person, now: Instant): AssignRuling {
  const current = assignmentOf(record);
  if (current === undefined) return { ruling: record.mapping.state === 'open' ? 'nobodys' : 'decided', record };
  if (current.by.id !== by.id) return { ruling: 'theirs', record };
  const { assignment: _left, ...rest } = record;
  return { ruling: 'left', record: raised(rest, now) };
}

/** The record with its assignment lapsed; undefined while there is none to lapse. */
export function lapseAssignment(record: AccountRecord, now: Instant): AccountRecord | undefined {
  const assignment = assignmentOf(record);
  if (assignment === undefined || assignment.until > now) return undefined;
  return raised({ ...record, assignment: { ...assignment, lapsedAt: now } }, now);
}
