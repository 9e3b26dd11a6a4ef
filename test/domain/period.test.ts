import type { Period } from '../../src/domain/answers';
import { periodOf } from '../../src/domain/period';

const span = (name: Period['name'], now: string, zone: string): string => {
  const { from, to } = periodOf(name, Date.parse(now), zone);
  return [from, to].map((at) => new Date(at).toISOString().replace(':00.000Z', 'Z')).join(' ');
};

describe('a period', () => {
  it.each<[Period['name'], string, string, string]>([
    // The day on which clocks change has 25 or 23 hours.
    ['yesterday', '2026-10-26T08:00Z', 'Europe/Berlin', '2026-10-24T22:00Z 2026-10-25T23:00Z'],
    ['yesterday', '2026-03-30T08:00Z', 'Europe/Berlin', '2026-03-28T23:00Z 2026-03-29T22:00Z'],
    ['this_week', '2026-10-28T08:00Z', 'Europe/Berlin', '2026-10-25T23:00Z 2026-11-01T23:00Z'],
    ['last_week', '2026-10-28T08:00Z', 'Europe/Berlin', '2026-10-18T22:00Z 2026-10-25T23:00Z'],
    ['this_month', '2026-10-28T08:00Z', 'Europe/Berlin', '2026-09-30T22:00Z 2026-10-31T23:00Z'],
    ['last_month', '2026-01-10T08:00Z', 'Europe/Berlin', '2025-11-30T23:00Z 2025-12-31T23:00Z'],
    // Late in the evening it is tomorrow in UTC.
    ['today', '2026-11-02T03:00Z', 'America/New_York', '2026-11-01T04:00Z 2026-11-02T05:00Z'],
    ['yesterday', '2026-11-02T18:00Z', 'America/New_York', '2026-11-01T04:00Z 2026-11-02T05:00Z'],
    ['today', '2026-10-04T10:00Z', 'Australia/Sydney', '2026-10-03T14:00Z 2026-10-04T13:00Z'],
    ['this_week', '2026-11-15T20:00Z', 'Asia/Kathmandu', '2026-11-15T18:15Z 2026-11-22T18:15Z'],
    ['today', '2026-11-15T20:00Z', '+05:45', '2026-11-15T18:15Z 2026-11-16T18:15Z'],
    ['today', '2026-11-15T20:00Z', 'UTC', '2026-11-15T00:00Z 2026-11-16T00:00Z'],
  ])('%s at %s in %s', (name, now, zone, expected) => {
    expect(span(name, now, zone)).toBe(expected);
  });
});
