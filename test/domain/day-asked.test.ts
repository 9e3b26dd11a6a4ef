import { asOfNow, dayMeant, writtenDay } from '../../src/domain/day-asked';
import type { DayAsked } from '../../src/domain/day-asked';

const date = (text: string) => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { year, month, day };
};
const meant = (asked: DayAsked, today: string, place?: string) => {
  const found = dayMeant(asked, date(today), place);
  return found.meant === 'day' ? writtenDay(found.day) : found.meant;
};

// 30 November 2026 is a Monday.
it.each<[string, DayAsked, string, string]>([
  ['tomorrow', { named: 'tomorrow' }, '2026-11-30', '2026-12-01'],
  ['today', { named: 'today' }, '2026-11-30', 'past'],
  ['Monday on a Monday', { weekday: 'monday' }, '2026-11-30', '2026-12-07'],
  ['Friday on a Monday', { weekday: 'friday' }, '2026-11-30', '2026-12-04'],
  ['Monday week, on a Monday', { weekday: 'monday', inEight: true }, '2026-11-30', '2026-12-14'],
  ['a week on Friday', { weekday: 'friday', inEight: true }, '2026-11-30', '2026-12-11'],
  ['Friday next week', { weekday: 'friday', next: true }, '2026-11-30', '2026-12-11'],
  ['Monday next week on a Sunday', { weekday: 'monday', next: true }, '2026-12-06', '2026-12-07'],
  ['next week', { named: 'next-week' }, '2026-12-04', '2026-12-07'],
  ['next month, which begins on a Saturday', { named: 'next-month' }, '2027-04-20', '2027-05-03'],
  ['next quarter', { named: 'next-quarter' }, '2026-11-30', '2027-01-01'],
  ['next year begins at work', { named: 'next-year' }, '2026-11-30', '2027-01-04'],
  ['the end of the month', { named: 'end-of-month' }, '2026-12-01', '2026-12-31'],
  ['the end of a month that is today', { named: 'end-of-month' }, '2026-11-30', 'past'],
  ['the end of the week on a Friday', { named: 'end-of-week' }, '2026-12-04', '2026-12-11'],
  ['in three days over the end of the year', { in: { count: 3, unit: 'day' } }, '2026-12-30', '2027-01-02'],
  ['in a month from the 31st', { in: { count: 1, unit: 'month' } }, '2027-01-31', '2027-02-28'],
  ['the 15th, before it', { day: 15 }, '2026-12-14', '2026-12-15'],
  ['the 15th, on it', { day: 15 }, '2026-12-15', '2027-01-15'],
  ['the 31st in a month that has none', { day: 31 }, '2026-11-30', '2026-12-31'],
  ['the 31st at the end of January', { day: 31 }, '2027-01-31', '2027-03-31'],
  ['15 January in November', { day: 15, month: 1 }, '2026-11-30', '2027-01-15'],
  ['3 November at the end of November', { day: 3, month: 11 }, '2026-11-30', 'past'],
  ['29 February of no leap year', { day: 29, month: 2, year: 2027 }, '2026-11-30', 'no-such-day'],
  ['30 February', { day: 30, month: 2 }, '2026-11-30', 'no-such-day'],
  ['a day of last year', { day: 1, month: 12, year: 2025 }, '2026-11-30', 'past'],
  ['a slip of the year', { day: 1, month: 12, year: 2072 }, '2026-11-30', 'too-far'],
  ['after the holidays, in December', { after: 'holidays' }, '2026-12-20', '2027-01-04'],
  ['after the holidays, on New Year’s Day', { after: 'holidays' }, '2026-01-01', '2026-01-02'],
  ['after the holidays, in July', { after: 'holidays' }, '2026-07-20', 'unclear'],
  ['after Christmas', { after: 'christmas' }, '2026-12-20', '2026-12-28'],
  ['what nobody can tell', { unread: 'whenever' }, '2026-11-30', 'unclear'],
])('%s', (_, asked, today, day) => {
  expect(meant(asked, today)).toBe(day);
});

// Easter Sunday is on 28 March 2027 and 16 April 2028.
it.each<[DayAsked, string, string | undefined, string]>([
  [{ after: 'easter' }, '2026-11-30', undefined, '2027-03-30'],
  [{ after: 'easter' }, '2027-03-29', 'NL', '2027-03-30'],
  [{ after: 'easter' }, '2028-01-10', 'FR', '2028-04-18'],
  [{ after: 'easter' }, '2026-11-30', 'US', '2027-03-29'],
  [{ after: 'easter' }, '2027-04-20', 'DE', 'past'],
  [{ feast: 'good-friday' }, '2026-11-30', 'DE', '2027-03-26'],
  [{ after: 'pentecost' }, '2027-03-01', 'DE', '2027-05-18'],
  [{ after: 'ascension' }, '2027-03-01', 'DE-BY', '2027-05-07'],
  [{ after: 'corpus-christi' }, '2027-03-01', 'AT', '2027-05-28'],
  [{ after: 'carnival' }, '2026-11-30', 'DE', '2027-02-10'],
  [{ after: 'thanksgiving' }, '2026-11-20', 'US', '2026-11-27'],
  [{ after: 'thanksgiving' }, '2027-06-20', 'CA', '2027-10-12'],
  [{ after: 'thanksgiving' }, '2026-11-20', undefined, 'unclear'],
  [{ after: 'thanksgiving' }, '2026-11-20', 'DE', 'unclear'],
  [{ after: 'labor-day' }, '2027-06-20', 'US', '2027-09-07'],
  [{ after: 'all-saints' }, '2027-06-20', 'ES', '2027-11-02'],
  [{ after: 'epiphany' }, '2026-12-20', 'ES', '2027-01-07'],
  [{ after: 'christmas' }, '2026-12-20', 'GB', '2026-12-29'],
  [{ after: 'christmas' }, '2026-12-29', 'GB', 'past'],
  [{ after: 'new-year' }, '2026-12-20', 'GB-SCT', '2027-01-05'],
  [{ after: 'holiday' }, '2027-06-20', 'FR', '2027-07-15'],
  [{ after: 'holiday' }, '2027-06-20', undefined, 'unclear'],
])('%j on %s in %s', (asked, today, place, day) => {
  expect(meant(asked, today, place)).toBe(day);
});

it('stays the day that it was when it was said', () => {
  const kept = asOfNow({ named: 'tomorrow' }, date('2026-11-30'));
  expect(meant(kept, '2026-11-30')).toBe('2026-12-01');
  expect(meant(kept, '2026-12-05')).toBe('past');
});
