import { DEFAULT_STEPS, isOverdue, reminderDue, reminderOf, stepsOf, stepsReached } from '../../src/domain/reminders';
import { endSnooze, snoozeAccount, wakeAccount } from '../../src/domain/snoozes';
import { DAY, HOUR } from '../../src/domain/time';
import { account } from '../builders';

const ana = { id: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Ana Silva' };
const open = account({ writesBack: false });
const seen = open.firstSeenAt;
const asleep = (from: number, until: number) => snoozeAccount(open, { by: ana, at: from, until }, undefined).record;
const at = (iso: string) => Date.parse(iso);

it.each<[readonly number[], boolean]>([
  [[1, 3, 7], true],
  [[5], true],
  [[], false],
  [[3, 1], false],
  [[1, 1], false],
  [[0.5], false],
  [[1, 2, 3, 4], false],
  [[1, 500], false],
])('%j as days: %s', (days, fine) => {
  expect(stepsOf(days) !== undefined).toBe(fine);
});

it('counts for how long an account has waited for somebody, and not for how long it was to wait', () => {
  const reached = (record: typeof open, after: number) => stepsReached(record, DEFAULT_STEPS, seen + after);
  expect([DAY - 1, DAY, 3 * DAY, 7 * DAY].map((after) => reached(open, after))).toEqual([0, 1, 2, 3]);
  const snoozed = asleep(seen + 2 * DAY, seen + 30 * DAY);
  expect(reached(snoozed, 20 * DAY)).toBe(1);
  const back = endSnooze(snoozed, seen + 30 * DAY)!;
  expect([30 * DAY, 31 * DAY, 35 * DAY].map((after) => reached(back, after))).toEqual([1, 2, 3]);
  expect(reached(wakeAccount(snoozed, seen + 10 * DAY).record, 11 * DAY)).toBe(2);
});

it('says each step once, those that are snoozed not at all, and those that are back', () => {
  const said = (record: typeof open, from: number, to: number) => {
    const { open: steps, back } = reminderOf([record], DEFAULT_STEPS, { from: seen + from, to: seen + to });
    return [...steps.map(({ days }) => days), ...back.map(() => 'back')];
  };
  expect(said(open, 0, DAY - 1)).toEqual([]);
  expect(said(open, 0, DAY)).toEqual([1]);
  expect(said(open, DAY, 2 * DAY)).toEqual([]);
  // Nobody was there to say it for a week.
  expect(said(open, 0, 8 * DAY)).toEqual([7]);
  expect(said(open, 7 * DAY, 90 * DAY)).toEqual([]);
  const snoozed = asleep(seen + HOUR, seen + 9 * DAY);
  expect(said(snoozed, 0, 8 * DAY)).toEqual([]);
  const back = endSnooze(snoozed, seen + 9 * DAY)!;
  expect(said(back, 8 * DAY, 9 * DAY + HOUR)).toEqual(['back']);
  expect(said(back, 9 * DAY + HOUR, 10 * DAY)).toEqual([1]);
  expect([isOverdue(open, DEFAULT_STEPS, seen + 7 * DAY), isOverdue(snoozed, DEFAULT_STEPS, seen + 8 * DAY)]).toEqual([
    true,
    false,
  ]);
});

// Germany set its clocks back on the night before Sunday 25 October 2026.
it.each<[string, string, string, string, string | undefined]>([
  ['the morning of a working day', '2026-11-30T09:10:00Z', 'UTC', '2026-11-29T00:00:00Z', '2026-11-30T09:00:00Z'],
  ['earlier that morning', '2026-11-30T08:59:00Z', 'UTC', '2026-11-29T00:00:00Z', undefined],
  ['the afternoon', '2026-11-30T12:00:00Z', 'UTC', '2026-11-29T00:00:00Z', undefined],
  ['a Saturday', '2026-11-28T09:10:00Z', 'UTC', '2026-11-27T00:00:00Z', undefined],
  ['said that day', '2026-11-30T09:40:00Z', 'UTC', '2026-11-30T09:00:00Z', undefined],
  ['before the clocks change', '2026-10-23T07:00:00Z', 'Europe/Berlin', '2026-10-22T07:00:00Z', '2026-10-23T07:00:00Z'],
  ['after it', '2026-10-26T08:00:00Z', 'Europe/Berlin', '2026-10-23T07:00:00Z', '2026-10-26T08:00:00Z'],
  ['after it, an hour early', '2026-10-26T07:30:00Z', 'Europe/Berlin', '2026-10-23T07:00:00Z', undefined],
  [
    'a clock that went west on the same day',
    '2026-11-30T14:10:00Z',
    'America/New_York',
    '2026-11-30T08:00:00Z',
    undefined,
  ],
])('%s', (_, now, zone, before, due) => {
  expect(reminderDue({ remindedAt: at(before), settings: { notifications: true } }, zone, at(now))).toBe(
    due === undefined ? undefined : at(due),
  );
});
