import { isPlain, spacedWords } from '../commands/name-like';
import { companiesOf } from '../commands/no-names';
import type { Understanding } from '../commands/understand';
import { WATCH_LIMITS } from '../tasks/watch-limits';

/** Characters that a typed name may have: as many as of a watch. */
export const MOST_LETTERS = WATCH_LIMITS.characters;

/** A name in it is longer than any company's: nobody is looked up by half of it. */
export function hasTooLongName(heard: Understanding): boolean {
  if (heard.outcome === 'understood') return companiesOf(heard.intent).some(isTooLong);
  return heard.outcome === 'misunderstood' && isTooLong(heard.text) && isNothingButName(heard.text);
}

function isTooLong(name: string): boolean {
  return Array.from(name).length > MOST_LETTERS;
}

/** No word of a sentence is in it. */
function isNothingButName(text: string): boolean {
  return (
    !/[?!\n]|\.\s/.test(text) && !spacedWords(text).some((word, at) => isPlain(word, at === 0) && /\p{L}/u.test(word))
  );
}
