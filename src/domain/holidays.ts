import { daysAfter, daysBetween, sameDate, weekdayOf } from './calendar';
import type { CalendarDate } from './calendar';

/**
 * Public holidays, by rule: a table of our own, since what is published weighs a hundred times as much. They are those of
 * the whole country, and of its regions where people say which one is theirs. What a government gives once (a jubilee, an
 * election) is none of them: such a day is added by hand.
 *
 * - `12-25`: the same day each year. `>`: where it falls on a weekend, the next day of work is one, too; `~`: the Friday
 *   before where it falls on a Saturday; `<`: the day before in its place where it falls on a Sunday
 * - `E39`: so many days after Easter Sunday, `E-2` before
 * - `5:1mon`: the first Monday of May, `5:-1mon` its last; `10:sat31`: the Saturday on or after the 31st of October
 */
const RULES: Readonly<Record<string, string>> = {
  'AT': '01-01 01-06 E1 05-01 E39 E50 E60 08-15 10-26 11-01 12-08 12-25 12-26',
  'AU': '01-01> 01-26> E-2 E1 04-25 12-25> 12-26>',
  'BE': '01-01 E1 05-01 E39 E50 07-21 08-15 11-01 11-11 12-25',
  'CA': '01-01> E-2 5:mon18 07-01> 09-30> 9:1mon 10:2mon 12-25> 12-26>',
  'CH': '01-01 E-2 E1 E39 E50 08-01 12-25 12-26',
  'CZ': '01-01 E-2 E1 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26',
  'DE': '01-01 E-2 E1 05-01 E39 E50 10-03 12-25 12-26',
  'DE-BW': 'DE 01-06 E60 11-01',
  'DE-BY': 'DE 01-06 E60 08-15 11-01',
  'DE-BE': 'DE 03-08',
  'DE-BB': 'DE E0 E49 10-31',
  'DE-HB': 'DE 10-31',
  'DE-HH': 'DE 10-31',
  'DE-HE': 'DE E60',
  'DE-MV': 'DE 03-08 10-31',
  'DE-NI': 'DE 10-31',
  'DE-NW': 'DE E60 11-01',
  'DE-RP': 'DE E60 11-01',
  'DE-SL': 'DE E60 08-15 11-01',
  'DE-SN': 'DE 10-31 11:wed16',
  'DE-ST': 'DE 01-06 10-31',
  'DE-SH': 'DE 10-31',
  'DE-TH': 'DE 09-20 10-31',
  'DK': '01-01 E-3 E-2 E1 E39 E50 12-25 12-26',
  'ES': '01-01 01-06 E-2 05-01 08-15 10-12 11-01 12-06 12-08 12-25',
  'FI': '01-01 01-06 E-2 E1 05-01 E39 6:sat20 10:sat31 12-06 12-25 12-26',
  'FR': '01-01 E1 05-01 05-08 E39 E50 07-14 08-15 11-01 11-11 12-25',
  'FR-ALS': 'FR E-2 12-26',
  'GB': '01-01> E-2 E1 5:1mon 5:-1mon 8:-1mon 12-25> 12-26>',
  'GB-SCT': '01-01> 01-02> E-2 5:1mon 5:-1mon 8:1mon 11-30> 12-25> 12-26>',
  'GB-NIR': 'GB 03-17> 07-12>',
  'IE': '01-01 2:1mon 03-17 E1 5:1mon 6:1mon 8:1mon 10:-1mon 12-25 12-26',
  'IT': '01-01 01-06 E1 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26',
  'LU': '01-01 E1 05-01 05-09 E39 E50 06-23 08-15 11-01 12-25 12-26',
  'MX': '01-01 2:1mon 3:3mon 05-01 09-16 11:3mon 12-25',
  'NL': '01-01 E1 04-27< E39 E50 12-25 12-26',
  'NO': '01-01 E-3 E-2 E1 05-01 05-17 E39 E50 12-25 12-26',
  'PL': '01-01 01-06 E1 05-01 05-03 E60 08-15 11-01 11-11 12-24 12-25 12-26',
  'PT': '01-01 E-2 04-25 05-01 E60 06-10 08-15 10-05 11-01 12-01 12-08 12-25',
  'SE': '01-01 01-06 E-2 E1 05-01 E39 06-06 6:sat20 10:sat31 12-25 12-26',
  'US': '01-01~ 1:3mon 2:3mon 5:-1mon 06-19~ 07-04~ 9:1mon 10:2mon 11-11~ 11:4thu 12-25~',
};

/** Where somebody may be whose holidays are kept: ISO 3166 of the country, or of the region. */
export const HOLIDAY_PLACES: readonly string[] = Object.keys(RULES);

export function isHolidayPlace(place: string): boolean {
  return Object.hasOwn(RULES, place);
}

