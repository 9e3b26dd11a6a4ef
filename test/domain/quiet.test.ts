import { WEEKDAYS } from '../../src/domain/calendar';
import { isDigestDue } from '../../src/domain/digest';
import { changedQuiet, quietUntil, USUAL_QUIET } from '../../src/domain/quiet';
import type { PauseAsked } from '../../src/domain/pause';
import type { QuietSetting, QuietWanted } from '../../src/domain/quiet';
import { reminderDue } from '../../src/domain/reminders';
import { conversation } from '../tasks/stand';

const at = (time: string): number => Date.parse(time);
/** A Monday. */
const NOW = Date.parse('2026-11-30T14:00:00Z');
const BERLIN = { timeZone: 'Europe/Berlin' };
const settings = (quiet: Partial<QuietSetting>) => ({ notifications: true, quiet: { on: true, ...quiet } });
const NIGHTS = { from: '18:00', to: '08:00', ...BERLIN };
const USUAL = { ...USUAL_QUIET, ...BERLIN };

it.each<[string, Partial<QuietSetting>, string, string | undefined]>([
  ['by day it is not quiet', NIGHTS, '2026-11-30T12:00:00Z', undefined],
  ['in the evening until the morning', NIGHTS, '2026-11-30T17:00:00Z', '2026-12-01T07:00:00Z'],
  ['before it begins', NIGHTS, '2026-11-30T16:59:59Z', undefined],
  ['at its end it is over', NIGHTS, '2026-12-01T07:00:00Z', undefined],
  ['after midnight', NIGHTS, '2026-12-01T02:00:00Z', '2026-12-01T07:00:00Z'],
  ['a Friday evening lasts until Monday morning', USUAL, '2026-11-27T18:00:00Z', '2026-11-30T07:00:00Z'],
  ['a Sunday noon, too', USUAL, '2026-11-29T12:00:00Z', '2026-11-30T07:00:00Z'],
  ['the night in which clocks go back is an hour longer', NIGHTS, '2026-10-24T20:00:00Z', '2026-10-25T07:00:00Z'],
  ['the night in which they go forward is an hour shorter', NIGHTS, '2027-03-27T20:00:00Z', '2027-03-28T06:00:00Z'],
  ['days alone end in the morning', { days: ['sunday'], ...BERLIN }, '2026-11-29T12:00:00Z', '2026-11-30T07:00:00Z'],
  ['hours by day', { from: '12:00', to: '13:00', ...BERLIN }, '2026-11-30T11:30:00Z', '2026-11-30T12:00:00Z'],
  ['hours by day leave the night alone', { from: '12:00', to: '13:00', ...BERLIN }, '2026-11-30T22:30:00Z', undefined],
  [
    'a day and hours by day',
    { from: '12:00', to: '13:00', days: ['sunday'] },
    '2026-11-29T12:30:00Z',
    '2026-11-30T00:00:00Z',
  ],
  [
    'a zone half an hour off',
    { from: '18:00', to: '08:00', timeZone: '+05:30' },
    '2026-11-30T13:00:00Z',
    '2026-12-01T02:30:00Z',
  ],
  ['off', { ...NIGHTS, on: false }, '2026-11-30T22:00:00Z', undefined],
])('%s', (_, quiet, now, until) => {
  expect(quietUntil(settings(quiet), at(now))).toBe(until === undefined ? undefined : at(until));
});

it('goes by a person’s own clock where the setting names none', () => {
  const quiet = { on: true, from: '18:00', to: '08:00' };
  const now = at('2026-11-30T17:30:00Z');
  expect(quietUntil({ notifications: true, timeZone: 'Europe/Berlin', quiet }, now)).toBe(at('2026-12-01T07:00:00Z'));
  expect(quietUntil({ notifications: true, quiet }, now)).toBeUndefined();
});

const set: QuietSetting = { on: true, from: '20:00', to: '07:00', days: ['sunday'], urgent: true };

