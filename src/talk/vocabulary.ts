import type { Language } from '../domain/language';
import de from './words/de.json';
import en from './words/en.json';
import es from './words/es.json';
import fr from './words/fr.json';
import nl from './words/nl.json';
import { apart, foldWord, WordPhrases, talkWords } from './tokens';

type Lists = Omit<typeof en, 'ordinals' | 'numbers' | 'nationalities' | 'states' | 'rewrites'> & {
  readonly [K in 'ordinals' | 'numbers']: Readonly<Record<string, number>>;
} & { readonly [K in 'nationalities' | 'states' | 'rewrites']: Readonly<Record<string, string>> };

type PhraseList = { readonly [K in keyof Lists]: Lists[K] extends readonly string[] ? K : never }[keyof Lists];

/** The words of one language with which people point back, carry on, correct, agree and decline. */
export interface Vocabulary {
  readonly language: Language;
  readonly phrases: (list: PhraseList) => WordPhrases;
  /** 1 is the first, -1 the last. */
  readonly ordinal: (word: string) => number | undefined;
  readonly number: (word: string) => number | undefined;
  /** ISO 3166 alpha-2. */
  readonly nationality: (word: string) => string | undefined;
  readonly countries: () => readonly string[];
  readonly state: (words: string) => string | undefined;
  readonly rewritten: (text: string) => string;
  readonly of: string;
  readonly periodFrame: string;
  readonly settingsFrames: readonly string[];
  /** How it is asked what ends in a time that stands at `{}`. */
  readonly endFrames: readonly string[];
  /** How accounts are listed by one condition, and by who decided. */
  readonly listFrames: readonly string[];
  readonly decidedFrame: string;
  /** How a mapping without its customer, and "not a customer", are said of `{}`. */
  readonly deedFrames: (deed: 'map' | 'ignore') => readonly DeedFrame[];
}

/** A sentence with a gap: the words before it and after it, folded. */
export interface DeedFrame {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Absent, the sentence is whole by itself. */
  readonly hasGap: boolean;
}

const LISTS: Readonly<Record<Language, Lists>> = { en, de, fr, es, nl };

const made = new Map<Language, Vocabulary>();

export function vocabularyOf(language: Language): Vocabulary {
  const known = made.get(language) ?? make(language);
  made.set(language, known);
  return known;
}

function make(language: Language): Vocabulary {
  const lists = LISTS[language];
  const phrases = new Map<string, WordPhrases>();
  const ordinals = foldedKeys(lists.ordinals);
  const numbers = foldedKeys(lists.numbers);
  const nationalities = foldedKeys(lists.nationalities);
  const states = foldedKeys(lists.states);
  const rewrites = Object.entries(lists.rewrites);
  const frames = { map: lists.mapFrames.map(frameOf), ignore: lists.ignoreFrames.map(frameOf) };
  return {
    language,
    phrases(list) {
      const own = phrases.get(list) ?? new WordPhrases(lists[list]);
      phrases.set(list, own);
      return own;
    },
    ordinal: (word) => ordinals.get(word) ?? numbered(word),
    number: (word) => (/^\d{1,3}$/.test(word) ? Number(word) : numbers.get(word)),
    nationality: (word) => nationalities.get(word),
    countries: () => [...new Set(nationalities.values())],
    state: (words) => states.get(words),
    rewritten: (text) =>
      rewrites.reduce((now, [from, to]) => now.replace(new RegExp(`(?<!\\p{L})${from}(?!\\p{L})`, 'giu'), to), text),
    of: lists.of,
    periodFrame: lists.periodFrame,
    settingsFrames: lists.settingsFrames,
    endFrames: lists.endFrames,
    listFrames: lists.listFrames,
    decidedFrame: lists.decidedFrame,
    deedFrames: (deed) => frames[deed],
  };
}

function frameOf(sentence: string): DeedFrame {
  const [before = '', after = ''] = sentence.split('{}');
  const folded = (text: string) => talkWords(apart(text)).map((word) => word.folded);
  return { before: folded(before), after: folded(after), hasGap: sentence.includes('{}') };
}

/** "3rd", "3e", "3.". */
function numbered(word: string): number | undefined {
  const found = /^(\d{1,3})(?:st|nd|rd|th|e|er|eme|re|de|ste|º|ª|°)$/.exec(word)?.[1];
  return found === undefined ? undefined : Number(found);
}

function foldedKeys<T>(record: Readonly<Record<string, T>>): ReadonlyMap<string, T> {
  return new Map(Object.entries(record).map(([key, value]) => [foldWord(key), value]));
}
