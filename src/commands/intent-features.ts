import type { Concept } from './concept';
import type { Sentence } from './sentence';
import { SMALL } from './weights';

/** Stands for a run of words that are a name by their looks. */
const NAME = '@';
const ARROW = '->';
const MARKS = new Set(['?', '!', '.', ',', ':']);

/**
 * What the intent model sees of a sentence: its words and the concepts of the lexicon that they stand for, alone and
 * side by side, without the names in it. A word counts as part of a name by its looks, or when neither the lexicon nor
 * the model (`isFamiliar`) has it. `hidden` marks further tokens of names.
 */
export function featuresOf(
  sentence: Sentence,
  isFamiliar: (word: string) => boolean,
  hidden: (at: number) => boolean = () => false,
): readonly string[] {
  const features = new Set<string>();
  const words = ['^'];
  const concepts = ['^'];
  let names = 0;
  for (const [at, token] of sentence.tokens.entries()) {
    if (isName(sentence, at, isFamiliar) || hidden(at)) {
      if (words.at(-1) !== NAME) names += 1;
      put(words, NAME);
      put(concepts, NAME);
    } else if (token.kind === 'mark') {
      if (MARKS.has(token.fold)) put(words, token.fold);
    } else {
      put(words, token.kind === 'arrow' ? ARROW : token.fold);
      for (const concept of conceptsAt(sentence, at)) features.add(`#${concept}`);
      const [first] = conceptsAt(sentence, at).filter((concept) => !SMALL.has(concept));
      if (first !== undefined) put(concepts, first);
    }
  }
  for (const word of words) features.add(word);
  pairs(words, (pair) => features.add(pair));
  pairs(concepts, (pair) => features.add(`#${pair}`));
  features.add(`names=${Math.min(3, names)}`);
  features.add(`length=${Math.min(6, Math.floor(Math.log2(1 + sentence.size)))}`);
  return [...features];
}

function isName(sentence: Sentence, at: number, isFamiliar: (word: string) => boolean): boolean {
  const token = sentence.tokens[at];
  if (token?.kind !== 'word') return token?.kind === 'domain' || token?.kind === 'id' || token?.kind === 'quoted';
  return sentence.capital(at) || (sentence.unknown(at) && !isFamiliar(token.fold));
}

function conceptsAt(sentence: Sentence, at: number): readonly Concept[] {
  return [...new Set(sentence.hitsAt(at).map((hit) => hit.concept))];
}

function put(list: string[], item: string): void {
  if (list.at(-1) !== item) list.push(item);
}

function pairs(list: readonly string[], take: (pair: string) => void): void {
  for (let at = 1; at < list.length; at += 1) take(`${list[at - 1] ?? ''} ${list[at] ?? ''}`);
}
