import type { Postings } from './postings';
import type { RecordRow, RecordTable } from './record-table';
import { grams } from './similarity';
import { foldName, wordsOf } from './text';

export interface Completion {
  readonly record: RecordRow;
  /** The name or the domain that holds the fragment. */
  readonly matched: string;
  /** 0 to 1: at the beginning of the name, of a word, inside; the shorter name first. */
  readonly score: number;
}

/** Rows that are collected for one fragment: enough to choose the best from. */
const MOST_FOUND = 1000;
/** Rows of the shortest list that are read for them. */
const MOST_READ = 20_000;
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz0123456789');

/** So much of a number or a town tells something. */
const SHORTEST_NUMBER = 3;
/** Numbers have few letters ahead of their digits; all of them are looked through, which is dear for every name that holds a digit. */
const MAYBE_NUMBER = /^\D{0,8}\d/;
const SHORTEST_TOWN = 3;
const NUMBER_SCORE = 0.8;
/** Where a company is says least of who it is. */
const TOWN_SCORE = 0.1;

/** Names and domains that begin with the fragment, have a word that does, or hold it; then numbers and towns that begin with it. */
export function typeahead(table: RecordTable, fragment: string, limit: number): Completion[] {
  const words = wordsOf(foldName(fragment));
  const text = words.join('');
  if (text === '') return [];
  const best = new Map<string, Completion>();
  const take = (completion: Completion): void => {
    const known = best.get(completion.record.id);
    if (known === undefined || known.score < completion.score) best.set(completion.record.id, completion);
  };
  if (text.length >= SHORTEST_NUMBER && MAYBE_NUMBER.test(text)) completeNumber(table, text, take);
  for (const at of beginning(table.nameGrams, text)) completeName(table, at, text, take);
  // Only names that begin with the fragment can be better than these.
  if (best.size < limit) {
    for (const at of holding(table.nameGrams, text)) completeName(table, at, text, take);
    for (const at of beginning(table.labelGrams, text)) completeLabel(table, at, text, take);
  }
  if (best.size < limit) for (const at of holding(table.labelGrams, text)) completeLabel(table, at, text, take);
  if (best.size < limit && text.length >= SHORTEST_TOWN) completeTown(table, text, take);
  return [...best.values()].sort((a, b) => b.score - a.score || (a.record.id < b.record.id ? -1 : 1)).slice(0, limit);
}

function completeName(table: RecordTable, at: number, text: string, take: (completion: Completion) => void): void {
  const place = table.joinedAt(at).indexOf(text);
  const row = place < 0 ? undefined : table.nameAt(at);
  if (row === undefined) return;
  const fit = text.length / row.joined.length;
  const base = place === 0 ? 0.9 : startsWord(table, row.words, place) ? 0.7 : 0.3;
  take({ record: row.record, matched: row.raw, score: base + 0.1 * fit });
}

function completeLabel(table: RecordTable, at: number, text: string, take: (completion: Completion) => void): void {
  const record = table.recordAt(at);
  if (record === undefined) return;
  record.labels.forEach((key, i) => {
    const label = table.labels.text(key);
    const place = label.indexOf(text);
    if (place < 0) return;
    const score = (place === 0 ? 0.6 : 0.2) + (0.1 * text.length) / label.length;
    take({ record, matched: table.domains.text(record.domains[i] ?? -1), score });
  });
}

function completeNumber(table: RecordTable, text: string, take: (completion: Completion) => void): void {
  let left = MOST_FOUND;
  for (const key of table.identifiers.beginningWith(text)) {
    for (const at of table.identifiers.list(key)) {
      const record = table.recordAt(at);
      const score = NUMBER_SCORE + (0.1 * text.length) / table.identifiers.text(key).length;
      if (record !== undefined) take({ record, matched: table.identifiers.text(key), score });
    }
    left -= 1;
    if (left === 0) return;
  }
}

function completeTown(table: RecordTable, text: string, take: (completion: Completion) => void): void {
  for (const key of table.towns.beginningWith(text)) {
    const town = table.towns.text(key);
    for (const at of table.towns.list(key).subarray(0, MOST_FOUND)) {
      const record = table.recordAt(at);
      if (record !== undefined) take({ record, matched: town, score: TOWN_SCORE * (text.length / town.length) });
    }
  }
}

function startsWord(table: RecordTable, words: readonly number[], place: number): boolean {
  let at = 0;
  for (const key of words) {
    if (at === place) return true;
    at += table.words.text(key).length;
  }
  return false;
}

/** Rows whose text begins with `text`, and some more. */
function beginning(postings: Postings, text: string): number[] {
  if (text.length >= 2) return meet(postings, Array.from(grams(text)));
  const found: number[] = [];
  const each = Math.ceil(MOST_FOUND / LETTERS.length);
  for (const letter of LETTERS) {
    const [gram] = grams(text + letter);
    if (gram !== undefined) found.push(...postings.list(gram).subarray(0, each));
  }
  return found;
}

/** Rows whose text holds `text`, and some more: the mark of the beginning is left out. */
function holding(postings: Postings, text: string): number[] {
  return text.length < 3 ? [] : meet(postings, Array.from(grams(text)).slice(1));
}

/** Rows that are in the lists of all grams, by the three shortest lists. */
function meet(postings: Postings, keys: readonly number[]): number[] {
  const lists = keys.map((key) => postings.list(key)).sort((a, b) => a.length - b.length);
  const [first, second, third] = lists;
  const found: number[] = [];
  if (first === undefined) return found;
  for (const row of first.subarray(0, MOST_READ)) {
    if (second !== undefined && !includes(second, row)) continue;
    if (third !== undefined && !includes(third, row)) continue;
    found.push(row);
    if (found.length === MOST_FOUND) break;
  }
  return found;
}

function includes(sorted: Int32Array, value: number): boolean {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? 0) < value) from = middle + 1;
    else to = middle;
  }
  return sorted[from] === value;
}
