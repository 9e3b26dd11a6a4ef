import type { AccountRecord } from './account';
import { dateAt, instantAt, sameDate } from './calendar';
import type { TimeZone } from './calendar';
import type { ConversationRecord } from './documents';
import { outOfQuiet, quietUntil } from './quiet';
import { snoozeOf } from './snooze';
import { DAY, HOUR } from './time';
import type { Instant } from './time';
import { waitedBy } from './waited';
import { isWorkday, WORK_BEGINS } from './working-time';

/** After so many days what is still open is said once more; at most three times, and never again. */
export type ReminderSteps = readonly number[];

export const MOST_STEPS = 3;
export const DEFAULT_STEPS: ReminderSteps = [1, 3, 7];
/** Farther ones are no reminders. */
export const FARTHEST_STEP = 90;

/** After what was snoozed is back, and what came at night is there. */
const SAID_AT = WORK_BEGINS + 60;
/** Who was away then says it later the same morning, or on the next working day. */
const UNTIL = 3 * HOUR;

/** Steps as they can be: whole days, rising, three at most; undefined for anything else. */
export function stepsOf(days: readonly number[]): ReminderSteps | undefined {
  const rising = days.every((day, at) => Number.isInteger(day) && day > (days[at - 1] ?? 0) && day <= FARTHEST_STEP);
  return rising && days.length > 0 && days.length <= MOST_STEPS ? days : undefined;
}

/** How many of the steps an account has reached by then. */
export function stepsReached(record: AccountRecord, steps: ReminderSteps, at: Instant): number {
  const waited = waitedBy(record, at);
  return steps.filter((days) => waited >= days * DAY).length;
}

/** All that is said of it has been said, and nobody has decided. */
export function isOverdue(record: AccountRecord, steps: ReminderSteps, now: Instant): boolean {
  return steps.length > 0 && snoozeOf(record) === undefined && stepsReached(record, steps, now) === steps.length;
}

/**
 * The moment of this morning's reminder, when it is due: a working day, its morning or the end of the quiet hours that it
 * falls into, and not said yet that day.
 */
export function reminderDue(
  { remindedAt = 0, settings }: Pick<ConversationRecord, 'remindedAt' | 'settings'>,
  zone: TimeZone,
  now: Instant,
): Instant | undefined {
  const today = dateAt(now, zone);
  const at = outOfQuiet(settings, instantAt(today, SAID_AT, zone));
  if (!isWorkday(today) || !sameDate(dateAt(at, zone), today) || quietUntil(settings, now) !== undefined)
    return undefined;
  if (now < at || now >= at + UNTIL || remindedAt >= at) return undefined;
  // A clock that was moved by a journey does not bring the same day's again.
  return sameDate(dateAt(remindedAt, zone), today) ? undefined : at;
}

/** Accounts of which something is to be said. */
export interface Reminder {
  /** Those that have now been open for so many days, the most days first; of each step once. */
  readonly open: readonly { readonly days: number; readonly accounts: readonly AccountRecord[] }[];
  /** Their snooze has ended since. */
  readonly back: readonly AccountRecord[];
}

/** What is to be said of these accounts that was not said when it was said last. */
export function reminderOf(
  accounts: readonly AccountRecord[],
  steps: ReminderSteps,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): Reminder {
  const awake = accounts.filter((account) => snoozeOf(account) === undefined);
  const back = awake.filter(({ snooze }) => (snooze?.overAt ?? 0) > from);
  const isBack = new Set(back.map(({ id }) => id));
  const reached = awake.flatMap((account) => {
    const count = stepsReached(account, steps, to);
    const isNews = !isBack.has(account.id) && count > stepsReached(account, steps, from);
    return isNews ? [{ account, days: steps[count - 1] ?? 0 }] : [];
  });
  const open = [...steps].reverse().map((days) => ({
    days,
    accounts: reached.filter((one) => one.days === days).map(({ account }) => account),
  }));
  return { open: open.filter((step) => step.accounts.length > 0), back };
}
