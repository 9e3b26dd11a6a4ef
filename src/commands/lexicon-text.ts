import { fold, tokenise } from './token';

/** One word of a phrase: this one, or any of these, or none where it may be left out. */
export type PhraseStep = string | { readonly words: ReadonlySet<string>; readonly optional: boolean };

/** A phrase of the lexicon by its first two words; one word alone has no second. */
export interface PhraseText {
  readonly first: string;
  readonly second: string | undefined;
  readonly rest: readonly PhraseStep[];
}

/**
 * The phrases that a list of a lexicon stands for, separated by commas: `put|set it back [again]` is four;
 * `a|one_of_the` joins the words of a choice. Words are compared without accents and apostrophes. `meant` says what a
 * word of a chat stands for.
 */
export function phrasesIn(list: string, meant: (word: string) => string, into: (phrase: PhraseText) => void): void {
  let words: string[] = [];
  let start = 0;
  let from = 0;
  let simple = true;
  // Lists are long and are read when the bot starts: plain words, as most are, are cut out without further ado.
  for (let at = 0; at <= list.length; at += 1) {
    const code = at < list.length ? list.charCodeAt(at) : COMMA;
    if (code >= LETTER_A && code <= LETTER_Z) continue;
    if (code === SPACE || code === COMMA || code === NEW_LINE) {
      if (simple && at > from) words.push(list.slice(from, at));
      from = at + 1;
    } else simple = false;
    if (code !== COMMA) continue;
    if (!simple) for (const phrase of difficult(list.slice(start, at), meant)) into(phrase);
    else if (words.length > 0) into(plainPhrase(words, meant));
    words = [];
    simple = true;
    start = from = at + 1;
  }
}

const COMMA = 44;
const SPACE = 32;
const NEW_LINE = 10;
const LETTER_A = 97;
const LETTER_Z = 122;

/** A phrase with signs or accents, or a pattern of phrases. */
function difficult(text: string, meant: (word: string) => string): readonly PhraseText[] {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (!/[[|]/.test(plain)) return [plainPhrase(wordsOf(plain), meant)];
  const variants = plain.split(' ').reduce<readonly (readonly PhraseStep[])[]>(
    (before, part) => {
      const added = stepsOf(part, meant);
      return before.flatMap((steps) => added.map((more) => [...steps, ...more]));
    },
    [[]],
  );
  return variants.flatMap(byFirstWords);
}

function plainPhrase(words: readonly string[], meant: (word: string) => string): PhraseText {
  const [first = '', second, ...rest] = words.length > 1 ? words.map(meant) : words;
  return { first, second, rest };
}

/** The ways to say one part of a pattern: choices of one word are one step, of several words a step for each. */
function stepsOf(part: string, meant: (word: string) => string): readonly (readonly PhraseStep[])[] {
  const optional = part.startsWith('[') && part.endsWith(']');
  const choices = (optional ? part.slice(1, -1) : part)
    .split('|')
    .map((choice) => wordsOf(choice.replaceAll('_', ' ')));
  const single = choices.filter((words) => words.length === 1).map(([word = '']) => meant(word));
  const several = choices.filter((words) => words.length > 1);
  const ways: (readonly PhraseStep[])[] = several.map((words) => words.map(meant));
  const [only] = single;
  if (single.length === 1 && only !== undefined && !optional) ways.push([only]);
  else if (single.length > 0) ways.push([{ words: new Set(single), optional }]);
  else if (optional) ways.push([]);
  return ways;
}

/** Each choice of the first two words, with the steps that follow. */
function byFirstWords(steps: readonly PhraseStep[]): readonly PhraseText[] {
  return withoutFirst(steps).flatMap(({ word: first, rest }) => {
    const longer = withoutFirst(rest).map(({ word: second, rest: after }) => ({ first, second, rest: after }));
    return rest.every((step) => typeof step !== 'string' && step.optional)
      ? [...longer, { first, second: undefined, rest: [] }]
      : longer;
  });
}

function withoutFirst(
  steps: readonly PhraseStep[],
): readonly { readonly word: string; readonly rest: readonly PhraseStep[] }[] {
  const [step, ...rest] = steps;
  if (!step) return [];
  if (typeof step === 'string') return [{ word: step, rest }];
  const taken = [...step.words].map((word) => ({ word, rest }));
  return step.optional ? [...taken, ...withoutFirst(rest)] : taken;
}

/** Every word of a list, folded. */
export function wordsIn(list: string): readonly string[] {
  const words = list.split(/[\s,|[\]_]+/).filter((word) => word !== '');
  return words.flatMap((word) => (/^[a-z]+$/.test(word) ? word : wordsOf(word)));
}

function wordsOf(phrase: string): readonly string[] {
  if (/^[a-z]+(?: [a-z]+)*$/.test(phrase)) return phrase.split(' ');
  // "d'" stands before a name, where the apostrophe ends a word of its own.
  const plain = phrase.replace(/(?<=[a-z])'(?= |$)/g, '');
  const words = tokenise(plain).map((token) => token.fold);
  return words.length < 2 ? [fold(plain)] : words;
}
