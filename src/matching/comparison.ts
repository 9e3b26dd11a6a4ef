import { align, type Alignment } from './alignment';
import { noFeatures, type Features } from './features';
import type { Query } from './query';
import type { Rarity } from './rarity';
import type { NameRow, RecordTable } from './record-table';
import { editsTo } from './edits';
import { commonPrefix, contraction, grams, jaroWinkler } from './similarity';
import { foldName, wordsOf } from './text';
import { compareDomains, compareLabel, compareWebsite, ownName, topLevelRelation } from './web-comparison';

/** How surely a typed word that is the customer's town means the town. */
const TOWN_LIKENESS = 0.8;

/** What is worked out once for a query and then used for each candidate. */
export interface Scene {
  readonly table: RecordTable;
  readonly rarity: Rarity;
  readonly query: Query;
  readonly wordRarity: readonly number[];
  readonly gramWeight: ReadonlyMap<number, number>;
  readonly gramTotal: number;
  readonly numbers: string;
  readonly labelOfOwnName: number;
  /** Rarity by the key of the word: candidates have many words in common. */
  readonly knownRarity: Map<number, number>;
}

export interface Comparison {
  readonly row: NameRow;
  readonly words: readonly string[];
  readonly wordRarity: readonly number[];
  readonly alignment: Alignment;
  readonly features: Features;
}

export function sceneOf(table: RecordTable, rarity: Rarity, query: Query): Scene {
  const gramWeight = new Map<number, number>();
  let gramTotal = 0;
  for (const gram of grams(query.joined)) {
    const weight = gramRarity(table, gram);
    gramWeight.set(gram, weight);
    gramTotal += weight;
  }
  return {
    table,
    rarity,
    query,
    wordRarity: query.name.words.map((word) => rarity.of(word)),
    gramWeight,
    gramTotal,
    numbers: numbersOf(query.name.words),
    labelOfOwnName: ownName(query.labels, query.joined, query.name.words),
    knownRarity: new Map(),
  };
}

export function compare(scene: Scene, row: NameRow): Comparison {
  const words = scene.table.wordsOf(row);
  const wordRarity = words.map((word, i) => rarityOf(scene, row.words[i] ?? -1, word));
  const alignment = align(scene.query.name.words, words);
  const comparison = { row, words, wordRarity, alignment, features: noFeatures() };
  compareGrams(scene, comparison);
  compareWords(scene, comparison);
  compareBeginning(scene, comparison);
  compareAcronyms(scene, comparison);
  compareFacts(scene, comparison);
  compareDomains(scene, comparison);
  compareLabel(scene, comparison);
  compareWebsite(scene, comparison);
  return comparison;
}

function rarityOf({ knownRarity, rarity }: Scene, key: number, word: string): number {
  let known = knownRarity.get(key);
  if (known === undefined) {
    known = rarity.ofKey(key, word);
    knownRarity.set(key, known);
  }
  return known;
}

function gramRarity(table: RecordTable, gram: number): number {
  const rarity = Math.log(1 + (table.names + 1) / (table.nameGrams.count(gram) + 1));
  return rarity * rarity;
}

function compareGrams(scene: Scene, { row, features: f }: Comparison): void {
  let shared = 0;
  let total = 0;
  for (const gram of grams(row.joined)) {
    const known = scene.gramWeight.get(gram);
    if (known !== undefined) shared += known;
    total += known ?? gramRarity(scene.table, gram);
  }
  f.gramCosine = total === 0 || scene.gramTotal === 0 ? 0 : shared / Math.sqrt(total * scene.gramTotal);
  f.gramShareAccount = scene.gramTotal === 0 ? 0 : shared / scene.gramTotal;
  f.gramShareCustomer = total === 0 ? 0 : shared / total;
}

function compareWords(scene: Scene, { row, words, wordRarity, alignment, features: f }: Comparison): void {
  const { query } = scene;
  const left = sideOf(scene.wordRarity, query.typed ? withTown(query.name.words, alignment.left, row) : alignment.left);
  const right = sideOf(wordRarity, alignment.right);
  f.wordShareAccount = left.share;
  f.wordShareCustomer = right.share;
  f.wordShareLeast = Math.min(left.share, right.share);
  f.missingOnCustomer = left.missing;
  f.missingOnAccount = right.missing;
  f.nameRarity = left.total;
  for (const { left: i, right: j, likeness, relation } of alignment.pairs) {
    const weight = Math.min(scene.wordRarity[i] ?? 0, wordRarity[j] ?? 0) * likeness;
    f.sharedRarity += weight;
    if (likeness > 0.85 && weight > f.rarestShared) f.rarestShared = weight;
    if (relation === 'typo') f.typos++;
    if (relation === 'translation') f.translations++;
    if (relation === 'abbreviation') f.abbreviations++;
    if (i === 0 && j === 0) f.firstWord = likeness;
  }
  f.joinedJaroWinkler = jaroWinkler(query.joined, row.joined);
  f.sameJoined = query.joined === row.joined && row.joined !== '' ? 1 : 0;
  const equal = alignment.pairs.filter((pair) => pair.relation === 'equal').length;
  f.sameWords = equal > 0 && equal === words.length && equal === query.name.words.length ? 1 : 0;
  f.joinedPrefix =
    commonPrefix(query.joined, row.joined) / Math.max(1, Math.min(query.joined.length, row.joined.length));
  f.wordsAccount = query.name.words.length;
  f.wordsCustomer = words.length;
  const numbers = numbersOf(words);
  f.numbersDiffer = numbers === scene.numbers ? 0 : numbers === '' || scene.numbers === '' ? 0.5 : 1;
}

