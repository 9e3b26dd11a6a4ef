import {
  dateAt,
  daysAfter,
  fixedOffset,
  fixedZone,
  instantAt,
  offsetAt,
  properName,
  startOf,
  weekdayOf,
} from '../../src/domain/calendar';

const at = (text: string): number => Date.parse(text);
const text = (instant: number): string => new Date(instant).toISOString().replace('.000', '');
const day = (written: string) => {
  const [year = 0, month = 0, date = 0] = written.split('-').map(Number);
  return { year, month, day: date };
};

describe('a zone', () => {
  it.each([
    ['Europe/Berlin', '2026-01-14T08:00:00Z', 60],
    ['Europe/Berlin', '2026-07-14T08:00:00Z', 120],
    ['America/New_York', '2026-01-14T08:00:00Z', -300],
    ['America/New_York', '2026-07-14T08:00:00Z', -240],
    ['Australia/Sydney', '2026-01-14T08:00:00Z', 660],
    ['Australia/Sydney', '2026-07-14T08:00:00Z', 600],
    ['Asia/Kathmandu', '2026-07-14T08:00:00Z', 345],
    ['-04:30', '2026-07-14T08:00:00Z', -270],
    ['Europe/Berlin', '2026-10-25T00:59:59.999Z', 120],
    ['Europe/Berlin', '2026-10-25T01:00:00Z', 60],
    ['Australia/Lord_Howe', '2026-04-04T14:59:59Z', 660],
    ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', 630],
    ['+00:00', '2026-07-14T08:00:00Z', 0],
    ['UTC', '2026-07-14T08:00:00.123Z', 0],
    ['Mars/Olympus', '2026-07-14T08:00:00Z', 0],
  ])('%s is at %s so many minutes ahead: %d', (zone, when, minutes) => {
    expect(offsetAt(at(when), zone)).toBe(minutes);
  });

  it.each([330, -270, 0, 840, -720])('of %d minutes is written and read', (minutes) => {
    expect(fixedOffset(fixedZone(minutes))).toBe(minutes);
  });

  it('has the name that the time zone data give it, or none', () => {
    expect(properName('europe/BERLIN')).toBe('Europe/Berlin');
    expect(['Mars/Olympus', 'W. Europe Standard Time', '', '+01:00', '<script>'].map(properName)).toEqual(
      Array(5).fill(undefined),
    );
  });
});

describe('the time on a clock', () => {
  it.each([
    ['Europe/Berlin', '2026-07-14', 540, '2026-07-14T07:00:00Z'],
    ['Europe/Berlin', '2026-11-16', 540, '2026-11-16T08:00:00Z'],
    ['America/New_York', '2026-11-01', 540, '2026-11-01T14:00:00Z'],
    ['Australia/Sydney', '2026-10-04', 540, '2026-10-03T22:00:00Z'],
    ['Asia/Kathmandu', '2026-10-04', 540, '2026-10-04T03:15:00Z'],
    ['+05:30', '2026-10-04', 540, '2026-10-04T03:30:00Z'],
  ])('in %s on %s, %d minutes past midnight, is %s', (zone, date, minutes, expected) => {
    expect(text(instantAt(day(date), minutes, zone))).toBe(expected);
  });

  it.each([
    // 02:30 does not exist on that day: clocks go from 02:00 to 03:00.
    ['skipped in Berlin', 'Europe/Berlin', '2026-03-29', '2026-03-29T01:30:00Z'],
    ['skipped in New York', 'America/New_York', '2026-03-08', '2026-03-08T07:30:00Z'],
    ['skipped in Sydney', 'Australia/Sydney', '2026-10-04', '2026-10-03T16:30:00Z'],
    // 02:30 comes twice.
    ['doubled in Berlin', 'Europe/Berlin', '2026-10-25', '2026-10-25T00:30:00Z'],
    ['doubled in Sydney', 'Australia/Sydney', '2026-04-05', '2026-04-04T15:30:00Z'],
  ])('that is %s becomes one moment', (_what, zone, date, expected) => {
    expect(text(instantAt(day(date), 150, zone))).toBe(expected);
  });

  it('that is doubled in New York is the first one', () => {
    expect(text(instantAt(day('2026-11-01'), 90, 'America/New_York'))).toBe('2026-11-01T05:30:00Z');
  });

  it('begins a day after midnight where clocks skip it', () => {
    expect(text(startOf(day('2026-09-06'), 'America/Santiago'))).toBe('2026-09-06T04:00:00Z');
    expect(dateAt(startOf(day('2026-09-06'), 'America/Santiago'), 'America/Santiago')).toEqual(day('2026-09-06'));
  });
});

describe('the calendar', () => {
  it('shows the day of the zone', () => {
    expect(dateAt(at('2026-11-28T23:30:00Z'), 'Europe/Berlin')).toEqual(day('2026-11-29'));
    expect(dateAt(at('2026-11-29T03:30:00Z'), 'America/New_York')).toEqual(day('2026-11-28'));
  });

  it('counts over the ends of months', () => {
    expect(weekdayOf(daysAfter(day('2026-11-30'), 1))).toBe('tuesday');
    expect(text(startOf(daysAfter(day('2026-03-01'), -1), 'UTC'))).toBe('2026-02-28T00:00:00Z');
  });
});
