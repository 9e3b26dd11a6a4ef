import { dateAt, daysAfter, instantAt } from './calendar';
import type { TimeZone } from './calendar';
import { dayMeant } from './day-asked';
import type { DayAsked } from './day-asked';
import { DAY, MINUTE } from './time';
import type { Instant } from './time';

/**
 * Until when nothing is to be said, as somebody asks for it: the morning of a day, or a time on it; a time alone is the
 * next one; so many minutes from now; the moment itself, from a card; or that it is over.
 */
export type PauseAsked =
  | { readonly until: DayAsked; readonly time?: string }
  | { readonly time: string }
  | { readonly minutes: number }
  | { readonly at: Instant }
  | 'over';

interface Clock {
  readonly now: Instant;
  readonly zone: TimeZone;
  readonly country?: string | undefined;
  /** When days begin there, in minutes. */
  readonly morning: number;
}

const LONGEST = 366 * DAY;

/** The end of the pause; undefined where nobody can tell, or it has been. */
export function pauseEnd(
  asked: Exclude<PauseAsked, 'over'>,
  { now, zone, country, morning }: Clock,
): Instant | undefined {
  const end = endOf(asked, { now, zone, country, morning });
  return end === undefined || end <= now || end - now > LONGEST ? undefined : end;
}

function endOf(asked: Exclude<PauseAsked, 'over'>, { now, zone, country, morning }: Clock): Instant | undefined {
  if ('at' in asked) return asked.at;
  if ('minutes' in asked) return now + asked.minutes * MINUTE;
  const today = dateAt(now, zone);
  if (!('until' in asked)) {
    const ends = [today, daysAfter(today, 1)].map((day) => instantAt(day, minutesOf(asked.time), zone));
    return ends.find((end) => end > now);
  }
  const isToday = 'named' in asked.until && asked.until.named === 'today';
  const meant = isToday ? ({ meant: 'day', day: today } as const) : dayMeant(asked.until, today, country);
  if (meant.meant !== 'day') return undefined;
  return instantAt(meant.day, asked.time === undefined ? morning : minutesOf(asked.time), zone);
}

/** Whether it takes a clock to tell when that is. */
export function needsZone(asked: PauseAsked): boolean {
  return asked !== 'over' && ('until' in asked || 'time' in asked);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
