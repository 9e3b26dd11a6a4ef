import { dateAt } from '../../src/domain/calendar';
import { startOfDayBefore } from '../../src/domain/invited-on';
import type { DayBefore } from '../../src/domain/invited-on';

/** Monday, 30 November 2026, after noon in Berlin. */
const NOW = Date.UTC(2026, 10, 30, 13, 0);
const BERLIN = 'Europe/Berlin';
const on = (said: DayBefore) => {
  const at = startOfDayBefore(said, NOW, BERLIN);
  if (typeof at === 'string') return at;
  const { month, day } = dateAt(at, BERLIN);
  return `${day}/${month}`;
};
const day = (month: number, date: number, year?: number): DayBefore => {
  const one = { month, day: date, ...(year === undefined ? {} : { year }) };
  return { span: { from: one, until: one } };
};

it.each<[string, DayBefore, string]>([
  ['on Monday, said on a Monday', { weekday: 'monday' }, '23/11'],
  ['on Friday', { weekday: 'friday' }, '27/11'],
  ['on Sunday', { weekday: 'sunday' }, '29/11'],
  ['today', { span: { named: 'today' } }, '30/11'],
  ['two weeks ago', { ago: { count: 2, unit: 'week' } }, '16/11'],
  ['on 12 May', day(5, 12), '12/5'],
  ['on 29 February, of the last year that has one', day(2, 29), 'ahead'],
  ['on 31 February', day(2, 31), 'no-such-day'],
  ['on 29 February 2026', day(2, 29, 2026), 'no-such-day'],
  ['on 3 December', day(12, 3), 'ahead'],
  ['on 3 December 2025', day(12, 3, 2025), '3/12'],
  ['in December', { span: { month: 12 } }, 'ahead'],
  ['in October', { span: { month: 10 } }, '1/10'],
  ['tomorrow', { span: { named: 'tomorrow' } }, 'ahead'],
  ['next week', { span: { named: 'next_week' } }, 'ahead'],
  ['in two weeks', { span: { next: { count: 2, unit: 'week' } } }, 'ahead'],
  ['next Monday', { ahead: true }, 'ahead'],
  ['on the 24th', { day: 24 }, '24/11'],
  ['on the 30th, said on a 30th', { day: 30 }, '30/11'],
  ['on the 31st, of the last month that has one', { day: 31 }, '31/10'],
  ['on the 32nd', { day: 32 }, 'no-such-day'],
  ['last year', { span: { named: 'last_year' } }, 'unclear'],
  ['in 2025', { span: { year: 2025 } }, 'unclear'],
  ['on a day that nobody can tell', { none: 'unclear' }, 'unclear'],
])('%s', (_words, said, expected) => {
  expect(on(said)).toBe(expected);
});
