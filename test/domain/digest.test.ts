import { isDigestDue } from '../../src/domain/digest';
import { conversation } from '../tasks/stand';

const BERLIN = 'Europe/Berlin';
const at = (text: string): number => Date.parse(text);

interface Set {
  readonly zone?: string;
  readonly when?: string;
  readonly time?: string;
  readonly setAt?: string;
  readonly sentAt?: string;
}

function isDue(now: string, { zone = BERLIN, when = 'daily', time = '09:00', setAt, sentAt }: Set = {}): boolean {
  const digest = { on: true, when, time, ...(setAt === undefined ? {} : { setAt: at(setAt) }) };
  const settings = { notifications: true, timeZone: zone, digest };
  return isDigestDue(
    conversation({ settings, ...(sentAt === undefined ? {} : { digestSentAt: at(sentAt) }) }),
    at(now),
  );
}

describe('a digest for nine', () => {
  it.each([
    // In summer and in winter; set in July.
    ['Berlin', BERLIN, '2026-07-15T07:00Z'],
    ['Berlin', BERLIN, '2026-11-16T08:00Z'],
    ['New York', 'America/New_York', '2026-07-15T13:00Z'],
    ['New York', 'America/New_York', '2026-11-16T14:00Z'],
    ['Sydney', 'Australia/Sydney', '2026-07-14T23:00Z'],
    ['Sydney', 'Australia/Sydney', '2026-11-15T22:00Z'],
    ['Kathmandu', 'Asia/Kathmandu', '2026-07-15T03:15Z'],
    ['Kathmandu', 'Asia/Kathmandu', '2026-11-16T03:15Z'],
  ])('in %s comes at nine on the clocks there (%s, %s)', (_where, zone, when) => {
    const before = new Date(at(when) - 60_000).toISOString();
    const setAt = '2026-07-01T10:00Z';
    expect([isDue(before, { zone, setAt }), isDue(when, { zone, setAt })]).toEqual([false, true]);
  });

  it('that was set at three in the afternoon comes the next morning', () => {
    const setAt = '2026-11-17T14:00Z';
    const due = ['2026-11-17T14:00Z', '2026-11-17T22:00Z', '2026-11-18T07:59Z', '2026-11-18T08:00Z'];
    expect(due.map((now) => isDue(now, { setAt }))).toEqual([false, false, false, true]);
  });

  it('that was set before nine comes the same day, and one that was moved to later in the day again', () => {
    expect(isDue('2026-11-17T08:00Z', { setAt: '2026-11-17T07:00Z' })).toBe(true);
    const moved = { time: '15:00', setAt: '2026-11-17T09:30Z', sentAt: '2026-11-17T08:00Z' };
    expect([isDue('2026-11-17T13:59Z', moved), isDue('2026-11-17T14:00Z', moved)]).toEqual([false, true]);
  });

  it('does not come again because its reader travelled west', () => {
    expect(isDue('2026-11-17T14:00Z', { zone: 'America/New_York', sentAt: '2026-11-17T08:00Z' })).toBe(false);
    expect(isDue('2026-11-18T14:00Z', { zone: 'America/New_York', sentAt: '2026-11-17T08:00Z' })).toBe(true);
  });

  it('comes on working days, or on its weekday, of the place', () => {
    // Saturday in Sydney is still Friday in UTC.
    expect(isDue('2026-11-13T22:30Z', { zone: 'Australia/Sydney' })).toBe(false);
    expect(isDue('2026-11-15T22:30Z', { zone: 'Australia/Sydney', when: 'weekly' })).toBe(true);
    expect(isDue('2026-11-16T22:30Z', { zone: 'Australia/Sydney', when: 'weekly' })).toBe(false);
    expect(isDue('2026-11-18T22:30Z', { zone: 'Australia/Sydney', when: 'thursday' })).toBe(true);
  });
});

describe('a digest at an odd hour', () => {
  it('comes once where the hour is doubled, and an hour later where it is skipped', () => {
    const doubled = { time: '02:30', when: 'sunday' };
    expect(isDue('2026-10-25T00:30Z', doubled)).toBe(true);
    expect(isDue('2026-10-25T01:30Z', { ...doubled, sentAt: '2026-10-25T00:30Z' })).toBe(false);
    expect([isDue('2026-03-29T01:00Z', doubled), isDue('2026-03-29T01:30Z', doubled)]).toEqual([false, true]);
  });

  it('comes a little after midnight when it could not come before, but not the next day', () => {
    const late = { time: '23:59', zone: 'UTC' };
    const due = ['2026-11-17T23:59Z', '2026-11-18T00:10Z', '2026-11-18T12:00Z'];
    expect(due.map((now) => isDue(now, { ...late, sentAt: '2026-11-16T23:59Z' }))).toEqual([true, true, false]);
  });
});

describe('a rhythm that is none of ours, stored long ago', () => {
  // Thursday and Friday, then Saturday, Sunday and Monday.
  const mornings = ['2026-07-16', '2026-07-17', '2026-07-18', '2026-07-19', '2026-07-20'];

  it.each(['xyz', 'constructor', '__proto__', '', 'Monday '])(
    'comes on working days, as the settings say: %j',
    (when) => {
      expect(mornings.map((day) => isDue(`${day}T08:00Z`, { when }))).toEqual([true, true, false, false, true]);
    },
  );
});
