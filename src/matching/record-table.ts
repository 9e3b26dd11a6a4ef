import { companyName } from './company-name';
import { lately } from './read-lately';
import { ownDomain, tenantDomain } from './domains';
import { KeyedPostings } from './keyed-postings';
import type { Parts } from './parts';
import { Postings } from './postings';
import { GRAM_TABLE, grams, initials } from './similarity';
import { NameRows, RecordRows } from './table-rows';
import type { NameRow, RecordRow } from './table-rows';
import { foldName, squeeze, wordsOf } from './text';

export type { NameRow, RecordRow } from './table-rows';

const ACRONYM_START = 3;
const LONGEST_ACRONYM = 10;

/** What the index knows of one thing: a customer, an account. */
export interface RecordFacts {
  readonly id: string;
  readonly names: readonly string[];
  /** As typed; free-mail and shared hosts are left out here. */
  readonly domains: readonly string[];
  readonly city?: string | undefined;
  readonly country?: string | undefined;
  readonly tenantId?: string | undefined;
  /** Identifiers that find the record as a whole: its number. Blanks, case and punctuation do not count. */
  readonly keys?: readonly string[] | undefined;
}

/** A customer comes into two tables, one right after the other. */
const nameRead = lately(companyName);
const domainRead = lately((typed: string) => ownDomain(typed) ?? tenantDomain(typed));

/** Records and their names in numbered rows, with an inverted index for each kind of trace that can lead to them. */
export class RecordTable {
  readonly words = new KeyedPostings('cut');
  readonly acronyms = new KeyedPostings('cut');
  readonly nameGrams = new Postings(GRAM_TABLE);
  readonly domains = new KeyedPostings('cut');
  readonly labels = new KeyedPostings('cut');
  readonly labelGrams = new Postings(GRAM_TABLE);
  readonly tenants = new KeyedPostings();
  readonly identifiers = new KeyedPostings();
  /** By the letters of the town. */
  readonly towns = new KeyedPostings('cut');
  private readonly recordRows = new RecordRows(this.tenants);
  private readonly nameRows = new NameRows(this.words, this.recordRows);
  private freeNames: number[] = [];
  private nameCount = 0;
  /** Grows with every change. */
  changes = 0;
  /** 1 / sqrt(letters + 4) of each name row, and of each record's first label: a tally is measured against it. */
  nameScale: Float32Array = new Float32Array(1024);
  labelScale: Float32Array = new Float32Array(1024);

  get size(): number {
    return this.recordRows.size;
  }

  /** Names in the table: the base of every rarity. */
  get names(): number {
    return this.nameCount;
  }

  /** One more than the highest number of a name row. */
  get nameLimit(): number {
    return this.nameRows.limit;
  }

  get recordLimit(): number {
    return this.recordRows.limit;
  }

  record(id: string): RecordRow | undefined {
    return this.recordRows.row(this.recordRows.rowOf(id));
  }

  recordAt(at: number): RecordRow | undefined {
    return this.recordRows.row(at);
  }

  nameAt(at: number): NameRow | undefined {
    return this.nameRows.row(at);
  }

  /** What `nameAt` would give as `joined`, where nothing else of the row is wanted. */
  joinedAt(at: number): string {
    return this.nameRows.joined(at);
  }

  /** The names of a record. */
  namesAt(at: number): readonly number[] {
    return this.recordRows.namesOf(at);
  }

  /** The row of the record's name that was put in with this spelling. */
  nameOf(record: RecordRow, raw: string): number | undefined {
    return record.names.find((at) => this.nameRows.raw(at) === raw);
  }

  add(facts: RecordFacts): void {
    this.changes += 1;
    this.remove(facts.id);
    const at = this.recordRows.rowFor(facts.id);
    const domains: number[] = [];
    const labels: number[] = [];
    for (const typed of facts.domains) this.addDomain(typed, at, domains, labels);
    const city = facts.city === undefined ? [] : wordsOf(foldName(facts.city));
    const tenantId = (facts.tenantId ?? '').toLowerCase();
    this.recordRows.set(at, {
      domains,
      labels,
      city: city.join(' '),
      town: city.length === 0 ? -1 : this.towns.add(city.join(''), at),
      country: facts.country ?? '',
      tenant: tenantId === '' ? -1 : this.tenants.add(tenantId, at),
      identifiers: (facts.keys ?? [])
        .filter((key) => squeeze(key) !== '')
        .map((key) => this.identifiers.add(squeeze(key), at)),
    });
    this.labelScale = withRoom(this.labelScale, at);
    this.labelScale[at] = 1 / Math.sqrt(this.labels.text(labels[0] ?? -1).length + 4);
    for (const name of facts.names) this.addNameAt(at, name);
  }

