import type { IntentName, Language } from './intent';
import type { Sentence } from './sentence';
import { exampleOf } from './table';

const SUGGESTIONS = 3;
/** What can be done with a company when nothing else was understood. */
const WITH_A_NAME: readonly IntentName[] = ['status', 'show', 'watch'];

export interface Guess {
  /** The longest run of words that could be a company. */
  readonly name?: string;
  /** The first word that no list holds, in the normalised text. */
  readonly puzzle: { readonly start: number; readonly end: number } | null;
}

/** What in a message that was not understood could be a company, and what could not be read. */
export function guessName(sentence: Sentence): Guess {
  let best: { start: number; end: number; cost: number } | undefined;
  for (let start = 0; start < sentence.size; start += 1) {
    for (let end = start + 1; end <= Math.min(sentence.size, start + 6); end += 1) {
      const cost = sentence.name(start, end) - 0.2 * (end - start);
      if (sentence.name(start, end) <= 0.8 && (!best || cost < best.cost)) best = { start, end, cost };
    }
  }
  const odd = sentence.tokens.find((_, at) => sentence.unknown(at));
  const puzzle = odd ? { start: odd.start, end: odd.end } : null;
  return best ? { name: sentence.slice(best.start, best.end), puzzle } : { puzzle };
}

/** Commands to type instead, best first; `help` when nothing was near. */
export function suggestions(near: readonly IntentName[], language: Language, company?: string): readonly string[] {
  const names = [...new Set([...near, ...(company === undefined ? [] : WITH_A_NAME)])].slice(0, SUGGESTIONS);
  const typed = names.map((name) => exampleOf(name, language, company));
  return typed.length > 0 ? typed : [exampleOf('help', language)];
}
