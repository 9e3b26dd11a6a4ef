import { dateAt, daysAfter, instantAt, startOf, UTC, WEEKDAYS, weekdayOf } from './calendar';
import type { CalendarDate, TimeZone, Weekday } from './calendar';
import type { ConversationSettings } from './conversation-settings';
import type { ConversationRecord } from './documents';
import { daysOffMeant, isDayOff, MOST_DAYS_OFF, stillAhead } from './days-off';
import type { DaysOff, DaysOffAsked } from './days-off';
import { isHoliday, isHolidayPlace } from './holidays';
import { pauseEnd } from './pause';
import type { PauseAsked } from './pause';
import { DAY } from './time';
import type { Instant } from './time';
import { WORK_BEGINS } from './working-time';

/** When the bot says nothing of its own accord in a conversation. Whoever asks is answered all the same. */
export interface QuietSetting {
  readonly on: boolean;
  /** HH:MM; over midnight where the second is not later than the first. Without them the days alone are quiet. */
  readonly from?: string;
  readonly to?: string;
  /** Quiet from their first moment to the morning after. */
  readonly days?: readonly Weekday[];
  /** Quiet like those days: public holidays of this country or region. */
  readonly holidays?: string;
  /** And days that somebody named. */
  readonly off?: readonly DaysOff[];
  /** Of channels, the zone of whoever set it; in a personal chat that person's own counts, wherever they are. */
  readonly timeZone?: TimeZone;
  /** What cannot wait comes all the same. */
  readonly urgent?: true;
  /** Quiet until then, whatever the hours, and whether or not there are any; it ends by itself. */
  readonly pause?: Instant;
}

/** What people mean who ask for quiet hours and say no more. */
export const USUAL_QUIET = { from: '18:00', to: '08:00', days: ['sunday', 'saturday'] } as const satisfies When;

/** What somebody wants changed; what they do not say stays as it was. */
export interface QuietWanted {
  /** Absent: on where it is on, and nothing where it is not. */
  readonly on?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly days?: readonly Weekday[];
  readonly urgent?: boolean;
  /** Of a place, of where they are (true), or none. */
  readonly holidays?: string | boolean;
  /** Days besides those that are set; with `isWhole` all of them. */
  readonly off?: readonly DaysOffAsked[];
  /** They have seen all of it: what they leave out is to go. */
  readonly isWhole?: true;
  /** The days are said besides those that are set. */
  readonly adds?: true;
  readonly pause?: PauseAsked;
}

/** No quiet is followed for longer; what would be longer ends nowhere. */
const LONGEST = 30 * DAY;

/** When the quiet ends that a conversation keeps at this moment; undefined when it keeps none. */
export function quietUntil({ quiet, timeZone }: ConversationSettings, now: Instant): Instant | undefined {
  if (quiet === undefined) return undefined;
  const zone = quiet.timeZone ?? timeZone ?? UTC;
  let end = Math.max(now, pausedUntil(quiet, now) ?? now);
  if (!quiet.on) return end === now ? undefined : end;
  for (let next = spanEnd(quiet, zone, end); next !== undefined; next = spanEnd(quiet, zone, end)) {
    end = next;
    if (end - now > LONGEST) break;
  }
  return end === now ? undefined : end;
}

/** The end of the pause that somebody asked for, while it lasts. */
export function pausedUntil({ pause = 0 }: QuietSetting, now: Instant): Instant | undefined {
  return pause > now ? pause : undefined;
}

/** Whether nobody works there that day: it is quiet from its first moment. */
export function isFreeDay({ quiet }: ConversationSettings, day: CalendarDate): boolean {
  return quiet?.on === true && isQuietDay(quiet, day);
}

/** This moment, or the end of the quiet that is kept then. */
export function outOfQuiet(settings: ConversationSettings, at: Instant): Instant {
  return quietUntil(settings, at) ?? at;
}

/** Whether something is kept for later, because of quiet hours that do not let it pass. */
export function isKeptQuiet({ settings }: ConversationRecord, now: Instant, isUrgent: boolean): boolean {
  return !(isUrgent && settings.quiet?.urgent === true) && quietUntil(settings, now) !== undefined;
}

/** Whether the bot may speak there of its own accord now. */
export function mayBeTold({ state, settings }: ConversationRecord, now: Instant): boolean {
  return state === 'active' && quietUntil(settings, now) === undefined;
}

/**
 * The setting as it is wanted, with its days in order; undefined where it would leave no time to speak, or none to be
 * quiet. Whoever says nothing but that there are to be quiet hours gets the usual ones, or those from before.
 */
export function changedQuiet(
  before: QuietSetting | undefined,
  { pause: asked, ...wanted }: QuietWanted,
  place: QuietPlace,
): QuietSetting | undefined {
  const isAlone = asked !== undefined && Object.keys(wanted).length === 0;
  const { timeZone } = place;
  // The clock by which it ends is kept with it, as it is with the hours.
  const alone: QuietSetting = { on: false, ...before, ...(timeZone === undefined ? {} : { timeZone }) };
  const next = isAlone ? alone : changedHours(before, wanted, place);
  if (next === undefined) return undefined;
  const { pause: _before, ...rest } = next;
  const kept = wanted.on === false ? undefined : before?.pause;
  const end =
    asked === undefined ? kept : asked === 'over' ? undefined : pauseEnd(asked, { ...place, morning: morningOf(next) });
  if (end === undefined && asked !== undefined && asked !== 'over') return undefined;
  return end === undefined || end <= place.now ? rest : { ...rest, pause: end };
}

