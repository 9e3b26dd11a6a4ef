import { daysAfter } from './calendar';
import type { CalendarDate } from './calendar';
import { dayMeant } from './day-asked';
import type { DayAsked } from './day-asked';

/** Days that somebody named, the last one included; YYYY-MM-DD. */
export interface DaysOff {
  readonly from: string;
  readonly to: string;
}

/** The same as it was said: without `from` from today, without `to` that day alone. */
export interface DaysOffAsked {
  readonly from?: DayAsked;
  readonly to?: DayAsked;
}

/** So many are kept in one conversation. */
export const MOST_DAYS_OFF = 20;

export function isDayOff(off: readonly DaysOff[], date: CalendarDate): boolean {
  const day = isoDate(date);
  return off.some(({ from, to }) => from <= day && day <= to);
}

/** The days that are meant, as seen from today; undefined where one of them cannot be told, or has been. */
export function daysOffMeant({ from, to }: DaysOffAsked, today: CalendarDate, place?: string): DaysOff | undefined {
  const first = firstDay(from, today, { goesOn: to !== undefined, place });
  if (first === undefined) return undefined;
  const last = to === undefined ? { meant: 'day' as const, day: first } : dayMeant(to, first, place);
  return last.meant === 'day' ? { from: isoDate(first), to: isoDate(last.day) } : undefined;
}

/** A date may be today's; and days that have begun go on from today. */
function firstDay(
  from: DayAsked | undefined,
  today: CalendarDate,
  { goesOn, place }: { readonly goesOn: boolean; readonly place: string | undefined },
): CalendarDate | undefined {
  if (from === undefined) return today;
  const meant = dayMeant(from, 'day' in from || 'feast' in from ? daysAfter(today, -1) : today, place);
  if (meant.meant === 'day') return meant.day;
  return meant.meant === 'past' && goesOn ? today : undefined;
}

/** Those that are not over, in their order. */
export function stillAhead(off: readonly DaysOff[], today: CalendarDate): readonly DaysOff[] {
  const now = isoDate(today);
  const ahead = off.filter(({ to }) => to >= now).sort((a, b) => (a.from < b.from ? -1 : 1));
  return ahead.filter(
    ({ from, to }, at) => !ahead.slice(0, at).some((other) => other.from === from && other.to === to),
  );
}

export function isoDate({ year, month, day }: CalendarDate): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
