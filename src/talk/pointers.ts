import type { Vocabulary } from './vocabulary';
import type { Word } from './tokens';

/** What a part of a message points at, and where it stands in the text. */
export interface Pointer {
  readonly to: PointsTo;
  readonly start: number;
  readonly end: number;
  /** An article or a small word that only sometimes points: never against what the message says by itself. */
  readonly weak: boolean;
  /** "Their": what is owned stands after it. */
  readonly owns: boolean;
}

export type PointsTo =
  | { readonly kind: 'one' | 'they' | 'both' | 'all' | 'other' | 'next' | 'previous' }
  /** From 1; from the end where below 0. */
  | { readonly kind: 'places'; readonly places: readonly number[] }
  | { readonly kind: 'run'; readonly from: 'first' | 'last'; readonly count: number };

/** The first thing in the words that points back, what says more before what says less. */
function pointerIn(words: readonly Word[], vocabulary: Vocabulary): Pointer | undefined {
  for (const find of [numbered, runOf, ordinal, named]) {
    for (let at = 0; at < words.length; at++) {
      const found = find(words, at, vocabulary);
      if (found === undefined) continue;
      const first = words[at];
      const last = words[at + found.length - 1];
      if (first === undefined || last === undefined) continue;
      const { to, weak = false, owns = false } = found;
      return { to, weak, owns, start: first.start, end: last.end };
    }
  }
  return undefined;
}

interface Found {
  readonly to: PointsTo;
  readonly length: number;
  readonly weak?: boolean;
  readonly owns?: boolean;
}

/** "Number 3", "nr 2 and 4", "#5"; digits by themselves where the message has no other words. */
function numbered(words: readonly Word[], at: number, vocabulary: Vocabulary): Found | undefined {
  const article = vocabulary.phrases('articles').at(words, at);
  const lead = words[at]?.folded === '#' ? 1 : vocabulary.phrases('number').at(words, at + article);
  if (lead === 0 && !(at === 0 && hasOnlyNumbers(words, vocabulary))) return undefined;
  const begin = at + (lead === 0 ? 0 : words[at]?.folded === '#' ? 1 : article + lead);
  const places: number[] = [];
  let end = begin;
  for (let next = begin; next < words.length; next++) {
    const word = words[next]?.folded ?? '';
    const number = vocabulary.number(word);
    if (number !== undefined) {
      places.push(number);
      end = next + 1;
    } else if (!isAnd(word, vocabulary)) break;
  }
  return places.length === 0 ? undefined : { to: { kind: 'places', places }, length: end - at };
}

function hasOnlyNumbers(words: readonly Word[], vocabulary: Vocabulary): boolean {
  return words.every(({ folded }) => /^\d{1,3}$/.test(folded) || isAnd(folded, vocabulary));
}

/** "The last two", "die ersten drei", "les deux derniers". */
function runOf(words: readonly Word[], at: number, vocabulary: Vocabulary): Found | undefined {
  const article = vocabulary.phrases('articles').at(words, at);
  const [one, two] = [words[at + article]?.folded ?? '', words[at + article + 1]?.folded ?? ''];
  const place = vocabulary.ordinal(singular(one)) ?? vocabulary.ordinal(singular(two));
  const count = vocabulary.number(two) ?? vocabulary.number(one) ?? (isPair(two, vocabulary) ? 2 : undefined);
  if (count === undefined || count < 2 || count > 20 || (place !== 1 && place !== -1)) return undefined;
  if (vocabulary.ordinal(one) !== undefined && vocabulary.ordinal(two) !== undefined) return undefined;
  const rest = vocabulary.phrases('ones').at(words, at + article + 2);
  return { to: { kind: 'run', from: place === 1 ? 'first' : 'last', count }, length: article + 2 + rest };
}

function isPair(word: string, vocabulary: Vocabulary): boolean {
  return vocabulary.language === 'de' && word === 'beiden';
}

/** "Derniers", "premières", "últimos": the form that the list has. */
function singular(word: string): string {
  return word.replace(/s$/, '');
}

/** "The second one", "the first and the third", "second"; "first" amid other words is an adverb. */
function ordinal(words: readonly Word[], at: number, vocabulary: Vocabulary): Found | undefined {
  const places: number[] = [];
  let end = at;
  for (let next = at; next < words.length;) {
    const found = ordinalAt(words, next, vocabulary, places.length > 0);
    if (found === undefined) break;
    places.push(found.place);
    end = next + found.length;
    next = end + (isAnd(words[end]?.folded ?? '', vocabulary) ? 1 : 0);
  }
  return places.length === 0 ? undefined : { to: { kind: 'places', places }, length: end - at };
}

function ordinalAt(words: readonly Word[], at: number, vocabulary: Vocabulary, follows: boolean) {
  const article = vocabulary.phrases('articles').at(words, at);
  const word = words[at + article]?.folded ?? '';
  const place = vocabulary.number(word) === undefined ? vocabulary.ordinal(word) : undefined;
  if (place === undefined) return undefined;
  const ones = vocabulary.phrases('ones').at(words, at + article + 1);
  const isAlone = at === 0 && words.length === 1 + article + ones;
  if (article === 0 && ones === 0 && !isAlone && !follows) return undefined;
  return { place, length: article + 1 + ones };
}

const NAMED = ['other', 'next', 'previous', 'both', 'all', 'possessives', 'they', 'one'] as const;

function named(words: readonly Word[], at: number, vocabulary: Vocabulary): Found | undefined {
  let best: Found | undefined;
  for (const list of NAMED) {
    const length = vocabulary.phrases(list).at(words, at);
    if (length === 0 || (best !== undefined && best.length >= length)) continue;
    const weak = vocabulary.phrases('weak').at(words, at) === length;
    const kind = list === 'possessives' ? 'they' : list;
    best = { to: { kind }, length, weak, owns: list === 'possessives' };
  }
  return best;
}

function isAnd(word: string, vocabulary: Vocabulary): boolean {
  return vocabulary.phrases('and').has(word) || word === '&';
}

/** Every thing that points, one after the other: the first may be an article where a later one is meant. */
export function pointersIn(words: readonly Word[], vocabulary: Vocabulary): readonly Pointer[] {
  const first = pointerIn(words, vocabulary);
  if (first === undefined) return [];
  const after = words.filter(({ start }) => start >= first.end);
  const others = after.length === words.length ? [] : simplePointers(words, vocabulary);
  return [first, ...others.filter(({ start }) => start !== first.start)];
}

function simplePointers(words: readonly Word[], vocabulary: Vocabulary): readonly Pointer[] {
  return words.flatMap((word, at) => {
    const found = named(words, at, vocabulary);
    const last = words[at + (found?.length ?? 0) - 1];
    if (found === undefined || last === undefined) return [];
    return [{ to: found.to, weak: found.weak ?? false, owns: found.owns ?? false, start: word.start, end: last.end }];
  });
}
