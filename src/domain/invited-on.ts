import { dateAt, daysAfter, startOf, weekdayOf, WEEKDAYS } from './calendar';
import type { TimeZone, Weekday } from './calendar';
import { before, rangeOf } from './span';
import type { Duration, Span } from './span';
import type { Instant } from './time';

/** The day on which something is said to have happened: a period, the last such weekday, or so long ago. */
export type DayBefore = { readonly span: Span } | { readonly weekday: Weekday } | { readonly ago: Duration };

/** The beginning of that day or period for somebody in this zone; never later than now. */
export function startOfDayBefore(said: DayBefore | undefined, now: Instant, zone: TimeZone): Instant {
  if (said === undefined) return now;
  const today = startOf(dateAt(now, zone), zone);
  const at = momentOf(said, now, zone);
  // Of today nobody says the hour: it was just now.
  return at >= today ? now : at;
}

function momentOf(said: DayBefore, now: Instant, zone: TimeZone): Instant {
  const today = dateAt(now, zone);
  if ('span' in said) return rangeOf(said.span, 'back', now, zone).from;
  if ('ago' in said) return startOf(dateAt(before(now, said.ago, zone), zone), zone);
  const days = (WEEKDAYS.indexOf(weekdayOf(today)) - WEEKDAYS.indexOf(said.weekday) + 7) % 7;
  return startOf(daysAfter(today, -days), zone);
}
