import { CompiledLexicon } from './lexicon';
import { dutch } from './lexicon/dutch';
import { english } from './lexicon/english';
import { french } from './lexicon/french';
import { german } from './lexicon/german';
import { spanish } from './lexicon/spanish';

/** The small words of the other languages, which are no names in English either. */
const FOREIGN_WORDS = new CompiledLexicon('en', {
  common: [german, french, spanish, dutch].map((lexicon) => lexicon.filler ?? '').join(','),
  risk: [german, french, spanish, dutch].map((lexicon) => lexicon.neg ?? '').join(','),
});

export const ENGLISH = new CompiledLexicon('en', english, FOREIGN_WORDS);

export const LEXICONS: readonly CompiledLexicon[] = [
  ENGLISH,
  new CompiledLexicon('de', german, ENGLISH),
  new CompiledLexicon('fr', french, ENGLISH),
  new CompiledLexicon('es', spanish, ENGLISH),
  new CompiledLexicon('nl', dutch, ENGLISH),
];
