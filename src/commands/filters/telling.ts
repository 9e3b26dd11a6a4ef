import type { Language } from '../../domain/language';
import { CONDITIONS } from './steps';
import { filterLexiconOf } from './words';
import type { Meaning, Role } from './words';

/** Roles of words without one of which nothing is asked of many accounts: "end" alone may be said of anything. */
const TELLING: ReadonlySet<Role> = new Set<Role>([...CONDITIONS.filter((role) => role !== 'end'), 'provider', 'noun']);

const firstWords = new Map<Language, ReadonlySet<string>>();

/** Whether the folded words may hold one that says what accounts are to be: a quick no for most messages. */
export function mayTell(folded: readonly string[], language: Language): boolean {
  const first = firstWordsOf(language);
  return folded.some((word) => first.has(word) || stemsOf(word, language));
}

function stemsOf(word: string, language: Language): boolean {
  const stems = filterLexiconOf(language).stems.get(word.slice(0, 2)) ?? [];
  return stems.some(([stem, meaning]) => tells(meaning) && word.startsWith(stem));
}

function firstWordsOf(language: Language): ReadonlySet<string> {
  const known = firstWords.get(language);
  if (known !== undefined) return known;
  const { phrases } = filterLexiconOf(language);
  const found = [...phrases].filter(([, list]) => list.some(({ meanings }) => meanings.some(tells)));
  const words = new Set(found.map(([word]) => word));
  firstWords.set(language, words);
  return words;
}

function tells({ role }: Meaning): boolean {
  return TELLING.has(role);
}