/** In most of a country one clock is kept, and on most clocks one country. */
const BY_ZONE: Readonly<Record<string, string>> = {
  AT: 'Europe/Vienna',
  AU: 'Australia/Sydney Australia/Melbourne Australia/Brisbane Australia/Perth Australia/Adelaide',
  BE: 'Europe/Brussels',
  CA: 'America/Toronto America/Vancouver America/Edmonton America/Winnipeg America/Halifax',
  CH: 'Europe/Zurich',
  CZ: 'Europe/Prague',
  DE: 'Europe/Berlin',
  DK: 'Europe/Copenhagen',
  ES: 'Europe/Madrid Atlantic/Canary',
  FI: 'Europe/Helsinki',
  FR: 'Europe/Paris',
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
  IT: 'Europe/Rome',
  LU: 'Europe/Luxembourg',
  MX: 'America/Mexico_City America/Monterrey America/Tijuana',
  NL: 'Europe/Amsterdam',
  NO: 'Europe/Oslo',
  PL: 'Europe/Warsaw',
  PT: 'Europe/Lisbon',
  SE: 'Europe/Stockholm',
  US: 'America/New_York America/Chicago America/Denver America/Los_Angeles America/Phoenix',
};

/** The country whose clock it is, where that is one whose holidays are known. */
export function countryOfZone(zone: string | undefined): string | undefined {
  return Object.keys(BY_ZONE).find((country) => BY_ZONE[country]?.split(' ').includes(zone ?? '') === true);
}

const kept = new Map<string, readonly CalendarDate[]>();

/** Whether nobody works there that day, because it is a public holiday. */
export function isHoliday(place: string, date: CalendarDate): boolean {
  // What is kept the day before a new year belongs to that year.
  return [date.year, date.year + 1].some((year) => holidaysOf(place, year).some((day) => sameDate(day, date)));
}

/** The one after this day that comes first. */
export function nextHoliday(place: string, today: CalendarDate): CalendarDate | undefined {
  const days = [today.year, today.year + 1].flatMap((year) => holidaysOf(place, year));
  const ahead = days.filter((day) => daysBetween(today, day) > 0);
  return ahead.sort((a, b) => daysBetween(b, a))[0];
}

export function holidaysOf(place: string, year: number): readonly CalendarDate[] {
  const key = `${place} ${year}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const rules = rulesOf(place);
  const days = rules.map((rule) => ruledDay(rule, year));
  for (const [at, rule] of rules.entries()) {
    const instead = days[at] === undefined ? undefined : insteadOf(days[at], rule, days);
    if (instead !== undefined) days.push(instead);
  }
  kept.set(key, days);
  return days;
}

/** A region has those of its country, and its own. */
function rulesOf(place: string): readonly string[] {
  const [first = '', ...rest] = (isHolidayPlace(place) ? (RULES[place] ?? '') : '').split(' ');
  if (first === '') return [];
  return /^[A-Z]{2}$/.test(first) ? [...rulesOf(first), ...rest] : [first, ...rest];
}

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** The day that a rule gives in a year. */
export function ruledDay(rule: string, year: number): CalendarDate {
  const [, after] = /^E(-?\d+)$/.exec(rule) ?? [];
  if (after !== undefined) return daysAfter(easterOf(year), Number(after));
  const [, month = '1', nth, name = '', from] = /^(\d+):(-?\d)?([a-z]{3})(\d+)?$/.exec(rule) ?? [];
  if (name !== '')
    return nthDay({ year, month: Number(month), day: 1 }, name, { nth: Number(nth), from: Number(from) });
  const date = { year, month: Number(rule.slice(0, 2)), day: Number(rule.slice(3, 5)) };
  return rule.endsWith('<') && weekdayOf(date) === 'sunday' ? daysAfter(date, -1) : date;
}

function nthDay(first: CalendarDate, name: string, { nth, from }: { nth: number; from: number }): CalendarDate {
  const last = nth === -1 ? daysAfter({ year: first.year, month: first.month + 1, day: 1 }, -7) : undefined;
  const start = last ?? (Number.isNaN(from) ? first : daysAfter(first, from - 1));
  const ahead = (DAYS.indexOf(name) - DAYS.indexOf(weekdayOf(start).slice(0, 3)) + 7) % 7;
  return daysAfter(start, ahead + (nth > 1 ? (nth - 1) * 7 : 0));
}

/** The day of work that is free because the holiday falls on a weekend. */
function insteadOf(day: CalendarDate, rule: string, days: readonly CalendarDate[]): CalendarDate | undefined {
  const isFree = (date: CalendarDate): boolean => isWeekend(date) || days.some((other) => sameDate(other, date));
  if (!isWeekend(day) || !/[>~]$/.test(rule)) return undefined;
  if (rule.endsWith('~') && weekdayOf(day) === 'saturday') return daysAfter(day, -1);
  let next = daysAfter(day, 1);
  while (isFree(next)) next = daysAfter(next, 1);
  return next;
}

function isWeekend(date: CalendarDate): boolean {
  return weekdayOf(date) === 'saturday' || weekdayOf(date) === 'sunday';
}

/** Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher. */
export function easterOf(year: number): CalendarDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - d + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return { year, month: Math.floor(n / 31), day: (n % 31) + 1 };
}
