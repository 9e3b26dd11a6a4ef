import { LANGUAGES } from '../domain/language';
import { apart, talkWords } from './tokens';
import type { Word } from './tokens';
import { vocabularyOf } from './vocabulary';
import type { WordPhrases } from './tokens';

/** Longer messages say more than yes or no. */
const MOST_WORDS = 8;

/** Whether a message is a yes or a no and nothing else, in any of the languages. */
export function assentIn(text: string): 'yes' | 'no' | undefined {
  const words = talkWords(apart(text));
  if (words.length === 0)
    return /^\s*(?:👍|✅|👌)+\s*$/u.test(text) ? 'yes' : /^\s*(?:👎|❌)+\s*$/u.test(text) ? 'no' : undefined;
  if (words.length > MOST_WORDS || /\?\s*$/.test(text)) return undefined;
  for (const language of LANGUAGES) {
    const { phrases } = vocabularyOf(language);
    if (isAll(words, phrases('no'), phrases('noBeside'))) return 'no';
    if (isAll(words, phrases('yes'), phrases('yesBeside'))) return 'yes';
  }
  return undefined;
}

/** It begins with one of the first, and all the rest stands beside such a word. */
function isAll(words: readonly Word[], first: WordPhrases, beside: WordPhrases): boolean {
  let at = 0;
  let said = false;
  while (at < words.length) {
    const main = first.at(words, at);
    const step = Math.max(main, beside.at(words, at));
    if (step === 0) return false;
    said ||= main === step && main > 0;
    at += step;
  }
  return said;
}
