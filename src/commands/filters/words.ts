import type { Language } from '../../domain/language';
import { NAMED_SPANS } from '../../domain/span';
import type { NamedSpan, Unit } from '../../domain/span';
import { UNITS } from '../../domain/span';
import { beginsUpper, isAscii, isDigit } from '../characters';
import de from './lexicon/de.json';
import en from './lexicon/en.json';
import es from './lexicon/es.json';
import fr from './lexicon/fr.json';
import nl from './lexicon/nl.json';
import peoples from './lexicon/peoples.json';

/** What a word or phrase can be in a question about many accounts. English is the pattern of all lexicons. */
export type Role =
  Exclude<keyof typeof en, NamedSpan | Unit | 'months' | 'numbers'> | 'span' | 'month' | 'unit' | 'number' | 'country';

export interface Meaning {
  readonly role: Role;
  /** Of a span, a unit, a month, a number, a country. */
  readonly value?: string;
}

/** One word or phrase of the text, or a run of words that no lexicon holds (`meanings` is empty). */
export interface Item {
  readonly text: string;
  readonly meanings: readonly Meaning[];
  /** Begins with a capital letter in the text. */
  readonly capital: boolean;
}

type Phrase = { readonly words: readonly string[]; readonly meanings: Meaning[] };

interface Lexicon {
  /** Phrases by their first word, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Beginnings of words, such as `deutsch*`, by their first letters. */
  readonly stems: ReadonlyMap<string, readonly Stem[]>;
}

type Stem = readonly [string, Meaning];

/** No stem is shorter. */
const FIRST_LETTERS = 2;

type LexiconFile = typeof en;

const FILES: Readonly<Record<Language, LexiconFile>> = { en, de, fr, es, nl };

const WORD = /(?:[ldnsjcm]|qu)'(?=\p{L}|$)|[\p{L}\p{N}]+(?:[.'&-][\p{L}\p{N}]+)*|[<>,]/giu;
const LONGEST_PHRASE = 6;

export function foldAsked(text: string): string {
  const lower = isAscii(text)
    ? text.toLowerCase()
    : text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
  return lower.endsWith("n't") ? `${lower.slice(0, -3)}nt` : lower;
}

