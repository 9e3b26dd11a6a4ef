import type { Language } from '../../domain/language';
import { IntlMessageFormat } from 'intl-messageformat';
import { clean } from './escape';
import de from '../phrases/de.json';
import en from '../phrases/en.json';
import es from '../phrases/es.json';
import fr from '../phrases/fr.json';
import nl from '../phrases/nl.json';

/** English is the pattern of all catalogues: a key that it lacks does not compile. */
export type PhraseKey = keyof typeof en;
export type Phrases = Readonly<Record<PhraseKey, string>>;

/** The locale that dates and numbers follow: English with the day before the month, as our readers write it. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de', fr: 'fr', es: 'es', nl: 'nl' };

/** Longest text value in a sentence. */
const VALUE_LENGTH = 240;

export interface Catalogue {
  say(key: PhraseKey, values?: Readonly<Record<string, string | number>>): string;
  date(at: number, timeZone: string): string;
  dateTime(at: number, timeZone: string): string;
  /** `3 Nov`. */
  shortDate(at: number, timeZone: string): string;
  /** `October 2026`. */
  month(at: number, timeZone: string): string;
  /** What the zone's clock is called at that moment: `CET`, `GMT+5:45`. */
  zoneLabel(at: number, timeZone: string): string;
  /** `age` in milliseconds; what lies ahead counts as now. */
  ago(age: number): string;
  /** `3 hours`: a time in its largest unit. */
  duration(length: number): string;
  number(value: number): string;
  list(items: readonly string[]): string;
  country(code: string): string;
}

/** Compiled on first use and kept: compiling a message or a formatter costs a hundred times what using it costs. */
function createCatalogue(language: Language, phrases: Phrases): Catalogue {
  const locale = LOCALES[language];
  const messages = remembered((key: PhraseKey) => compile(phrases[key], locale));
  const dates = remembered((timeZone: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }));
  const times = remembered(
    (timeZone: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }),
  );
  const shortDates = remembered(
    (timeZone: string) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone }),
  );
  const durations = remembered(
    (unit: string) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }),
  );
  const months = remembered(
    (timeZone: string) => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone }),
  );
  const labels = remembered(
    (timeZone: string) => new Intl.DateTimeFormat(locale, { hour: 'numeric', timeZoneName: 'short', timeZone }),
  );
  const relative = remembered(() => new Intl.RelativeTimeFormat(locale, { numeric: 'always' }));
  const numbers = remembered(() => new Intl.NumberFormat(locale));
  const lists = remembered(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const regions = remembered(() => new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }));
  return {
    say: (key, values) => messages(key)(values),
    date: (at, timeZone) => dates(timeZone).format(at),
    shortDate: (at, timeZone) => shortDates(timeZone).format(at),
    month: (at, timeZone) => months(timeZone).format(at),
    dateTime: (at, timeZone) => times(timeZone).format(at),
    zoneLabel: (at, timeZone) =>
      labels(timeZone)
        .formatToParts(at)
        .find((part) => part.type === 'timeZoneName')?.value ?? timeZone,
    ago: (age) => {
      if (age < 1000) return messages('time.now')(undefined);
      const [count, unit] = inUnits(age);
      return relative('').format(-count, unit);
    },
    duration: (length) => {
      const [count, unit] = inUnits(length);
      return durations(unit).format(count);
    },
    number: (value) => numbers('').format(value),
    list: (items) => lists('').format(items),
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (regions('').of(code) ?? code) : code),
  };
}

/** A phrase without placeholders needs no formatter. */
function compile(pattern: string, locale: string): (values?: Readonly<Record<string, string | number>>) => string {
  if (!pattern.includes('{') && !pattern.includes("'")) return () => pattern;
  const format = new IntlMessageFormat(pattern, locale, undefined, { ignoreTag: true });
  return (values = {}) => oneStop(String(format.format(cleaned(values))));
}

/** "Proseware, Inc." at the end of a sentence brings its own full stop. */
function oneStop(sentence: string): string {
  return sentence.includes('..') ? sentence.replace(/(?<!\.)\.\.(?!\.)/g, '.') : sentence;
}

function cleaned(values: Readonly<Record<string, string | number>>): Record<string, string | number> {
  const result: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    result[name] = typeof value === 'string' ? clean(value, VALUE_LENGTH) : value;
  }
  return result;
}

const UNITS = [
  ['second', 1000, 60],
  ['minute', 60_000, 60],
  ['hour', 3_600_000, 24],
  ['day', 86_400_000, 30],
  ['month', 30 * 86_400_000, 12],
  ['year', 365 * 86_400_000, Number.POSITIVE_INFINITY],
] as const;

function inUnits(age: number): readonly [number, Intl.RelativeTimeFormatUnit] {
  for (const [unit, length, most] of UNITS) {
    const count = Math.floor(age / length);
    if (count < most) return [Math.max(count, 1), unit];
  }
  return [0, 'second'];
}

/** Keeps what a pure function returned per argument. */
function remembered<Key extends string, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const kept = new Map<Key, Value>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    kept.set(key, made);
    return made;
  };
}

const phrasesOf: Readonly<Record<Language, Phrases>> = { en, de, fr, es, nl };

const catalogues: Readonly<Record<Language, Catalogue>> = {
  en: createCatalogue('en', en),
  de: createCatalogue('de', de),
  fr: createCatalogue('fr', fr),
  es: createCatalogue('es', es),
  nl: createCatalogue('nl', nl),
};

export function catalogueOf(language: Language): Catalogue {
  return catalogues[language];
}

/** The raw messages of a language. */
export function phrases(language: Language): Phrases {
  return phrasesOf[language];
}

export function isPhraseKey(key: string): key is PhraseKey {
  return Object.hasOwn(en, key);
}
