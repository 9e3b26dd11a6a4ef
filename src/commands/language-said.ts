import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import { languagesOfWord } from './lexicons';
import smallWords from './lexicon/small-words.json';
import { fold } from './token';

const SMALL: ReadonlyMap<string, readonly Language[]> = bySmallWord();

function bySmallWord(): ReadonlyMap<string, readonly Language[]> {
  const languages = new Map<string, Language[]>();
  for (const language of LANGUAGES)
    for (const word of smallWords[language].split(' ')) languages.set(word, [...(languages.get(word) ?? []), language]);
  return languages;
}

/** Said alike in all of the languages, so they tell none. */
const EVERYBODYS = new Set(
  'ok okay thx gdap mca csp snooze mute unmute review status digest export help sync tenant partner center link mail ping info check update excel csv chat bot work ltd inc'.split(
    ' ',
  ),
);

/** A small word ("tot", "the") tells more than any other. */
const WEIGHT = { small: 2, other: 1 } as const;
/** Two small words. */
const PLAIN = 2 * WEIGHT.small;

/** A word with what French puts before an apostrophe ("jusqu'au"), or English behind it ("hasn't", "we'll"). */
const WORD =
  /(?<!\p{L})((?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=\p{L}))?(\p{L}+?)(n?['’](?:t|re|ve|ll|d|m))?(?!\p{L})/giu;

export interface LanguageSaid {
  /** The likeliest, several where their words are alike; none where no word tells one. */
  readonly among: readonly Language[];
  /** Said in more than a word or two. */
  readonly isPlain: boolean;
}

/** The languages that the words of a message may be, most of all its small words; the names in it tell nothing. */
export function languageSaid(text: string, names: readonly string[]): LanguageSaid {
  // A mapping without its customer has an empty name.
  const bare = names.reduce((left, name) => (name === '' ? left : left.replaceAll(name, ' ')), text);
  const counts = new Map<Language, number>();
  const count = (languages: readonly Language[], weight: number): void => {
    for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + weight);
  };
  for (const [, elided, raw = '', joined] of bare.matchAll(WORD)) {
    if (elided !== undefined) count(['fr'], WEIGHT.small);
    if (joined !== undefined) count(['en'], WEIGHT.small);
    const word = fold(raw);
    const small = SMALL.get(word);
    if (!EVERYBODYS.has(word)) count(small ?? languagesOfWord(word), small === undefined ? WEIGHT.other : WEIGHT.small);
  }
  const most = Math.max(0, ...counts.values());
  return { among: LANGUAGES.filter((one) => most > 0 && counts.get(one) === most), isPlain: most >= PLAIN };
}