/** When it is quiet no more on a day of which nothing else is set. */
function morningOf({ on, from, to }: QuietSetting): number {
  return on && from !== undefined && to !== undefined && isOvernight(from, to) ? minutesOf(to) : WORK_BEGINS;
}

function changedHours(
  before: QuietSetting | undefined,
  wanted: Omit<QuietWanted, 'pause'>,
  { timeZone, country, zone, now }: QuietPlace,
): QuietSetting | undefined {
  const today = dateAt(now, zone);
  if (wanted.on === false) return { ...before, on: false };
  if (wanted.on === undefined && before?.on !== true) return undefined;
  const usual: When = saysWhen(wanted) || wanted.isWhole === true ? {} : USUAL_QUIET;
  const known: When = wanted.isWhole !== true && before !== undefined && saysWhen(before) ? before : usual;
  // Whoever says one end only means the usual other one.
  const from = wanted.from ?? known.from ?? (wanted.to === undefined ? undefined : USUAL_QUIET.from);
  const to = wanted.to ?? known.to ?? (wanted.from === undefined ? undefined : USUAL_QUIET.to);
  const added = wanted.adds === true ? (known.days ?? []) : [];
  const days: readonly Weekday[] = wanted.days === undefined ? (known.days ?? []) : [...wanted.days, ...added];
  if ((from === undefined) !== (to === undefined) || (from !== undefined && from === to)) return undefined;
  const urgent = wanted.urgent ?? (wanted.isWhole === true ? false : before?.urgent === true);
  const free = freeDays(before, wanted, { country, today });
  if (free === undefined) return undefined;
  const inOrder = WEEKDAYS.filter((day) => days.includes(day));
  if (inOrder.length === WEEKDAYS.length || isNever(from, inOrder, free)) return undefined;
  return {
    on: true,
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(urgent ? { urgent } : {}),
    ...(from === undefined || to === undefined ? {} : { from, to }),
    ...(inOrder.length === 0 ? {} : { days: inOrder }),
    ...free,
  };
}

/** Whose clock and holidays are kept, and what time it is. */
export interface QuietPlace {
  /** To be kept with the setting. */
  readonly timeZone?: TimeZone | undefined;
  readonly country?: string | undefined;
  readonly zone: TimeZone;
  readonly now: Instant;
}

type FreeDays = Pick<QuietSetting, 'holidays' | 'off'>;

function isNever(from: string | undefined, days: readonly Weekday[], free: FreeDays): boolean {
  return from === undefined && days.length === 0 && (free.holidays ?? free.off) === undefined;
}

/** Undefined where it cannot be told which days are meant, or whose holidays. */
function freeDays(
  before: QuietSetting | undefined,
  { holidays: place, off: added, isWhole }: QuietWanted,
  { country, today }: { readonly country: string | undefined; readonly today: CalendarDate },
): FreeDays | undefined {
  const kept = isWhole === true && place === undefined ? undefined : before?.holidays;
  const holidays = place === undefined ? kept : place === true ? country : place === false ? undefined : place;
  if (place === true ? holidays === undefined : holidays !== undefined && !isHolidayPlace(holidays)) return undefined;
  const meant = (added ?? []).map((one) => daysOffMeant(one, today, country));
  const named = meant.filter((one) => one !== undefined);
  if (named.length < meant.length) return undefined;
  const others = isWhole === true && added !== undefined ? [] : (before?.off ?? []);
  const off = stillAhead([...others, ...named], today);
  if (off.length > MOST_DAYS_OFF) return undefined;
  return { ...(holidays === undefined ? {} : { holidays }), ...(off.length === 0 ? {} : { off }) };
}

type When = Pick<QuietSetting, 'from' | 'to' | 'days'>;

function saysWhen({
  from,
  to,
  days,
  holidays,
  off,
}: When & { readonly holidays?: unknown; readonly off?: unknown }): boolean {
  return (from ?? to ?? days ?? holidays ?? off) !== undefined;
}

/** The latest end of what is quiet at this moment, by the hours or the days of this day and the one before. */
function spanEnd(quiet: QuietSetting, zone: TimeZone, at: Instant): Instant | undefined {
  const today = dateAt(at, zone);
  const ends = [today, daysAfter(today, -1)]
    .flatMap((day) => [hoursOf(quiet, day, zone), wholeDay(quiet, day, zone)])
    .flatMap((span) => (span !== undefined && span.from <= at && at < span.to ? [span.to] : []));
  return ends.length === 0 ? undefined : Math.max(...ends);
}

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

function hoursOf({ from, to }: QuietSetting, day: CalendarDate, zone: TimeZone): Span | undefined {
  if (from === undefined || to === undefined) return undefined;
  const last = isOvernight(from, to) ? daysAfter(day, 1) : day;
  return { from: instantAt(day, minutesOf(from), zone), to: instantAt(last, minutesOf(to), zone) };
}

/** Nobody is woken at midnight because a quiet day is over: the night after it belongs to it. */
function wholeDay(quiet: QuietSetting, day: CalendarDate, zone: TimeZone): Span | undefined {
  if (!isQuietDay(quiet, day)) return undefined;
  const { from, to } = quiet;
  const next = daysAfter(day, 1);
  const morning = from === undefined || to === undefined ? WORK_BEGINS : isOvernight(from, to) ? minutesOf(to) : 0;
  return { from: startOf(day, zone), to: instantAt(next, morning, zone) };
}

function isQuietDay({ days, holidays, off = [] }: QuietSetting, day: CalendarDate): boolean {
  if (days?.includes(weekdayOf(day)) === true || isDayOff(off, day)) return true;
  return holidays !== undefined && isHoliday(holidays, day);
}

function isOvernight(from: string, to: string): boolean {
  return minutesOf(to) <= minutesOf(from);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