  /** Adds the names that are new and removes those that are gone; false when there is nothing to do. */
  rename(record: RecordRow, names: readonly string[]): boolean {
    const wanted = new Set(names);
    const gone = record.names.filter((at) => !wanted.has(this.nameRows.raw(at) ?? ''));
    const fresh = [...wanted].filter((raw) => this.nameOf(record, raw) === undefined);
    for (const at of gone) this.removeName(record, at);
    for (const raw of fresh) this.addName(record, raw);
    return gone.length + fresh.length > 0;
  }

  remove(id: string): void {
    const record = this.record(id);
    if (record === undefined) return;
    this.changes += 1;
    for (const at of record.names.toReversed()) this.removeName(record, at);
    for (const key of new Set(record.labels)) {
      for (const gram of grams(this.labels.text(key))) this.labelGrams.remove(gram, record.at);
    }
    for (const key of new Set(record.labels)) this.labels.remove(key, record.at);
    for (const key of record.domains) this.domains.remove(key, record.at);
    if (record.tenantId !== '') this.tenants.remove(this.tenants.key(record.tenantId), record.at);
    if (record.town >= 0) this.towns.remove(record.town, record.at);
    for (const key of new Set(record.identifiers)) this.identifiers.remove(key, record.at);
    this.recordRows.remove(record.at);
  }

  /** Returns the row of the name, for `removeName`. */
  addName(record: RecordRow, raw: string): number {
    return this.addNameAt(record.at, raw);
  }

  private addNameAt(record: number, raw: string): number {
    this.changes += 1;
    const name = nameRead(raw);
    const at = this.freeNames.pop() ?? this.nameRows.limit;
    const words = name.words.map((word) => this.words.add(word, at));
    const letters = initials(name.spoken);
    this.nameRows.set(at, record, { raw, words, initials: letters, legal: name.legal });
    const joined = name.words.join('');
    this.nameScale = withRoom(this.nameScale, at);
    this.nameScale[at] = 1 / Math.sqrt(joined.length + 4);
    this.recordRows.setNames(record, [...this.recordRows.namesOf(record), at]);
    for (const gram of grams(joined)) this.nameGrams.add(gram, at);
    for (const acronym of acronymsOf(name.words, letters)) this.acronyms.add(acronym, at);
    this.nameCount++;
    return at;
  }

  removeName(record: RecordRow, at: number): void {
    const row = this.nameRows.row(at);
    if (row?.record.at !== record.at) return;
    this.changes += 1;
    for (const gram of grams(row.joined)) this.nameGrams.remove(gram, at);
    for (const acronym of acronymsOf(this.wordsOf(row), row.initials))
      this.acronyms.remove(this.acronyms.key(acronym), at);
    for (const word of new Set(row.words)) this.words.remove(word, at);
    this.recordRows.setNames(
      record.at,
      record.names.filter((name) => name !== at),
    );
    this.nameRows.remove(at);
    this.freeNames.push(at);
    this.nameCount--;
  }

  pass(parts: Parts): void {
    const { words, acronyms, nameGrams, domains, labels, labelGrams, tenants, identifiers, towns } = this;
    for (const part of [words, acronyms, nameGrams, domains, labels, labelGrams, tenants, identifiers, towns])
      part.pass(parts);
    this.recordRows.pass(parts);
    this.nameRows.pass(parts);
    this.freeNames = parts.plain([...this.freeNames]);
    this.nameCount = parts.plain(this.nameCount);
    this.nameScale = parts.numbers(this.nameScale);
    this.labelScale = parts.numbers(this.labelScale);
    this.changes += 1;
  }

  /** The name's words as text. */
  wordsOf(row: NameRow): string[] {
    return row.words.map((key) => this.words.text(key));
  }

  private addDomain(typed: string, at: number, domains: number[], labels: number[]): void {
    const own = domainRead(typed);
    if (own === undefined) return;
    const key = this.domains.add(own.domain, at);
    if (domains.includes(key)) return;
    domains.push(key);
    labels.push(this.labels.add(own.label, at));
    for (const gram of grams(own.label)) this.labelGrams.add(gram, at);
  }
}

function acronymsOf(words: readonly string[], letters: string): string[] {
  const found = new Set([initials(words), letters]);
  // An acronym often leaves out the last words.
  for (const one of [...found]) if (one.length > ACRONYM_START) found.add(one.slice(0, ACRONYM_START));
  return [...found].filter((one) => one.length >= 2 && one.length <= LONGEST_ACRONYM);
}

function withRoom(scale: Float32Array, at: number): Float32Array {
  if (at < scale.length) return scale;
  const wider = new Float32Array(Math.ceil(at * 1.5));
  wider.set(scale);
  return wider;
}
