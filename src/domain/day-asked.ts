import { daysAfter, daysBetween, weekdayOf } from './calendar';
import type { CalendarDate, Weekday } from './calendar';
import { feastDays, workdayAfter } from './feasts';
import type { Feast } from './feasts';
import { later } from './span';
import type { Duration } from './span';

/** A day to come, as people name it; which one it is follows from the day on which it is said. */
export type DayAsked =
  | {
      readonly named:
        | 'today'
        | 'tomorrow'
        | 'day-after-tomorrow'
        | 'next-week'
        | 'week-after-next'
        | 'next-month'
        | 'next-quarter'
        | 'next-year';
    }
  | { readonly named: 'end-of-week' | 'end-of-month' | 'end-of-year' }
  /** `next`: the one in the week after this. `inEight`: a week after the coming one. */
  | { readonly weekday: Weekday; readonly next?: true; readonly inEight?: true }
  | { readonly in: Duration }
  /** By the number that calendars give it. */
  | { readonly week: number }
  | { readonly feast: Feast }
  /** The first day of work after it; `holidays`: whichever are near. */
  | { readonly after: Feast | 'holidays' }
  | { readonly day: number; readonly month?: number; readonly year?: number }
  /** Something was said, and nobody can tell which day it is. */
  | { readonly unread: string };

/**
 * - `past`: it is over, or it is today
 * - `too-far`: more than a year ahead, or so far that a year should have been said
 * - `no-such-day`: as the 30th of February
 * - `unclear`: it cannot be told which day is meant
 */
export type DayProblem = 'past' | 'too-far' | 'no-such-day' | 'unclear';

export type DayMeant =
  { readonly meant: 'day'; readonly day: CalendarDate } | { readonly meant: DayProblem; readonly said?: string };

/** A day without a year that is over is next year's, unless that is farther ahead than anybody means. */
const FARTHEST_UNSAID = 240;
const FARTHEST = 366;

/** The day that is meant, as seen from today; weeks begin on Monday. `place`: whose holidays are kept. */
export function dayMeant(asked: DayAsked, today: CalendarDate, place?: string): DayMeant {
  if ('unread' in asked) return { meant: 'unclear', said: asked.unread };
  if ('day' in asked) return checked(dated(asked, today), today);
  if ('in' in asked) return checked(later(today, asked.in), today);
  if ('week' in asked) return checked(mondayOf(asked.week, today), today);
  if ('feast' in asked) return checked(feastAhead(asked.feast, today, place), today);
  if ('after' in asked) return checked(afterFeast(asked.after, today, place), today);
  if ('weekday' in asked) return checked(weekdayAhead(asked, today), today);
  return checked(named(asked.named, today), today);
}

function checked(day: CalendarDate | DayProblem, today: CalendarDate): DayMeant {
  if (typeof day === 'string') return { meant: day };
  const ahead = daysBetween(today, day);
  if (ahead <= 0) return { meant: 'past' };
  return ahead > FARTHEST ? { meant: 'too-far' } : { meant: 'day', day: inCalendar(day) };
}

type Named = Extract<DayAsked, { readonly named: unknown }>['named'];

function named(name: Named, today: CalendarDate): CalendarDate {
  const { year, month } = today;
  const monday = daysAfter(today, -sinceMonday(today));
  switch (name) {
    case 'today':
      return today;
    case 'tomorrow':
      return daysAfter(today, 1);
    case 'day-after-tomorrow':
      return daysAfter(today, 2);
    case 'next-week':
      return daysAfter(monday, 7);
    case 'week-after-next':
      return daysAfter(monday, 14);
    case 'next-month':
      return workday({ year, month: month + 1, day: 1 });
    case 'next-quarter':
      return workday({ year, month: Math.floor((month - 1) / 3) * 3 + 4, day: 1 });
    case 'next-year':
      return workday({ year: year + 1, month: 1, day: 2 });
    case 'end-of-week':
      return daysAfter(monday, sinceMonday(today) < 4 ? 4 : 11);
    case 'end-of-month':
      return workdayBefore({ year, month: month + 1, day: 1 });
    case 'end-of-year':
      return workdayBefore({ year: year + 1, month: 1, day: 1 });
  }
}

function weekdayAhead(
  { weekday, next, inEight }: Extract<DayAsked, { readonly weekday: unknown }>,
  today: CalendarDate,
): CalendarDate {
  const place = WEEK.indexOf(weekday);
  if (next === true) return daysAfter(today, 7 - sinceMonday(today) + place);
  const ahead = (place - sinceMonday(today) + 7) % 7;
  return daysAfter(today, (ahead === 0 ? 7 : ahead) + (inEight === true ? 7 : 0));
}

