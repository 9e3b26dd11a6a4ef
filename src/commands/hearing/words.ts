import type { Language } from '../../domain/language';
import { languageOfWords, lexiconOf } from '../lexicons';
import { HeardMessage } from '../message';
import { tokenise } from '../token';
import type { Token } from '../token';
import { Words } from '../words';
import type { Hit } from '../words';

/** A message as both rooms that follow see it: its tokens, and what the lexicon of its language says of each. */
export interface HeardWords {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly language: Language;
  /** The words and phrases that begin at each token. */
  readonly hits: readonly (readonly Hit[])[];
}

const NO_SPANS: ReadonlySet<number> = new Set();

/** `text` is normalised. Of two languages that fit alike `own` counts. */
export function heardWords(text: string, own: Language = 'en'): HeardWords {
  const tokens = tokenise(text);
  const folds = tokens.flatMap(({ kind, fold }) => (kind === 'word' ? [fold] : []));
  const language = languageOfWords(folds, own);
  const words = new Words(new HeardMessage(text, tokens, NO_SPANS), lexiconOf(language));
  return { text, tokens, language, hits: tokens.map((_, at) => words.hitsAt(at)) };
}
