import type { Language } from './intent';
import { CompiledLexicon } from './lexicon';
import { chat } from './lexicon/chat';
import { dutch } from './lexicon/dutch';
import { english } from './lexicon/english';
import { french } from './lexicon/french';
import { german } from './lexicon/german';
import { ordinaryEnglish, people } from './lexicon/ordinary';
import { spanish } from './lexicon/spanish';
import type { Token } from './token';

/** The small words of the other languages, which are no names in English either. */
const FOREIGN_WORDS = new CompiledLexicon('en', {
  common: [german, french, spanish, dutch].map((lexicon) => lexicon.filler ?? '').join(','),
  risk: [german, french, spanish, dutch].map((lexicon) => lexicon.neg ?? '').join(','),
});

export const ENGLISH = new CompiledLexicon('en', english, {
  other: FOREIGN_WORDS,
  chat: chat.en,
  spare: { ordinary: ordinaryEnglish, person: people },
});

export const LEXICONS: readonly CompiledLexicon[] = [
  ENGLISH,
  new CompiledLexicon('de', german, { other: ENGLISH, chat: chat.de, spare: { person: people } }),
  new CompiledLexicon('fr', french, { other: ENGLISH, chat: chat.fr, spare: { person: people } }),
  new CompiledLexicon('es', spanish, { other: ENGLISH, chat: chat.es, spare: { person: people } }),
  new CompiledLexicon('nl', dutch, { other: ENGLISH, chat: chat.nl, spare: { person: people } }),
];

/** The languages of each word that English has not. */
const LANGUAGES_OF: ReadonlyMap<string, readonly Language[]> = languagesOf();

function languagesOf(): ReadonlyMap<string, readonly Language[]> {
  const languages = new Map<string, Language[]>();
  for (const { language, vocabulary } of LEXICONS) {
    for (const word of vocabulary) {
      if (ENGLISH.vocabulary.has(word)) continue;
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
