import { daysAfter, weekdayOf } from './calendar';
import type { CalendarDate } from './calendar';
import { isHoliday, nextHoliday, ruledDay } from './holidays';

/**
 * Days of the year that have a name, by the rule that says when they are. Of some it hangs on the country, which says
 * nothing where they are not known.
 */
const FEASTS = {
  'epiphany': '01-06',
  'carnival': 'E-47',
  'maundy-thursday': 'E-3',
  'good-friday': 'E-2',
  'easter': 'E0',
  'easter-monday': 'E1',
  'kings-day': '04-27<',
  'may-day': '05-01',
  'ascension': 'E39',
  'pentecost': 'E49',
  'whit-monday': 'E50',
  'corpus-christi': 'E60',
  'memorial-day': { US: '5:-1mon' },
  'bastille-day': '07-14',
  'independence-day': { US: '07-04' },
  'assumption': '08-15',
  'labor-day': { US: '9:1mon', CA: '9:1mon' },
  'german-unity': '10-03',
  'thanksgiving': { US: '11:4thu', CA: '10:2mon' },
  'all-saints': '11-01',
  'christmas': '12-26',
  'new-year': '01-01',
} as const satisfies Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** `holiday`: whichever public holiday comes next. */
export type Feast = keyof typeof FEASTS | 'holiday';

/** The days of the feast that are next to this year; none where nobody can tell which day it is. */
export function feastDays(feast: Feast, today: CalendarDate, place: string | undefined): readonly CalendarDate[] {
  if (feast === 'holiday')
    return place === undefined ? [] : [nextHoliday(place, today)].filter((day) => day !== undefined);
  const rules: string | Readonly<Record<string, string>> = FEASTS[feast];
  const rule = typeof rules === 'string' ? rules : rules[place?.slice(0, 2) ?? ''];
  return rule === undefined ? [] : [today.year, today.year + 1].map((year) => ruledDay(rule, year));
}

/** Where nobody knows the country, those days are free that are in most of Europe. */
const MOST_FREE = 'DE';

/** The first day after it on which people work there. */
export function workdayAfter(day: CalendarDate, place = MOST_FREE): CalendarDate {
  let next = daysAfter(day, 1);
  while (weekdayOf(next) === 'saturday' || weekdayOf(next) === 'sunday' || isHoliday(place, next))
    next = daysAfter(next, 1);
  return next;
}