it.each<[string, QuietSetting | undefined, QuietWanted, object | undefined]>([
  ['no more said: the usual', undefined, { on: true }, { on: true, ...USUAL_QUIET }],
  ['hours alone', undefined, { on: true, from: '22:00', to: '06:00' }, { on: true, from: '22:00', to: '06:00' }],
  ['one end: the other as usual', undefined, { on: true, from: '19:00' }, { on: true, from: '19:00', to: '08:00' }],
  ['days alone', undefined, { on: true, days: ['saturday'] }, { on: true, days: ['saturday'] }],
  ['the rest stays', set, { on: true, to: '09:00' }, { ...set, to: '09:00' }],
  ['urgent things wait', set, { on: true, urgent: false }, { on: true, from: '20:00', to: '07:00', days: ['sunday'] }],
  ['urgent things alone, where nothing is quiet', undefined, { urgent: true }, undefined],
  ['off remembers', set, { on: false }, { ...set, on: false }],
  ['on again', { ...set, on: false }, { on: true }, set],
  ['all of it', set, { on: true, from: '21:00', to: '06:00', isWhole: true }, { on: true, from: '21:00', to: '06:00' }],
  ['holidays of where they are', undefined, { on: true, holidays: true }, { on: true, holidays: 'DE' }],
  ['holidays of nowhere', undefined, { on: true, holidays: 'XX' }, undefined],
  [
    'days over the turn of the year',
    set,
    { on: true, off: [{ from: { day: 24, month: 12 }, to: { day: 2, month: 1 } }] },
    { ...set, off: [{ from: '2026-12-24', to: '2027-01-02' }] },
  ],
  ['nothing of it', set, { on: true, isWhole: true }, undefined],
  ['an end at its beginning', undefined, { on: true, from: '08:00', to: '08:00' }, undefined],
  ['every day', undefined, { on: true, days: [...WEEKDAYS] }, undefined],
])('wanted so: %s', (_, before, wanted, expected) => {
  expect(changedQuiet(before, wanted, { now: NOW, zone: 'Europe/Berlin', country: 'DE' })).toEqual(expected);
});

it.each<[string, Partial<QuietSetting>, string, string | undefined]>([
  ['a public holiday', { holidays: 'DE' }, '2026-12-25T10:00+01:00', '2026-12-27T08:00+01:00'],
  ['one of a region', { holidays: 'DE-BY' }, '2027-01-06T10:00+01:00', '2027-01-07T08:00+01:00'],
  ['one of another region', { holidays: 'DE' }, '2027-01-06T10:00+01:00', undefined],
  [
    'named days',
    { off: [{ from: '2026-12-24', to: '2027-01-02' }] },
    '2026-12-24T09:00+01:00',
    '2027-01-03T08:00+01:00',
  ],
  ['the day after them', { off: [{ from: '2026-12-24', to: '2026-12-24' }] }, '2026-12-25T09:00+01:00', undefined],
])('%s', (_, quiet, now, until) => {
  const kept = quietUntil(settings({ ...BERLIN, ...quiet }), at(now));
  expect(kept).toBe(until === undefined ? undefined : at(until));
});

