import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import { nextSlice } from '../matching/slices';
import type { Lexicon } from './concept';
import { CompiledLexicon } from './lexicon';
import { wordsIn } from './lexicon-text';
import { chat } from './lexicon/chat';
import { dutch } from './lexicon/dutch';
import { english } from './lexicon/english';
import { french } from './lexicon/french';
import { german } from './lexicon/german';
import { ordinaryEnglish, people, thingsEnglish } from './lexicon/ordinary';
import { spanish } from './lexicon/spanish';
import type { Token } from './token';

type Foreign = Exclude<Language, 'en'>;

const FOREIGN: Readonly<Record<Foreign, Lexicon>> = { de: german, fr: french, es: spanish, nl: dutch };

/** The small words of the other languages, which are no names in English either. */
const FOREIGN_WORDS = new CompiledLexicon('en', {
  common: Object.values(FOREIGN)
    .map((lexicon) => lexicon.filler ?? '')
    .join(','),
  risk: Object.values(FOREIGN)
    .map((lexicon) => lexicon.neg ?? '')
    .join(','),
});

export const ENGLISH = new CompiledLexicon('en', english, {
  other: FOREIGN_WORDS,
  chat: chat.en,
  spare: { ordinary: ordinaryEnglish, thing: thingsEnglish, person: people },
});

/** Compiled once the bot listens, or with the first message that may be written in the language: the bot must start quickly. */
const COMPILED = new Map<Foreign, CompiledLexicon>();

export function lexiconOf(language: Language): CompiledLexicon {
  if (language === 'en') return ENGLISH;
  const known = COMPILED.get(language);
  if (known) return known;
  const options = { other: ENGLISH, chat: chat[language], spare: { person: people } };
  const lexicon = new CompiledLexicon(language, FOREIGN[language], options);
  COMPILED.set(language, lexicon);
  return lexicon;
}

/** Compiles what is left, one language in each turn of the event loop, so that no message has to wait for it. */
export async function compileLexicons(): Promise<void> {
  for (const language of LANGUAGES) {
    await nextSlice();
    lexiconOf(language);
  }
}

/** The languages besides English that each word is in. */
const SHARED: ReadonlyMap<string, readonly Language[]> = languagesOf();
/** The languages of each word that English has not. */
const LANGUAGES_OF: ReadonlyMap<string, readonly Language[]> = new Map(
  [...SHARED].filter(([word]) => !ENGLISH.vocabulary.has(word)),
);

function languagesOf(): ReadonlyMap<string, readonly Language[]> {
  const languages = new Map<string, Language[]>();
  for (const language of ['de', 'fr', 'es', 'nl'] as const) {
    const words = new Set(Object.values(FOREIGN[language]).flatMap((list) => wordsIn(list ?? '')));
    for (const word of words) {
      const known = languages.get(word);
      if (known) known.push(language);
      else languages.set(word, [language]);
    }
  }
  return languages;
}

/** The languages, English aside, that a message may be written in: those to which one of its words belongs. */
export function mayBe(tokens: readonly Token[]): ReadonlySet<Language> {
  const languages = new Set<Language>();
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    for (const language of LANGUAGES_OF.get(token.fold) ?? []) languages.add(language);
  }
  return languages;
}

/** Whether a word, folded, stands in the lists of any language: a command, a small word or an ordinary one, seldom a name. */
export function isListedWord(word: string): boolean {
  return ENGLISH.vocabulary.has(word) || LANGUAGES_OF.has(word);
}

/** The languages in whose lists a word, folded, stands. */
export function languagesOfWord(word: string): readonly Language[] {
  const others = SHARED.get(word) ?? [];
  return ENGLISH.vocabulary.has(word) ? ['en', ...others] : others;
}

/** Words of every language, whatever list they stand in. */
const NOBODYS = new Set(['ok', 'okay', 'thx', 'gdap', 'mca', 'csp']);

/**
 * The language of most of the words that stand in a list. Of several that fit alike `own`, that of the person's client,
 * comes first; then `otherwise`, which also counts where no word says anything.
 */
export function languageOfWords(words: readonly string[], otherwise: Language, own = otherwise): Language {
  const counts = new Map<Language, number>();
  for (const word of words) {
    if (NOBODYS.has(word)) continue;
    for (const language of languagesOfWord(word)) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  if (most === 0) return otherwise;
  const preferred = [own, otherwise].find((language) => counts.get(language) === most);
  if (preferred !== undefined) return preferred;
  const best = LANGUAGES.filter((language) => counts.get(language) === most);
  return best.length === 1 ? (best[0] ?? otherwise) : otherwise;
}
