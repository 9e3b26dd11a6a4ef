import { dateAt, daysAfter, startOf, weekdayOf } from './calendar';
import type { CalendarDate, TimeZone, Weekday } from './calendar';
import type { Instant } from './time';

export const NAMED_SPANS = [
  'today',
  'yesterday',
  'tomorrow',
  'this_week',
  'last_week',
  'next_week',
  'this_month',
  'last_month',
  'next_month',
  'this_quarter',
  'last_quarter',
  'next_quarter',
  'this_year',
  'last_year',
  'next_year',
] as const;

export const UNITS = ['day', 'week', 'month', 'year'] as const;

export type NamedSpan = (typeof NAMED_SPANS)[number];
export type Unit = (typeof UNITS)[number];

/** So many days, weeks, months or years. */
export interface Duration {
  readonly count: number;
  readonly unit: Unit;
}

/** A day as it is said; without a year it is the one that is nearest in the direction that the question looks. */
export interface DaySaid {
  readonly year?: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

/** A period as people name it; which days it means follows from the day on which it is asked. */
export type Span =
  | { readonly named: NamedSpan }
  | { readonly month: number; readonly year?: number }
  | { readonly year: number }
  | { readonly next: Duration }
  | { readonly last: Duration }
  /** From the beginning of the one until now; from now to the end of the other. */
  | { readonly since: NamedSpan }
  | { readonly through: NamedSpan }
  /** From the last such day before today until now. */
  | { readonly sinceLast: Weekday }
  /** From the first moment of a day; up to the last of a day. */
  | { readonly from?: DaySaid; readonly until?: DaySaid };

export interface Range {
  readonly from: Instant;
  /** Exclusive. */
  readonly to: Instant;
}

/** Which way a question looks that names a month without a year. */
export type Looks = 'back' | 'ahead';

/** All times: a span without a beginning begins here. */
export const ALWAYS = { from: -8.64e15, to: 8.64e15 } as const;
const SINCE_MONDAY = { monday: 0, tuesday: 1, wednesday: 2, thursday: 3, friday: 4, saturday: 5, sunday: 6 } as const;

/** The moments that the span means for somebody in this zone. Weeks begin on Monday. */
export function rangeOf(span: Span, looks: Looks, now: Instant, zone: TimeZone): Range {
  const today = dateAt(now, zone);
  const between = (from: CalendarDate, to: CalendarDate): Range => ({
    from: startOf(from, zone),
    to: startOf(to, zone),
  });
  if ('named' in span) return between(...namedDays(span.named, today));
  if ('since' in span) return { from: between(...namedDays(span.since, today)).from, to: now + 1 };
  if ('sinceLast' in span) return { from: startOf(lastBefore(today, span.sinceLast), zone), to: now + 1 };
  if ('through' in span) return { from: now, to: between(...namedDays(span.through, today)).to };
  if ('next' in span) return { from: now, to: startOf(daysAfter(later(today, span.next), 1), zone) };
  if ('last' in span) return { from: startOf(later(today, negative(span.last)), zone), to: now + 1 };
  if ('month' in span) {
    const year = span.year ?? nearestYear({ month: span.month, day: 1 }, looks, today);
    return between({ year, month: span.month, day: 1 }, { year, month: span.month + 1, day: 1 });
  }
  if ('year' in span) return between({ year: span.year, month: 1, day: 1 }, { year: span.year + 1, month: 1, day: 1 });
  const first = span.from && dayOf(span.from, looks, today);
  const last = span.until && dayOf(span.until, looks, today);
  const { from, until } = inOrder({ ...span, first, last }, looks);
  return {
    from: from === undefined ? openStart(looks, now) : startOf(from, zone),
    to: until === undefined ? openEnd(looks, now) : startOf(daysAfter(until, 1), zone),
  };
}

function lastBefore(today: CalendarDate, weekday: Weekday): CalendarDate {
  const back = (SINCE_MONDAY[weekdayOf(today)] - SINCE_MONDAY[weekday] + 7) % 7;
  return daysAfter(today, -(back === 0 ? 7 : back));
}

function dayOf(said: DaySaid, looks: Looks, today: CalendarDate): CalendarDate {
  // The day before the first is the last one of the month before.
  const month = said.day < 1 ? said.month - 1 : said.month;
  return { ...said, year: said.year ?? nearestYear({ ...said, month }, looks, today) };
}

interface Ends {
  readonly from?: DaySaid;
  readonly until?: DaySaid;
  readonly first: CalendarDate | undefined;
  readonly last: CalendarDate | undefined;
}

/** "Between November and January" goes over the end of a year. */
function inOrder(
  { from, until, first, last }: Ends,
  looks: Looks,
): { readonly from: CalendarDate | undefined; readonly until: CalendarDate | undefined } {
  const isBackwards = first !== undefined && last !== undefined && orderOf(first) > orderOf(last);
  if (!isBackwards) return { from: first, until: last };
  if (looks === 'back' && from?.year === undefined) return { from: { ...first, year: last.year - 1 }, until: last };
  if (looks === 'ahead' && until?.year === undefined) return { from: first, until: { ...last, year: first.year + 1 } };
  return { from: first, until: last };
}

function orderOf({ year, month, day }: CalendarDate): number {
  return (year * 12 + month) * 31 + day;
}

/** The moment so long before `now`, by the calendar of the zone. */
export function before(now: Instant, { count, unit }: Duration, zone: TimeZone): Instant {
  const today = dateAt(now, zone);
  return now - (startOf(today, zone) - startOf(later(today, { count: -count, unit }), zone));
}

/** "Until Friday" begins now where the question looks ahead. */
function openStart(looks: Looks, now: Instant): Instant {
  return looks === 'ahead' ? now : ALWAYS.from;
}

function openEnd(looks: Looks, now: Instant): Instant {
  return looks === 'back' ? now + 1 : ALWAYS.to;
}

function namedDays(name: NamedSpan, today: CalendarDate): readonly [CalendarDate, CalendarDate] {
  const monday = daysAfter(today, -SINCE_MONDAY[weekdayOf(today)]);
  const week = (n: number) => [daysAfter(monday, 7 * n), daysAfter(monday, 7 * n + 7)] as const;
  const months = (first: number, count: number) =>
    [
      { year: today.year, month: first, day: 1 },
      { year: today.year, month: first + count, day: 1 },
    ] as const;
  const quarter = Math.floor((today.month - 1) / 3) * 3 + 1;
  const spans: Readonly<Record<NamedSpan, readonly [CalendarDate, CalendarDate]>> = {
    today: [today, daysAfter(today, 1)],
    yesterday: [daysAfter(today, -1), today],
    tomorrow: [daysAfter(today, 1), daysAfter(today, 2)],
    this_week: week(0),
    last_week: week(-1),
    next_week: week(1),
    this_month: months(today.month, 1),
    last_month: months(today.month - 1, 1),
    next_month: months(today.month + 1, 1),
    this_quarter: months(quarter, 3),
    last_quarter: months(quarter - 3, 3),
    next_quarter: months(quarter + 3, 3),
    this_year: months(1, 12),
    last_year: months(-11, 12),
    next_year: months(13, 12),
  };
  return spans[name];
}

export function later(date: CalendarDate, { count, unit }: Duration): CalendarDate {
  if (unit === 'day' || unit === 'week') return daysAfter(date, count * (unit === 'week' ? 7 : 1));
  const month = date.month + (unit === 'month' ? count : 12 * count);
  const lastDay = new Date(Date.UTC(date.year, month, 0)).getUTCDate();
  return { year: date.year, month, day: Math.min(date.day, lastDay) };
}

function negative({ count, unit }: Duration): Duration {
  return { count: -count, unit };
}

/** The month of today counts for both ways. */
function nearestYear({ month }: Pick<CalendarDate, 'month' | 'day'>, looks: Looks, today: CalendarDate): number {
  if (looks === 'back') return month <= today.month ? today.year : today.year - 1;
  return month >= today.month ? today.year : today.year + 1;
}
