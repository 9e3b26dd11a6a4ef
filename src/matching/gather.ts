import type { Query } from './query';
import type { KeyedPostings } from './keyed-postings';
import type { Postings } from './postings';
import type { RecordTable } from './record-table';
import type { Tally } from './tally';
import { grams } from './similarity';

/** How many each trace may bring; and how many postings of common grams are read before the rest is left out. */
const TOP_NAME_GRAMS = 16;
const TOP_WORDS = 10;
const TOP_LABEL_GRAMS = 6;
const SHORT_LIST = 30;
const POSTINGS_READ = 16_000;
const SHORTEST_PREFIX = 3;

/** Name rows worth scoring for the query: everything to which any trace leads, each trace within bounds. */
export function gather(table: RecordTable, query: Query, tally: Tally): Set<number> {
  const rows = new Set<number>();
  tally.fit(Math.max(table.nameLimit, table.recordLimit));
  const { nameScale, labelScale } = table;

  // By what is equal.
  for (const { domain } of query.domains) addRecords(table, rows, table.domains.find(domain));
  if (query.tenantId !== '') addRecords(table, rows, table.tenants.find(query.tenantId));

  // By the name's letters and words.
  byGrams(table.nameGrams, table.names, query.joined, tally, POSTINGS_READ);
  for (const row of tally.best(TOP_NAME_GRAMS, nameScale)) rows.add(row);
  byWords(table, query, tally);
  for (const row of tally.best(TOP_WORDS, nameScale)) rows.add(row);

  // By labels: the tenant's, those of its own domains, and the name written as one word.
  const labels = [...new Set([...query.labels, ...query.domains.map((own) => own.label)])];
  for (const label of labels.slice(0, 6)) byLabel(table, label, rows);
  for (const label of [...new Set([query.labels[0] ?? '', query.domains[0]?.label ?? ''])].filter(
    (x) => x.length >= 4,
  )) {
    byGrams(table.labelGrams, table.size, label, tally, POSTINGS_READ / 3);
    for (const at of tally.best(TOP_LABEL_GRAMS, labelScale)) addRecord(table, rows, at);
    byGrams(table.nameGrams, table.names, label, tally, POSTINGS_READ / 3);
    for (const row of tally.best(TOP_LABEL_GRAMS, nameScale)) rows.add(row);
  }
  prefixes(table, query.joined, rows);
  byGrams(table.labelGrams, table.size, query.joined, tally, POSTINGS_READ / 3);
  for (const at of tally.best(TOP_LABEL_GRAMS, labelScale)) addRecord(table, rows, at);

  byAcronym(table, query, rows);
  return rows;
}

function addRecord(table: RecordTable, rows: Set<number>, at: number): void {
  for (const row of table.namesAt(at)) rows.add(row);
}

function addRecords(table: RecordTable, rows: Set<number>, list: Int32Array): void {
  for (const at of list.subarray(0, SHORT_LIST)) addRecord(table, rows, at);
}

function byGrams(postings: Postings, total: number, text: string, tally: Tally, budget: number): void {
  const found: { readonly gram: number; readonly count: number }[] = [];
  for (const gram of grams(text)) {
    const count = postings.count(gram);
    if (count > 0) found.push({ gram, count });
  }
  found.sort((a, b) => a.count - b.count || a.gram - b.gram);
  let read = 0;
  for (const { gram, count } of found) {
    const rarity = Math.log(1 + total / count);
    read += count;
    // The common grams can no longer bring a new row to the top, but they tell the near ones apart.
    if (read <= budget || read === count) tally.add(postings.list(gram).subarray(0, budget), rarity * rarity);
    else if (read <= budget * 4) tally.addKnown(postings.list(gram), rarity * rarity);
  }
}

function byWords(table: RecordTable, query: Query, tally: Tally): void {
  const keys = query.name.words.map((word) => table.words.key(word)).filter((key) => key >= 0);
  keys.sort((a, b) => table.words.count(a) - table.words.count(b));
  let read = 0;
  for (const key of new Set(keys)) {
    const count = table.words.count(key);
    const rarity = Math.log(1 + table.names / count);
    read += count;
    if (read <= POSTINGS_READ / 3 || read === count) tally.add(table.words.list(key), rarity * rarity);
    else tally.addKnown(table.words.list(key), rarity * rarity);
  }
}

function byLabel(table: RecordTable, label: string, rows: Set<number>): void {
  prefixes(table, label, rows);
  few(table.acronyms, label, rows);
  few(table.words, label, rows);
}

/** Records whose website's label the text begins with. */
function prefixes(table: RecordTable, text: string, rows: Set<number>): void {
  for (let length = Math.min(text.length, 40); length >= SHORTEST_PREFIX || length === text.length; length--) {
    if (length < 1) break;
    addRecords(table, rows, table.labels.find(text.slice(0, length)));
  }
}

function byAcronym(table: RecordTable, query: Query, rows: Set<number>): void {
  const { joined } = query;
  for (const word of query.name.words.slice(0, 4))
    if (word.length >= 2 && word.length <= 10) few(table.acronyms, word, rows);
  if (joined.length <= 10) few(table.acronyms, joined, rows);
  // "UKF" of "University of Khorfakkan", "BGSMath": the last word may give more than its first letter.
  if (joined.length >= 3 && joined.length <= 8) {
    for (let length = joined.length - 1; length >= Math.max(2, joined.length - 3); length--)
      few(table.acronyms, joined.slice(0, length), rows);
  }
  for (const letters of new Set([query.initials, query.spokenInitials, query.writtenInitials])) {
    if (letters.length < 2) continue;
    few(table.words, letters, rows);
    if (letters.length >= 3) few(table.acronyms, letters, rows);
    addRecords(table, rows, table.labels.find(letters));
  }
}

function few(postings: KeyedPostings, text: string, rows: Set<number>): void {
  for (const row of postings.find(text).subarray(0, SHORT_LIST)) rows.add(row);
}
