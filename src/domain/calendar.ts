import { DAY, MINUTE } from './time';
import type { Instant } from './time';

/** An IANA name such as `Europe/Berlin`; or `+05:30`, an offset from UTC, where nothing better is known. */
export type TimeZone = string;

export const UTC: TimeZone = 'UTC';

/** A day of the calendar; months from 1. A day of 0 or 32 means the neighbouring month's. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export type Weekday = (typeof WEEKDAYS)[number];

export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

const QUARTER = 15 * MINUTE;

const OFFSET = /^([+-])(\d{2}):(\d{2})$/;

/** The zone that is so many minutes ahead of UTC all year round. */
export function fixedZone(minutesAhead: number): TimeZone {
  const minutes = Math.abs(Math.trunc(minutesAhead));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutesAhead < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Minutes ahead of UTC when the zone is a fixed one; undefined for a zone with a name, whose offset may change. */
export function fixedOffset(zone: TimeZone): number | undefined {
  const written = OFFSET.exec(zone);
  if (written === null) return undefined;
  const minutes = Number(written[2]) * 60 + Number(written[3]);
  return minutes === 0 ? 0 : written[1] === '-' ? -minutes : minutes;
}

/** How many minutes clocks in this zone are ahead of UTC at this moment. A zone that this machine lacks counts as UTC. */
export function offsetAt(at: Instant, zone: TimeZone): number {
  if (zone === UTC) return 0;
  return fixedOffset(zone) ?? namedOffset(at, zone);
}

/** Reading a clock costs more than all that is done with it, and nowhere is one changed but at a quarter of an hour. */
const offsets = new Map<string, number>();
const OFFSETS_KEPT = 2_000;

function namedOffset(at: Instant, zone: TimeZone): number {
  const quarter = Math.floor(at / QUARTER);
  const key = `${quarter} ${zone}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const minutes = (wallClock(quarter * QUARTER, zone) - quarter * QUARTER) / MINUTE;
  if (offsets.size >= OFFSETS_KEPT) offsets.clear();
  offsets.set(key, minutes);
  return minutes;
}

/** The day that calendars in this zone show at this moment. */
export function dateAt(at: Instant, zone: TimeZone): CalendarDate {
  const local = new Date(at + offsetAt(at, zone) * MINUTE);
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() };
}

export function weekdayOf(date: CalendarDate): Weekday {
  return WEEKDAYS[new Date(asUtc(date)).getUTCDay()] ?? 'monday';
}

/** So many days later, or earlier when negative. */
export function daysAfter({ year, month, day }: CalendarDate, days: number): CalendarDate {
  return { year, month, day: day + days };
}

/** So many midnights lie between them. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (asUtc(to) - asUtc(from)) / DAY;
}

export function sameDate(a: CalendarDate, b: CalendarDate): boolean {
  return asUtc(a) === asUtc(b);
}

/**
 * When clocks in this zone show so many minutes past midnight on that day. Of a time that comes twice it is the first;
 * a time that is skipped becomes as much later as was skipped.
 */
export function instantAt(date: CalendarDate, minutes: number, zone: TimeZone): Instant {
  const wall = asUtc(date) + minutes * MINUTE;
  const before = wall - offsetAt(wall - DAY, zone) * MINUTE;
  const after = wall - offsetAt(wall + DAY, zone) * MINUTE;
  const shown = [before, after].filter((at) => at + offsetAt(at, zone) * MINUTE === wall);
  return shown.length === 0 ? before : Math.min(...shown);
}

/** The first moment of a day: midnight, or what comes instead where clocks skip it. */
export function startOf(date: CalendarDate, zone: TimeZone): Instant {
  return instantAt(date, 0, zone);
}

function asUtc({ year, month, day }: CalendarDate): number {
  return Date.UTC(year, month - 1, day);
}

/** What clocks in the zone show, to the second, as if it were UTC. */
function wallClock(at: Instant, zone: TimeZone): number {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** Making a formatter costs a thousand times what using it costs; the zones that people live in are few. */
const clocks = new Map<TimeZone, Intl.DateTimeFormat>();

function clockOf(zone: TimeZone): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: properName(zone) ?? UTC,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(zone, clock);
  return clock;
}

/** Names that were looked up; whoever sends ever new ones does not fill the memory. */
const names = new Map<string, TimeZone | undefined>();
const NAMES_KEPT = 2_000;

/** The zone as the time zone data spell it; undefined for a name that they do not hold. */
export function properName(zone: string): TimeZone | undefined {
  if (names.has(zone)) return names.get(zone);
  const name = lookedUp(zone);
  if (names.size < NAMES_KEPT) names.set(zone, name);
  return name;
}

function lookedUp(zone: string): TimeZone | undefined {
  // A version of Node that takes an offset for a name must not make one of it here.
  if (!/^[A-Za-z]/.test(zone)) return undefined;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
