import type { Comparison } from './comparison';
import { editsTo } from './edits';
import type { Query } from './query';
import type { Rarity } from './rarity';
import type { RecordTable } from './record-table';
import { slipBetween } from './slips';

/** Words that say how a company is built, as its legal form does: with or without them it is the same name. */
const STRUCTURE = new Set(
  'group holding holdings holdco grp gruppe groupe gruppo grupo groep koncern konzern company co corporation corp public limited'.split(
    ' ',
  ),
);
/** Words of legal forms that are long enough to be mistyped. */
const FORM_WORDS =
  'limited ltd inc incorporated corporation corp company plc trust gmbh llc publ public holdings holding group berhad aktiengesellschaft'.split(
    ' ',
  );
const SMALL: readonly string[] = ['and', 'the', 'of', 'for', 'und', 'der', 'des', 'del', 'les'];
/** From so many letters on, two slips in one word are still this word. */
const TWO_SLIPS = 7;
const LEAST_SLIPPED = 3;

/** What of a typed name is found in another one, and what of either is left over. */
export interface Explanation {
  /** Words typed that the name has, written apart or together, too; and the sum of their rarities. */
  readonly equal: number;
  readonly equalRarity: number;
  /** Words typed that stop early or are shortened, or that the name has shortened or in another language. */
  readonly shortened: number;
  /** Slips of the finger in all words; the shortest mistyped word; whether one is a word elsewhere; the least ready slip. */
  readonly slips: number;
  readonly shortestSlipped: number;
  readonly slippedKnown: number;
  readonly worstSlip: number;
  readonly slippedFirst: number;
  /** Words typed that the name has not, and the most telling of them. */
  readonly foreign: number;
  readonly foreignRarity: number;
  /** A number on one side that the other has not: 1 typed, 2 in the name, 3 both. */
  readonly numbers: number;
  /** Words of the name that were not typed. */
  readonly missing: number;
  readonly missingRarity: number;
  readonly missingLetters: number;
  /** Words of structure on one side only. */
  readonly structureTyped: number;
  readonly structureMissing: number;
  readonly town: number;
}

type Draft = { -readonly [Key in keyof Explanation]: Explanation[Key] };

export const EXPLAINED: readonly (keyof Explanation)[] = [
  'equal',
  'equalRarity',
  'shortened',
  'slips',
  'shortestSlipped',
  'slippedKnown',
  'worstSlip',
  'slippedFirst',
  'foreign',
  'foreignRarity',
  'numbers',
  'missing',
  'missingRarity',
  'missingLetters',
  'structureTyped',
  'structureMissing',
  'town',
];

export interface Dictionary {
  readonly table: RecordTable;
  readonly rarity: Rarity;
}

export function explain(dictionary: Dictionary, query: Query, comparison: Comparison): Explanation {
  const found = nothing();
  const typed = query.name.words;
  const { words, alignment } = comparison;
  const left = new Set(typed.keys());
  const right = new Set(words.keys());
  for (const pair of alignment.pairs) {
    const a = typed[pair.left] ?? '';
    const b = words[pair.right] ?? '';
    const slipped = isLetterShort(pair.relation, a, b) && noteSlip(dictionary, found, a, b, pair.left);
    if (pair.relation === 'typo' && !slipped) continue;
    left.delete(pair.left);
    right.delete(pair.right);
    if (slipped) continue;
    if (pair.relation === 'equal' || pair.relation === 'split') {
      found.equal++;
      found.equalRarity += dictionary.rarity.of(b);
    } else found.shortened++;
  }
  // The second half of a word written apart has a likeness and no pair of its own.
  for (const i of left) if ((alignment.left[i] ?? 0) === SPLIT) left.delete(i);
  for (const j of right) if ((alignment.right[j] ?? 0) === SPLIT) right.delete(j);
  pairSlips(dictionary, found, typed, words, left, right);
  noteTyped(dictionary, found, comparison, typed, left);
  noteMissing(dictionary, found, words, right);
  return found;
}

const SPLIT = 0.98;