export function askedWords(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/** The words of a text cut into the longest phrases that the language's lexicon knows; words that it lacks stand by themselves. */
export function itemsIn(
  words: readonly string[],
  language: Language,
  folded: readonly string[] = words.map(foldAsked),
): readonly Item[] {
  const lexicon = filterLexiconOf(language);
  const items: Item[] = [];
  for (let at = 0; at < words.length;) {
    const found = isPersonsName(words, at) ? undefined : longestAt(folded, at, lexicon);
    const end = at + (found?.words ?? 1);
    const capital = beginsUpper(words[at] ?? '');
    const meanings = [...(words[at] === 'US' ? [UNITED_STATES] : []), ...(found?.meanings ?? [])];
    items.push({ text: words.slice(at, end).join(' '), meanings, capital });
    at = end;
  }
  return items;
}

/** First names that are small words of one of our languages: in capitals, and amid a sentence, they are somebody. */
const NAMES_TOO = new Set(['Ben', 'Will', 'Mark', 'Sue', 'Rob', 'Bill']);

function isPersonsName(words: readonly string[], at: number): boolean {
  return at > 0 && NAMES_TOO.has(words[at] ?? '');
}

/** In capitals it is no pronoun. */
const UNITED_STATES: Meaning = { role: 'country', value: 'US' };

function longestAt(
  folded: readonly string[],
  at: number,
  { phrases, stems }: Lexicon,
): { readonly words: number; readonly meanings: readonly Meaning[] } | undefined {
  const word = folded[at] ?? '';
  const phrase = phrases.get(word)?.find(({ words }) => words.every((each, n) => folded[at + n] === each));
  const meanings = [
    ...(phrase?.meanings ?? []),
    ...(phrase === undefined || phrase.words.length === 1
      ? (stems.get(word.slice(0, FIRST_LETTERS)) ?? [])
          .filter(([stem]) => word.startsWith(stem))
          .map(([, meaning]) => meaning)
      : []),
    ...(phrase === undefined || phrase.words.length === 1 ? spelled(word) : []),
  ];
  return meanings.length === 0 ? undefined : { words: phrase?.words.length ?? 1, meanings };
}

const NOT: ReadonlySet<string> = new Set(['couldnt', 'wouldnt', 'shouldnt', 'cant', 'wont', 'aint']);

/** Digits, and every English contraction with "not". */
function spelled(word: string): readonly Meaning[] {
  const digits = isDigit(word, 0) ? /^(\d{1,4})(?:st|nd|rd|th|er)?$/.exec(word)?.[1] : undefined;
  if (digits !== undefined) return [{ role: 'number', value: String(Number(digits)) }];
  return NOT.has(word) ? [{ role: 'not' }] : [];
}

const lexicons = new Map<Language, Lexicon>();

export function filterLexiconOf(language: Language): Lexicon {
  const known = lexicons.get(language);
  if (known !== undefined) return known;
  const lexicon = compiled(FILES[language], language);
  lexicons.set(language, lexicon);
  return lexicon;
}

const TIMES: ReadonlySet<Role> = new Set(['span', 'unit', 'month', 'number']);
const timeWords = new Map<Language, ReadonlySet<string>>();

/** One word, the longest, of each phrase of a period, a unit, a month or a number. */
export function timeWordsOf(language: Language): ReadonlySet<string> {
  const known = timeWords.get(language);
  if (known !== undefined) return known;
  const phrases = [...filterLexiconOf(language).phrases.values()].flat();
  const ofTime = phrases.filter(({ meanings }) => meanings.some(({ role }) => TIMES.has(role)));
  const words = new Set(
    ofTime.map((phrase) => phrase.words.reduce((one, next) => (next.length > one.length ? next : one))),
  );
  timeWords.set(language, words);
  return words;
}

function compiled(file: LexiconFile, language: Language): Lexicon {
  const phrases = new Map<string, Phrase>();
  const stems = new Map<string, Stem[]>();
  const add = (list: string, meaning: Meaning): void => {
    for (const text of list.split(/,\s+|,$/)) {
      const written = foldAsked(text.trim());
      if (written.endsWith('*')) addStem(stems, written.slice(0, -1), meaning);
      else if (written !== '') addTo(phrases, written, meaning);
    }
  };
  const { months, numbers, ...roles } = file;
  // Object.entries forgets the names of its keys.
  for (const [role, list] of Object.entries(roles)) add(list, meaningOf(role as keyof typeof roles));
  addTo(phrases, ',', { role: 'and' });
  months.forEach((list, index) => {
    add(list, { role: 'month', value: String(index + 1) });
  });
  for (const [value, list] of Object.entries(numbers)) add(list, { role: 'number', value });
  for (const [code, name] of countryNames(language)) add(name, { role: 'country', value: code });
  for (const [code, list] of Object.entries(peoples)) add(list, { role: 'country', value: code });
  return { phrases: byFirstWord(phrases), stems };
}

function meaningOf(role: Exclude<keyof LexiconFile, 'months' | 'numbers'>): Meaning {
  const span = NAMED_SPANS.find((name) => name === role);
  if (span !== undefined) return { role: 'span', value: span };
  const unit = UNITS.find((name) => name === role);
  // Whatever is neither a span nor a unit is a role of its own name.
  return unit === undefined ? { role: role as Role } : { role: 'unit', value: unit };
}

function addStem(stems: Map<string, Stem[]>, stem: string, meaning: Meaning): void {
  const key = stem.slice(0, FIRST_LETTERS);
  const known = stems.get(key);
  if (known === undefined) stems.set(key, [[stem, meaning]]);
  else known.push([stem, meaning]);
}

function addTo(phrases: Map<string, Phrase>, written: string, meaning: Meaning): void {
  const words = written === ',' ? [','] : askedWords(written);
  const key = words.join(' ');
  const known = phrases.get(key);
  if (known === undefined) phrases.set(key, { words: words.slice(0, LONGEST_PHRASE), meanings: [meaning] });
  else if (!known.meanings.some(({ role, value }) => role === meaning.role && value === meaning.value))
    known.meanings.push(meaning);
}

function byFirstWord(phrases: ReadonlyMap<string, Phrase>): ReadonlyMap<string, readonly Phrase[]> {
  const result = new Map<string, Phrase[]>();
  for (const phrase of phrases.values()) {
    const [first = ''] = phrase.words;
    const list = result.get(first) ?? [];
    list.push(phrase);
    result.set(first, list);
  }
  for (const list of result.values()) list.sort((a, b) => b.words.length - a.words.length);
  return result;
}

/** As the language calls them, and in English, which everybody types. */
function countryNames(language: Language): readonly (readonly [string, string])[] {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const codes = letters.flatMap((a) => letters.map((b) => a + b));
  return [...new Set([language, 'en'])].flatMap((locale) => {
    const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
    return codes.flatMap((code) => {
      const name = GROUPS.has(code) ? undefined : names.of(code);
      // The lexicon parts phrases with commas, and what stands in brackets nobody types.
      return name === undefined ? [] : [[code, name.replace(/\s*\(.*\)|,.*/g, '')] as const];
    });
  });
}

/** No countries, though they have a code; and codes that are names of a country under another one. */
const GROUPS: ReadonlySet<string> = new Set([
  'EU',
  'EZ',
  'UN',
  'XA',
  'XB',
  'ZZ',
  'QO',
  'UK',
  'DD',
  'SU',
  'YU',
  'CS',
  'TP',
  'ZR',
  'BU',
  'FX',
  'AC',
  'DG',
  'EA',
  'IC',
  'CP',
  'TA',
]);
