import { fixedOffset, UTC } from '../domain/calendar';
import type { TimeZone } from '../domain/calendar';
import { MINUTE } from '../domain/time';
import type { Instant } from '../domain/time';
import { catalogueOf } from './catalogue';
import type { Language, PhraseKey } from './catalogue';

export type { Language, PhraseKey } from './catalogue';
export { LANGUAGES, isPhraseKey } from './catalogue';

export type PhraseValues = Readonly<Record<string, string | number>>;

/** How the bot speaks to one reader: language, dates and numbers. Sentences live in phrases/, one catalogue per language. */
export interface Speech {
  readonly language: Language;
  /** A sentence of the catalogue. Text values are cleaned and cut; they are never read as part of the pattern. */
  say(key: PhraseKey, values?: PhraseValues): string;
  /** For example `3 May 2026`. */
  date(at: Instant): string;
  /** For example `3 May 2026, 14:02`; with `UTC` when the reader's time zone is not known. */
  dateTime(at: Instant): string;
  /** For example `2 minutes ago`. */
  ago(at: Instant, now: Instant): string;
  number(value: number): string;
  /** `a, b and c`. */
  list(items: readonly string[]): string;
  /** The name of a country (ISO 3166 alpha-2); the code itself when it has none. */
  country(code: string): string;
}

export interface SpeechOptions {
  /** Of the reader's clock; without it, times are said in UTC and say so. */
  readonly timeZone?: TimeZone;
}

export function createSpeech(language: Language, options: SpeechOptions = {}): Speech {
  const catalogue = catalogueOf(language);
  const { timeZone = UTC } = options;
  // Node 20 takes no `+05:30` as a time zone, so a bare offset is added to the time and shown as UTC.
  const fixed = fixedOffset(timeZone);
  const zone = fixed === undefined ? timeZone : UTC;
  const shift = (fixed ?? 0) * MINUTE;
  const suffix = timeZone === UTC ? ' UTC' : '';
  return {
    language,
    say: (key, values) => catalogue.say(key, values),
    date: (at) => catalogue.date(at + shift, zone),
    dateTime: (at) => catalogue.dateTime(at + shift, zone) + suffix,
    ago: (at, now) => catalogue.ago(now - at),
    number: (value) => catalogue.number(value),
    list: (items) => catalogue.list(items),
    country: (code) => catalogue.country(code),
  };
}

/** The language of the bot that is closest to a locale such as `de-AT`; English when there is none. */
export function languageOf(locale: string | undefined): Language {
  const code = locale?.slice(0, 2).toLowerCase();
  return code === 'de' || code === 'fr' || code === 'es' || code === 'nl' ? code : 'en';
}