/** A typo, or one letter more or less: what lacks more is an abbreviation, or of somebody who stopped in the middle. */
function isLetterShort(relation: string, typed: string, word: string): boolean {
  return relation === 'typo' || (relation === 'abbreviation' && Math.abs(typed.length - word.length) === 1);
}

function nothing(): Draft {
  return {
    equal: 0,
    equalRarity: 0,
    shortened: 0,
    slips: 0,
    shortestSlipped: 99,
    slippedKnown: 0,
    worstSlip: 4,
    slippedFirst: 0,
    foreign: 0,
    foreignRarity: 0,
    numbers: 0,
    missing: 0,
    missingRarity: 0,
    missingLetters: 0,
    structureTyped: 0,
    structureMissing: 0,
    town: 0,
  };
}

/** Words that stand alone on both sides and are a slip apart, too short or too different for the alignment. */
function pairSlips(
  dictionary: Dictionary,
  found: Draft,
  typed: readonly string[],
  words: readonly string[],
  left: Set<number>,
  right: Set<number>,
): void {
  for (const i of left) {
    for (const j of right) {
      if (!noteSlip(dictionary, found, typed[i] ?? '', words[j] ?? '', i)) continue;
      left.delete(i);
      right.delete(j);
      break;
    }
  }
}

/** False if the typed word is another word, not this one mistyped. */
function noteSlip({ table }: Dictionary, found: Draft, typed: string, word: string, at: number): boolean {
  const shorter = Math.min(typed.length, word.length);
  if (shorter < LEAST_SLIPPED || hasDigit(typed) || hasDigit(word)) return false;
  const one = slipBetween(typed, word);
  const slips = one === undefined ? editsTo(typed, word).toWhole : 1;
  if (slips > (shorter >= TWO_SLIPS ? 2 : 1)) return false;
  found.slips += slips;
  found.shortestSlipped = Math.min(found.shortestSlipped, shorter);
  found.worstSlip = Math.min(found.worstSlip, one ?? 0);
  if (typed.charCodeAt(0) !== word.charCodeAt(0) && at === 0) found.slippedFirst = 1;
  const known = table.words.count(table.words.key(typed));
  found.slippedKnown = Math.max(found.slippedKnown, Math.log2(1 + known));
  return true;
}

function noteTyped(
  { table, rarity }: Dictionary,
  found: Draft,
  { row }: Comparison,
  typed: readonly string[],
  left: ReadonlySet<number>,
): void {
  const town = row.record.city === '' ? [] : row.record.city.split(' ');
  for (const i of left) {
    const word = typed[i] ?? '';
    if (STRUCTURE.has(word)) found.structureTyped++;
    else if (hasDigit(word)) found.numbers |= 1;
    else if (town.includes(word)) found.town++;
    else if (isMistypedCommon(table, word, i)) found.slips++;
    else {
      found.foreign++;
      found.foreignRarity = Math.max(found.foreignRarity, rarity.of(word));
    }
  }
}

/** A legal form or a small word with slips in it, which no name has as a word of its own. */
function isMistypedCommon(table: RecordTable, word: string, at: number): boolean {
  if (word.length < LEAST_SLIPPED || table.words.key(word) >= 0) return false;
  if (SMALL.some((small) => slipBetween(word, small) !== undefined)) return true;
  return at > 0 && FORM_WORDS.some((form) => editsTo(word, form).toWhole <= (form.length >= TWO_SLIPS ? 2 : 1));
}

function noteMissing({ rarity }: Dictionary, found: Draft, words: readonly string[], right: ReadonlySet<number>): void {
  for (const j of right) {
    const word = words[j] ?? '';
    if (STRUCTURE.has(word)) found.structureMissing++;
    else {
      if (hasDigit(word)) found.numbers |= 2;
      found.missing++;
      found.missingLetters += word.length;
      found.missingRarity = Math.max(found.missingRarity, rarity.of(word));
    }
  }
}

function hasDigit(word: string): boolean {
  return /\d/.test(word);
}