/** People who type a name add the town to it: its words are not missing from the name of a customer there. */
function withTown(words: readonly string[], likeness: Float64Array, { record: { city } }: NameRow): Float64Array {
  if (city === '') return likeness;
  const town = city.split(' ');
  return likeness.map((like, i) => (town.includes(words[i] ?? '') ? Math.max(like, TOWN_LIKENESS) : like));
}

function sideOf(
  rarities: readonly number[],
  likeness: Float64Array,
): { share: number; missing: number; total: number } {
  let total = 0;
  let found = 0;
  let missing = 0;
  for (let i = 0; i < rarities.length; i++) {
    const rarity = rarities[i] ?? 0;
    const like = likeness[i] ?? 0;
    total += rarity;
    found += rarity * like;
    missing = Math.max(missing, rarity * (1 - like));
  }
  return { share: total === 0 ? 0 : found / total, missing, total };
}

/** The beginning of the name as it is said, small words and all: what people type who stop in the middle. */
function compareBeginning({ query }: Scene, { row, features: f }: Comparison): void {
  const typed = query.name.spoken.join('');
  if (!query.typed || typed.length < 2) return;
  const words = wordsOf(foldName(row.raw));
  const whole = words.join('');
  if (whole.startsWith(typed)) f.spokenPrefix = 1;
  else if (typed.startsWith(whole)) f.spokenPrefix = 0.5;
  f.spokenPrefixLikeness = jaroWinkler(typed, whole.slice(0, typed.length));
  const { toBeginning, length } = editsTo(typed, whole);
  f.beginningEdits = toBeginning;
  f.beginningEnds = endsWord(words, length) ? 1 : 0;
  f.nameEdits = editsTo(query.joined, row.joined).toWhole;
}

/** Whether a word ends after so many letters. */
function endsWord(words: readonly string[], letters: number): boolean {
  let end = 0;
  for (const word of words) {
    end += word.length;
    if (end >= letters) return end === letters;
  }
  return false;
}

function compareAcronyms(scene: Scene, { row, words, features: f }: Comparison): void {
  const { query } = scene;
  f.nameInCustomer = acronymFit(query.joined, words, row.initials);
  if (f.nameInCustomer > 0) f.nameInCustomerLetters = query.joined.length;
  f.customerInName =
    row.joined === query.writtenInitials ? 1.1 : acronymFit(row.joined, query.name.words, query.spokenInitials);
  if (f.customerInName > 0) f.customerInNameLetters = row.joined.length;
  f.acronymWord = acronymWord(query.name.words, words, row.initials);
  f.acronymWord = Math.max(f.acronymWord, acronymWord(words, query.name.words, query.spokenInitials));
}

/** Share of the words that the short form draws on; 1.1 for the exact initials. 0 for no acronym. */
function acronymFit(short: string, words: readonly string[], spokenInitials: string): number {
  if (short.length < 2 || short.length > 14 || words.length < 2) return 0;
  if (short === spokenInitials) return 1.1;
  if (short.length >= 3 && spokenInitials.startsWith(short)) return short.length / spokenInitials.length;
  const found = contraction(short, words);
  if (found === undefined || found.used < 2) return 0;
  return found.used / words.length;
}

/** Length of the acronym of the long name among the words of the other. */
function acronymWord(words: readonly string[], long: readonly string[], spokenInitials: string): number {
  if (long.length < 2) return 0;
  let letters = '';
  for (const word of long) letters += word.charAt(0);
  let best = 0;
  for (const word of words)
    if (word.length > best && word.length >= 2 && (word === letters || word === spokenInitials)) best = word.length;
  return best;
}

function compareFacts(scene: Scene, { row, features: f }: Comparison): void {
  const { query } = scene;
  const { record } = row;
  f.legal = legalRelation(query.name.legal, row.legal);
  f.country = query.country === '' || record.country === '' ? 0 : query.country === record.country ? 1 : -1;
  f.topLevel = topLevelRelation(scene, row);
  f.tenant = query.tenantId === '' || record.tenantId === '' ? 0 : query.tenantId === record.tenantId ? 1 : -1;
  f.city = record.city === '' ? -1 : record.city.split(' ').every((word) => query.name.words.includes(word)) ? 1 : 0;
}

function legalRelation(account: readonly string[], customer: readonly string[]): number {
  if (account.length === 0 && customer.length === 0) return 0;
  if (account.length === 0 || customer.length === 0) return 1;
  return account.some((form) => customer.includes(form)) ? 2 : -1;
}

function numbersOf(words: readonly string[]): string {
  return words
    .filter((word) => /\d/.test(word))
    .sort()
    .join(' ');
}
