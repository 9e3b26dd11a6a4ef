import { isoDate } from '../../src/domain/days-off';
import { countryOfZone, easterOf, HOLIDAY_PLACES, holidaysOf, isHoliday } from '../../src/domain/holidays';
import { REGIONS } from '../../src/domain/regions';

const days = (place: string, year: number): readonly string[] => holidaysOf(place, year).map(isoDate);

it.each([
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
])('Easter of %i', (year, date) => {
  expect(isoDate(easterOf(year))).toBe(date);
});

it.each([
  ['a free Monday for a Sunday', 'GB', 2027, ['2027-12-27', '2027-12-28'], []],
  ['a Friday for a Saturday, over the turn of the year', 'US', 2028, ['2027-12-31', '2028-11-23'], []],
  ['the King on a Saturday, since his day is a Sunday', 'NL', 2025, ['2025-04-26'], ['2025-04-27']],
  ['a region, besides its country', 'DE-BY', 2026, ['2026-10-03', '2026-06-04'], []],
  ['a Wednesday in November', 'DE-SN', 2026, ['2026-11-18'], []],
  ['midsummer', 'SE', 2026, ['2026-06-20', '2026-10-31'], []],
])('%s', (_, place, year, are, areNot) => {
  expect(days(place, year)).toEqual(expect.arrayContaining([...are]));
  for (const day of areNot) expect(days(place, year)).not.toContain(day);
});

it('knows the last day of a year that is free for the next', () => {
  expect(isHoliday('US', { year: 2027, month: 12, day: 31 })).toBe(true);
  expect(isHoliday('nowhere', { year: 2026, month: 12, day: 25 })).toBe(false);
});

it('has real days for every place, a name for each region, and a country for a clock', () => {
  for (const place of HOLIDAY_PLACES) {
    expect(days(place, 2026)).toContain('2026-12-25');
    if (place.includes('-')) expect(REGIONS[place]).toBeDefined();
  }
  expect([countryOfZone('Europe/Berlin'), countryOfZone('Etc/UTC')]).toEqual(['DE', undefined]);
});
