import { dateAt, daysAfter, daysBetween, startOf, weekdayOf, WEEKDAYS } from './calendar';
import type { CalendarDate, TimeZone, Weekday } from './calendar';
import { exists } from './day-asked';
import { before, rangeOf } from './span';
import type { Duration, Span } from './span';
import type { Instant } from './time';

/**
 * The day on which something is said to have happened: a period, the last such weekday, the last such day of a month, or
 * so long ago; or one to come, and one that nobody can tell.
 */
export type DayBefore =
  | { readonly span: Span }
  | { readonly weekday: Weekday }
  | { readonly day: number }
  | { readonly ago: Duration }
  | { readonly ahead: true }
  | { readonly none: 'no-such-day' | 'unclear' };

/** Why nothing can have happened on that day, or why it cannot be told which day is meant. */
export type NoDayBefore = 'ahead' | 'no-such-day' | 'unclear';

/** A day without a year that was so long ago is meant to be the next one. */
const LONG_AGO = 240;

/** The beginning of that day or period for somebody in this zone; never later than now. */
export function startOfDayBefore(said: DayBefore | undefined, now: Instant, zone: TimeZone): Instant | NoDayBefore {
  if (said === undefined) return now;
  const at = momentOf(said, now, zone);
  if (typeof at === 'string') return at;
  const today = dateAt(now, zone);
  if (at >= startOf(daysAfter(today, 1), zone)) return 'ahead';
  // Of today nobody says the hour: it was just now.
  return at >= startOf(today, zone) ? now : at;
}

function momentOf(said: DayBefore, now: Instant, zone: TimeZone): Instant | NoDayBefore {
  if ('ahead' in said) return 'ahead';
  if ('none' in said) return said.none;
  const today = dateAt(now, zone);
  if ('ago' in said) return startOf(dateAt(before(now, said.ago, zone), zone), zone);
  if ('span' in said) return startOfSpan(said.span, now, zone);
  if ('day' in said) return startOfDay(said.day, today, zone);
  // Who means today says so: on a Monday "on Monday" was a week ago.
  const days = (WEEKDAYS.indexOf(weekdayOf(today)) - WEEKDAYS.indexOf(said.weekday) + 7) % 7 || 7;
  return startOf(daysAfter(today, -days), zone);
}

/** "On the 24th": the last one. */
function startOfDay(day: number, today: CalendarDate, zone: TimeZone): Instant | NoDayBefore {
  for (let { year, month } = today, tries = 0; tries < 3; tries += 1) {
    const date = { year, month, day };
    if (day > 0 && exists(date) && daysBetween(date, today) >= 0) return startOf(date, zone);
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
  }
  return 'no-such-day';
}

function startOfSpan(span: Span, now: Instant, zone: TimeZone): Instant | NoDayBefore {
  if ('next' in span || 'through' in span) return 'ahead';
  if (isWholeYear(span)) return 'unclear';
  const { from } = rangeOf(span, 'back', now, zone);
  const day = 'from' in span ? span.from : undefined;
  const date = dateAt(from, zone);
  if (day !== undefined && !exists({ ...day, year: day.year ?? yearOf(day, date) })) return 'no-such-day';
  const isOpen = (day !== undefined && day.year === undefined) || ('month' in span && span.year === undefined);
  return isOpen && daysBetween(date, dateAt(now, zone)) > LONG_AGO ? 'ahead' : from;
}

/** "Last year": no day of it is likelier than another. */
function isWholeYear(span: Span): boolean {
  return 'named' in span ? span.named.endsWith('_year') : 'year' in span && !('month' in span);
}

/** The 29th of February is in some years. */
function yearOf({ month, day }: { readonly month: number; readonly day: number }, { year }: CalendarDate): number {
  return [year, year - 1, year - 2, year - 3].find((one) => exists({ year: one, month, day })) ?? year;
}