describe('a pause', () => {
  it('keeps the clock by which it ends, also without quiet hours', () => {
    const berlin = { timeZone: 'Europe/Berlin', country: undefined, zone: 'Europe/Berlin', now: NOW } as const;
    expect(changedQuiet(undefined, { pause: { minutes: 60 } }, berlin)).toEqual({
      on: false,
      timeZone: 'Europe/Berlin',
      pause: NOW + 3_600_000,
    });
  });

  const place = { now: NOW, zone: 'Europe/Berlin', country: 'DE', timeZone: 'Europe/Berlin' };
  const end = (pause: PauseAsked, before?: QuietSetting) => {
    const next = changedQuiet(before, { pause }, place);
    return next?.pause === undefined ? next : new Date(next.pause).toISOString();
  };
  const nights: QuietSetting = { on: true, from: '18:00', to: '09:30', ...BERLIN };

  it.each<[string, PauseAsked, QuietSetting | undefined, string | undefined]>([
    ['until Friday', { until: { weekday: 'friday' } }, undefined, '2026-12-04T07:00:00.000Z'],
    ['until Friday, where nights are quiet', { until: { weekday: 'friday' } }, nights, '2026-12-04T08:30:00.000Z'],
    ['until tomorrow 9', { until: { named: 'tomorrow' }, time: '09:00' }, undefined, '2026-12-01T08:00:00.000Z'],
    ['until today 18', { until: { named: 'today' }, time: '18:00' }, undefined, '2026-11-30T17:00:00.000Z'],
    ['until 17:00', { time: '17:00' }, undefined, '2026-11-30T16:00:00.000Z'],
    ['until 9, which is tomorrow’s', { time: '09:00' }, undefined, '2026-12-01T08:00:00.000Z'],
    ['for two hours', { minutes: 120 }, undefined, '2026-11-30T16:00:00.000Z'],
    ['until after Easter', { until: { after: 'easter' } }, undefined, '2027-03-30T06:00:00.000Z'],
    ['until today, which has begun', { until: { named: 'today' } }, undefined, undefined],
    ['until nobody knows when', { until: { after: 'holidays' }, time: '09:00' }, undefined, '2027-01-04T08:00:00.000Z'],
    ['until what was', { at: NOW - 1 }, undefined, undefined],
  ])('%s', (_, asked, before, until) => {
    expect(end(asked, before)).toBe(until);
  });

  it('keeps quiet and ends by itself, with hours and without them', () => {
    const until = at('2026-12-04T07:00:00Z');
    const kept = (quiet: QuietSetting, now: number) => quietUntil({ notifications: true, quiet }, now);
    expect(kept({ on: false, pause: until }, NOW)).toBe(until);
    expect(kept({ on: false, pause: until }, until)).toBeUndefined();
    expect(kept({ ...nights, pause: until }, NOW)).toBe(at('2026-12-04T08:30:00Z'));
  });

  it('leaves the hours as they are, stays when they are changed, and goes when it is over or quiet is off', () => {
    const paused = changedQuiet(nights, { pause: { minutes: 60 } }, place);
    expect(paused).toEqual({ ...nights, pause: NOW + 3_600_000 });
    expect(changedQuiet(paused, { on: true, from: '20:00' }, place)?.pause).toBe(NOW + 3_600_000);
    expect(changedQuiet(paused, { pause: 'over' }, place)).toEqual(nights);
    expect(changedQuiet(paused, { on: false }, place)).toEqual({ ...nights, on: false });
    expect(
      changedQuiet(paused, { on: true, from: '20:00' }, { ...place, now: NOW + 7_200_000 })?.pause,
    ).toBeUndefined();
  });
});

/** The hours of a span of days at which it is due, told and not told again. */
function times(from: string, days: number, due: (now: number, toldAt: number) => boolean): string[] {
  const told: string[] = [];
  let toldAt = 0;
  for (let now = at(from); now < at(from) + days * 24 * 3_600_000; now += 1_800_000) {
    if (!due(now, toldAt)) continue;
    toldAt = now;
    told.push(new Date(now).toISOString().slice(0, 16));
  }
  return told;
}

it('brings a digest that would come in quiet hours when they are over, once', () => {
  const digest = { on: true, when: 'daily', time: '19:00' };
  const quiet = { on: true, from: '18:00', to: '08:00', days: ['saturday', 'sunday', 'wednesday'] } as const;
  const due = (now: number, digestSentAt: number) =>
    isDigestDue(conversation({ settings: { notifications: true, digest, quiet: { ...quiet } }, digestSentAt }), now);
  expect(times('2026-11-23T00:00:00Z', 14, due)).toEqual([
    ...['2026-11-23T08:00', '2026-11-24T08:00', '2026-11-26T08:00', '2026-11-27T08:00', '2026-11-30T08:00'],
    ...['2026-12-01T08:00', '2026-12-03T08:00', '2026-12-04T08:00'],
  ]);
});

it('brings a weekly digest of a quiet day in the morning after', () => {
  const digest = { on: true, when: 'sunday', time: '10:00' };
  const due = (now: number, digestSentAt: number) =>
    isDigestDue(conversation({ settings: { ...settings({ days: ['sunday'] }), digest }, digestSentAt }), now);
  expect(times('2026-11-24T00:00:00Z', 14, due)).toEqual(['2026-11-30T08:00', '2026-12-07T08:00']);
});

it('reminds when quiet hours are over on a working day, else on the next one', () => {
  const due = (quiet: Partial<QuietSetting>) => (now: number, remindedAt: number) =>
    reminderDue({ remindedAt, settings: settings(quiet) }, 'UTC', now) !== undefined;
  const late = { from: '18:00', to: '10:30' };
  expect(times('2026-11-27T00:00:00Z', 5, due(late))).toEqual([
    '2026-11-27T10:30',
    '2026-11-30T10:30',
    '2026-12-01T10:30',
  ]);
  expect(times('2026-11-27T00:00:00Z', 5, due({ days: ['monday'] }))).toEqual(['2026-11-27T09:00', '2026-12-01T09:00']);
});
