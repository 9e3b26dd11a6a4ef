import type { Language } from '../../domain/language';
import type { TimeZone } from '../../domain/calendar';
import { catalogueOf } from './catalogue';
import type { PhraseKey } from './catalogue';
import type { KeptTimes } from './kept-times';

export type { PhraseKey } from './catalogue';
export { isPhraseKey } from './catalogue';

export type PhraseValues = Readonly<Record<string, string | number>>;

/** How the bot speaks to one reader: language, dates and numbers. Sentences live in phrases/, one catalogue per language. */
export interface Speech {
  readonly language: Language;
  /** Of the reader's clock; without it, times are said in UTC and say so. How they are said is in times.ts. */
  readonly timeZone?: TimeZone;
  /** Set on a card that stays: the times that it says. */
  readonly keptTimes?: KeptTimes;
  /** A sentence of the catalogue. Text values are cleaned and cut; they are never read as part of the pattern. */
  say(key: PhraseKey, values?: PhraseValues): string;
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
  return {
    language,
    ...options,
    say: (key, values) => catalogue.say(key, values),
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
