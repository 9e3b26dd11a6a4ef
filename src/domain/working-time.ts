import { dateAt, daysAfter, instantAt, weekdayOf } from './calendar';
import type { CalendarDate, TimeZone } from './calendar';
import { HOUR, MINUTE } from './time';
import type { Instant } from './time';

/** When people are taken to be at work, by the clocks of their zone. */
export const WORK_BEGINS = 8 * 60;
const ENDS = 18 * 60;
/** When the bot says what it has kept for the morning. */
const MORNING = 9 * 60;
/** A wait longer than this is cut: nothing waits for half a year of working days. */
const MOST_DAYS = 200;

/** The moment at which so many hours of work have passed; nights, weekends and days that are free do not count. */
export function afterWorkingHours(
  from: Instant,
  hours: number,
  zone: TimeZone,
  isFree: (day: CalendarDate) => boolean = () => false,
): Instant {
  let left = hours * HOUR;
  let day = dateAt(from, zone);
  for (let n = 0; n < MOST_DAYS; n += 1) {
    const begins = Math.max(from, instantAt(day, WORK_BEGINS, zone));
    const ends = instantAt(day, ENDS, zone);
    const worked = isWorkday(day) && !isFree(day) ? Math.max(0, ends - begins) : 0;
    if (worked >= left && worked > 0) return Math.ceil((begins + left) / MINUTE) * MINUTE;
    left -= worked;
    day = daysAfter(day, 1);
  }
  return from + hours * HOUR;
}

/** In the morning of the day that so many days of work after this one begins; weekends do not count. */
export function afterWorkingDays(from: Instant, days: number, zone: TimeZone): Instant {
  let day = dateAt(from, zone);
  for (let left = Math.min(days, MOST_DAYS); left > 0;) {
    day = daysAfter(day, 1);
    if (isWorkday(day)) left -= 1;
  }
  return instantAt(day, MORNING, zone);
}

/** This moment, where people are at work; else the next morning on which they are. */
export function atWork(at: Instant, zone: TimeZone): Instant {
  let day = dateAt(at, zone);
  if (isWorkday(day) && at < instantAt(day, ENDS, zone)) return Math.max(at, instantAt(day, MORNING, zone));
  do day = daysAfter(day, 1);
  while (!isWorkday(day));
  return instantAt(day, MORNING, zone);
}

/** When the bot says, on that day, what it has kept for the morning. */
export function morningOf(day: CalendarDate, zone: TimeZone): Instant {
  return instantAt(day, MORNING, zone);
}

export function isWorkday(day: CalendarDate): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 'saturday' && weekday !== 'sunday';
}
