import { fold, tokenise } from './token';

/** One word of a phrase: any of these, or none where it may be left out. */
export interface Step {
  readonly words: ReadonlySet<string>;
  readonly optional: boolean;
}

/** A phrase of the lexicon by its first two words; one word alone has no second. */
export interface PhraseText {
  readonly first: string;
  readonly second: string | undefined;
  readonly rest: readonly Step[];
}

/**
 * The phrases that a line of a lexicon stands for: `put|set it back [again]` is four; `a|one_of_the` joins the words
 * of a choice. Words are compared without accents and apostrophes. `meant` says what a word of a chat stands for.
 */
export function phrasesOf(text: string, meant: (word: string) => string): readonly PhraseText[] {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain === '') return [];
  if (!/[[|]/.test(plain)) return [plainPhrase(wordsOf(plain), meant)];
  const variants = plain.split(' ').reduce<readonly (readonly Step[])[]>(
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
  return { first, second, rest: rest.map((word) => ({ words: new Set([word]), optional: false })) };
}

/** The ways to say one part of a pattern: choices of one word are one step, of several words a step for each. */
function stepsOf(part: string, meant: (word: string) => string): readonly (readonly Step[])[] {
  const optional = part.startsWith('[') && part.endsWith(']');
  const choices = (optional ? part.slice(1, -1) : part)
    .split('|')
    .map((choice) => wordsOf(choice.replaceAll('_', ' ')));
  const single = choices.filter((words) => words.length === 1).map(([word = '']) => meant(word));
  const several = choices.filter((words) => words.length > 1);
  const ways: (readonly Step[])[] = several.map((words) =>
    words.map((word) => ({ words: new Set([meant(word)]), optional: false })),
  );
  if (single.length > 0) ways.push([{ words: new Set(single), optional }]);
  else if (optional) ways.push([]);
  return ways;
}

/** Each choice of the first two words, with the steps that follow. */
function byFirstWords(steps: readonly Step[]): readonly PhraseText[] {
  return withoutFirst(steps).flatMap(({ word: first, rest }) => {
    const longer = withoutFirst(rest).map(({ word: second, rest: after }) => ({ first, second, rest: after }));
    return rest.every((step) => step.optional) ? [...longer, { first, second: undefined, rest: [] }] : longer;
  });
}

function withoutFirst(steps: readonly Step[]): readonly { readonly word: string; readonly rest: readonly Step[] }[] {
  const [step, ...rest] = steps;
  if (!step) return [];
  const taken = [...step.words].map((word) => ({ word, rest }));
  return step.optional ? [...taken, ...withoutFirst(rest)] : taken;
}

function wordsOf(phrase: string): readonly string[] {
  if (/^[a-z]+(?: [a-z]+)*$/.test(phrase)) return phrase.split(' ');
  const words = tokenise(phrase).map((token) => token.fold);
  return words.length < 2 ? [fold(phrase)] : words;
}
