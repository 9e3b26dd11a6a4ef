import type { Since } from '../../domain/acceptance';
import { fixedOffset, UTC } from '../../domain/calendar';
import type { TimeZone } from '../../domain/calendar';
import { MINUTE } from '../../domain/time';
import type { Instant } from '../../domain/time';
import { catalogueOf } from './catalogue';
import { keepTime } from './kept-times';
import type { Speech } from './speech';

/**
 * The only place where a time becomes words, one function for each kind of knowledge, so that a sentence has to choose
 * which it claims: that something happened then, that we saw it then, that it was so before then, or how old a fact is.
 */

/** The day on which something happened, as its source says or as we did it ourselves: "3 May 2026". */
export function happenedOn(at: Instant, speech: Speech): string {
  return day(at, speech);
}

/** The same with the time of day: "3 May 2026, 14:02". */
export function happenedAt(at: Instant, speech: Speech): string {
  return moment(at, speech);
}

/** The day that somebody said, by their own calendar: it is the same day for whoever reads it. */
export function saidDay(at: Instant, timeZone: TimeZone, { keptTimes: _, ...speech }: Speech): string {
  return day(at, { ...speech, timeZone });
}

/** The day on which we saw something that happened at some time before; the sentence has to say "seen". */
export function seenOn(at: Instant, speech: Speech): string {
  return day(at, speech);
}

export function seenAt(at: Instant, speech: Speech): string {
  return moment(at, speech);
}

/** The day of our first look, of something that was there already; the sentence has to say "before". */
export function knownBefore(firstLook: Instant, speech: Speech): string {
  return day(firstLook, speech);
}

/** The day of an acceptance, of the kind that we have; the sentence is chosen by its basis. */
export function sinceDay({ at, basis }: Since, speech: Speech): string {
  switch (basis) {
    case 'event':
      return happenedOn(at, speech);
    case 'first-seen':
      return seenOn(at, speech);
    case 'before-first-look':
      return knownBefore(at, speech);
  }
}

/** How old a fact is: "2 minutes ago". A card that stays would go on saying so; it gets the time itself. */
export function age(at: Instant, now: Instant, speech: Speech): string {
  return speech.keptTimes === undefined ? catalogueOf(speech.language).ago(now - at) : moment(at, speech);
}

/** The month in which it happened: "October 2026". */
export function monthOf(at: Instant, { language, timeZone = UTC }: Speech): string {
  const { zone, shift } = clockOf(timeZone);
  return catalogueOf(language).month(at + shift, zone);
}

/** The day of something that happened, as short as can be: "3 May". */
export function shortDay(at: Instant, { language, timeZone = UTC }: Speech): string {
  const { zone, shift } = clockOf(timeZone);
  return catalogueOf(language).shortDate(at + shift, zone);
}

/** How long something took, in its largest unit: "3 hours". */
export function howLong(ms: number, { language }: Speech): string {
  return catalogueOf(language).duration(ms);
}

/** For files that programs read: to the second, in UTC. */
export function stampOf(at: Date): string {
  return at.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** "Europe/Berlin", "America/New York", "UTC+05:30": whose clock a time of day goes by. */
export function clockName(zone: TimeZone): string {
  return fixedOffset(zone) === undefined ? zone.replaceAll('_', ' ') : `UTC${zone}`;
}

/** Speaks on a card that stays, and may be read by several people: times are absolute, on each reader's own clock. */
export function keeping(speech: Speech): Speech & { readonly keptTimes: NonNullable<Speech['keptTimes']> } {
  const { keptTimes = new Map<string, string>() } = speech;
  return { ...speech, keptTimes };
}

function day(at: Instant, { language, timeZone = UTC, keptTimes }: Speech): string {
  const { zone, shift } = clockOf(timeZone);
  const words = catalogueOf(language).date(at + shift, zone);
  return keptTimes === undefined ? words : keepTime(words, `{{DATE(${stamp(at)}, SHORT)}}`, keptTimes);
}

function moment(at: Instant, { language, timeZone = UTC, keptTimes }: Speech): string {
  const { zone, shift } = clockOf(timeZone);
  const catalogue = catalogueOf(language);
  const words = catalogue.dateTime(at + shift, zone);
  if (keptTimes === undefined) return timeZone === UTC ? `${words} UTC` : words;
  // Whoever reads these words instead of the card may live elsewhere than the conversation's clock.
  const label = fixedOffset(timeZone) === undefined ? catalogue.zoneLabel(at, zone) : clockName(timeZone);
  const asked = `{{DATE(${stamp(at)}, SHORT)}}, {{TIME(${stamp(at)})}}`;
  return keepTime(`${words} ${label}`, asked, keptTimes);
}

/** Node 20 takes no `+05:30` as a time zone, so a bare offset is added to the time and shown as UTC. */
function clockOf(timeZone: TimeZone): { readonly zone: string; readonly shift: number } {
  const fixed = fixedOffset(timeZone);
  return fixed === undefined ? { zone: timeZone, shift: 0 } : { zone: UTC, shift: fixed * MINUTE };
}

/** RFC 3339 without fractions of a second, which the functions of the cards do not take. */
function stamp(at: Instant): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}