/** The first week of a year has its 4th of January. Some years have no week 53. */
function mondayOf(week: number, today: CalendarDate): CalendarDate | DayProblem {
  if (week < 1 || week > 53) return 'no-such-day';
  const monday = (year: number): CalendarDate => {
    const fourth = { year, month: 1, day: 4 };
    return daysAfter(fourth, 7 * (week - 1) - sinceMonday(fourth));
  };
  const [now, next] = [monday(today.year), monday(today.year + 1)];
  if (daysBetween(today, now) > 0) return now;
  return daysBetween(today, next) > FARTHEST_UNSAID ? 'past' : next;
}

function feastAhead(feast: Feast, today: CalendarDate, place: string | undefined): CalendarDate | DayProblem {
  return nextOf(feastDays(feast, today, place), today);
}

/** Which holidays are meant is clear around the turn of the year alone. */
function afterFeast(
  after: Feast | 'holidays',
  today: CalendarDate,
  place: string | undefined,
): CalendarDate | DayProblem {
  const isNewYear = today.month === 1 && today.day === 1;
  if (after === 'holidays' && today.month < 11 && !isNewYear) return 'unclear';
  const days = feastDays(after === 'holidays' ? 'new-year' : after, today, place);
  return nextOf(
    days.map((day) => workdayAfter(day, place)),
    today,
  );
}

/** The first that is to come, unless it is farther ahead than anybody means. */
function nextOf(days: readonly CalendarDate[], today: CalendarDate): CalendarDate | DayProblem {
  if (days.length === 0) return 'unclear';
  const ahead = days.find((day) => daysBetween(today, day) > 0);
  return ahead === undefined || daysBetween(today, ahead) > FARTHEST_UNSAID ? 'past' : ahead;
}

function dated(
  { day, month, year }: Extract<DayAsked, { readonly day: number }>,
  today: CalendarDate,
): CalendarDate | DayProblem {
  if (day < 1 || day > 31 || (month !== undefined && (month < 1 || month > 12))) return 'no-such-day';
  if (month === undefined) {
    // "The 31st" is in the next month that has one.
    const months = [0, 1, 2].map((ahead) => ({ year: today.year, month: today.month + ahead, day }));
    return months.find((date) => exists(date) && daysBetween(today, date) > 0) ?? 'no-such-day';
  }
  if (year !== undefined) return exists({ year, month, day }) ? { year, month, day } : 'no-such-day';
  const years = [today.year, today.year + 1].map((one) => ({ year: one, month, day }));
  const there = years.filter(exists);
  const [first] = there;
  if (first === undefined) return 'no-such-day';
  const ahead = there.find((date) => daysBetween(today, date) > 0);
  if (ahead === undefined) return 'past';
  return ahead.year > today.year && daysBetween(today, ahead) > FARTHEST_UNSAID ? 'past' : ahead;
}

/** The 30th of February does not. */
export function exists(date: CalendarDate): boolean {
  return inCalendar(date).day === date.day;
}

/** The day as calendars write it: the 32nd of January is the 1st of February. */
function inCalendar({ year, month, day }: CalendarDate): CalendarDate {
  const date = new Date(Date.UTC(year, month - 1, day));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const WEEK: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function sinceMonday(date: CalendarDate): number {
  return WEEK.indexOf(weekdayOf(date));
}

/** The same day as it is whenever it is read: 2026-12-31; undefined where it depends on when it was said. */
export function writtenDay(asked: DayAsked | undefined): string | undefined {
  if (asked === undefined || !('day' in asked) || asked.year === undefined || asked.month === undefined)
    return undefined;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${asked.year}-${two(asked.month)}-${two(asked.day)}`;
}

/** The day that is meant now, to be understood as the same one later; what cannot be told stays as it was said. */
export function asOfNow(asked: DayAsked, today: CalendarDate, place?: string): DayAsked {
  const meant = dayMeant(asked, today, place);
  return meant.meant === 'day' ? meant.day : asked;
}

/** The day itself, or the Monday after it. */
function workday(date: CalendarDate): CalendarDate {
  const place = sinceMonday(date);
  return place < 5 ? date : daysAfter(date, 7 - place);
}

/** The last working day before it. */
function workdayBefore(date: CalendarDate): CalendarDate {
  const before = daysAfter(date, -1);
  const place = sinceMonday(before);
  return place < 5 ? before : daysAfter(before, 4 - place);
}
