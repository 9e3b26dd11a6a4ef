import type { Language } from '../domain/language';
import type { IntentName } from './intent';
import { withoutPossessive } from './name-like';
import { isNoName } from './no-names';
import type { Sentence } from './sentence';
import { commandTable, exampleOf } from './table';

const SUGGESTIONS = 3;
/** What can be done with a company when nothing else was understood. */
const WITH_A_NAME: readonly IntentName[] = ['status', 'show', 'watch'];

const MOSTLY: readonly IntentName[] = ['status', 'list', 'help'];

/** Words between the two names of a mapping. */
const SEPARATORS = new Set(['to', 'with', '->', '→', '=', '=>', 'zu', 'mit', 'à', 'avec', 'a', 'con', 'aan', 'met']);

export interface Guess {
  /** The longest run of words that could be a company. */
  readonly name?: string;
  /** What it costs to take it for a name; 0 is certain. */
  readonly cost?: number;
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
  if (!best) return { puzzle };
  const { start, end } = best;
  return { name: sentence.slice(start, end), cost: sentence.name(start, end), puzzle };
}

/** The commands whose cue words stand in the message, in the order in which they stand there. */
export function hinted(sentence: Sentence): readonly IntentName[] {
  const exact = sentence.tokens.flatMap((_, at) => sentence.hitsAt(at)).filter((hit) => hit.cost === 0);
  return exact.flatMap((hit) =>
    commandTable.filter((command) => command.cues.includes(hit.concept)).map((command) => command.name),
  );
}

/** Commands to type instead, best first; when nothing was near, what most people want, and help. */
export function suggestions(near: readonly IntentName[], language: Language, guess?: string): readonly string[] {
  const company = guess === undefined ? undefined : nameIn(guess);
  const names = [...new Set([...near, ...(company === undefined ? [] : WITH_A_NAME)])];
  const typed = names.flatMap((name) =>
    name === 'map' ? mappings(language, company) : [exampleOf(name, language, company)],
  );
  const lines = typed.length > 0 ? [...new Set(typed)] : MOSTLY.map((name) => exampleOf(name, language));
  return lines.slice(0, SUGGESTIONS);
}

/** The guess without what only leads from one name to the next; none where nothing of it can be a name. */
function nameIn(guess: string): string | undefined {
  const words = withoutPossessive(guess).split(' ');
  while (SEPARATORS.has(words.at(-1)?.toLowerCase() ?? '')) words.pop();
  while (SEPARATORS.has(words[0]?.toLowerCase() ?? '')) words.shift();
  const name = words.join(' ');
  return name === '' || isNoName(name, undefined) ? undefined : name;
}

/** Each way to cut "A to B" in two, in quotes, so that it can be typed without doubt. */
function mappings(language: Language, company: string | undefined): readonly string[] {
  const words = company?.split(' ') ?? [];
  const cuts = words.flatMap((word, at) =>
    SEPARATORS.has(word.toLowerCase()) && at > 0 && at < words.length - 1 ? [at] : [],
  );
  // Which customer it is nobody has said: the account's card offers those that fit.
  if (cuts.length === 0) return [exampleOf(company === undefined ? 'map' : 'show', language, company)];
  return cuts.map((at) => exampleOf('map', language, quote(words.slice(0, at)), quote(words.slice(at + 1))));
}

function quote(words: readonly string[]): string {
  return `"${words.join(' ').replaceAll('"', '')}"`;
}
