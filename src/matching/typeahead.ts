import type { Postings } from './postings';
import type { RecordRow, RecordTable } from './record-table';
import { grams } from './similarity';
import { fold, wordsOf } from './text';

export interface Completion {
  readonly record: RecordRow;
  /** The name or the domain that holds the fragment. */
  readonly matched: string;
  /** 0 to 1: at the beginning of the name, of a word, inside; the shorter name first. */
  readonly score: number;
}

/** Rows that are looked at for one fragment; only fragments of one or two letters stand in more. */
const MOST_READ = 25_000;
const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz0123456789');

/** Names and domains that begin with the fragment, have a word that does, or hold it. */
export function typeahead(table: RecordTable, fragment: string, limit: number): Completion[] {
  const words = wordsOf(fold(fragment));
  const text = words.join('');
  if (text === '') return [];
  const best = new Map<string, Completion>();
  const take = (completion: Completion): void => {
    const known = best.get(completion.record.id);
    if (known === undefined || known.score < completion.score) best.set(completion.record.id, completion);
  };
  const rows = new Set([
    ...beginning(table.nameGrams, text),
    ...(text.length > 2 ? holding(table.nameGrams, text) : []),
  ]);
  for (const at of rows) completeName(table, at, text, take);
  const records = new Set([
    ...beginning(table.labelGrams, text),
    ...(text.length > 2 ? holding(table.labelGrams, text) : []),
  ]);
  for (const at of records) completeLabel(table, at, text, take);
  return [...best.values()].sort((a, b) => b.score - a.score || (a.record.id < b.record.id ? -1 : 1)).slice(0, limit);
}

function completeName(table: RecordTable, at: number, text: string, take: (completion: Completion) => void): void {
  const row = table.nameAt(at);
  if (row === undefined) return;
  const place = row.joined.indexOf(text);
  if (place < 0) return;
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

function startsWord(table: RecordTable, words: readonly number[], place: number): boolean {
  let at = 0;
  for (const key of words) {
    if (at === place) return true;
    at += table.words.text(key).length;
  }
  return false;
}

/** Rows whose text begins with `text`, and some more. */
function beginning(postings: Postings, text: string): Iterable<number> {
  if (text.length >= 2) return meet(postings, [...grams(text)]);
  const found: number[] = [];
  for (const letter of LETTERS) {
    const [gram] = grams(text + letter);
    if (gram !== undefined && found.length < MOST_READ) found.push(...postings.list(gram).subarray(0, 1000));
  }
  return found;
}

/** Rows whose text holds `text`, and some more: the mark of the beginning is left out. */
function holding(postings: Postings, text: string): Iterable<number> {
  return meet(postings, [...grams(text)].slice(1));
}

/** Rows that are in the lists of all grams, by the three shortest lists. */
function meet(postings: Postings, keys: readonly number[]): number[] {
  const lists = keys.map((key) => postings.list(key)).sort((a, b) => a.length - b.length);
  const [first, ...others] = lists.slice(0, 3);
  if (first === undefined) return [];
  let found = [...first.subarray(0, MOST_READ)];
  for (const other of others) found = found.filter((row) => includes(other, row));
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
