import { companyName } from './company-name';
import { ownDomain, tenantDomain } from './domains';
import { KeyedPostings } from './keyed-postings';
import { Postings } from './postings';
import { GRAM_TABLE, grams, initials } from './similarity';
import { foldName, squeeze, wordsOf } from './text';

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

/** One name of a record. */
export interface NameRow {
  readonly record: RecordRow;
  readonly raw: string;
  /** Keys in `words`. */
  readonly words: readonly number[];
  readonly joined: string;
  /** First letters with the small words; without them they follow from `words`. */
  readonly initials: string;
  readonly legal: readonly string[];
}

export interface RecordRow {
  readonly id: string;
  readonly at: number;
  readonly names: number[];
  /** Keys in `domains` and `labels`, in the same order. */
  readonly domains: readonly number[];
  readonly labels: readonly number[];
  readonly city: string;
  readonly country: string;
  /** Key in `towns`; -1 without one. */
  readonly town: number;
  readonly tenantId: string;
  /** Keys in `identifiers`. */
  readonly identifiers: readonly number[];
}

/** Records and their names in numbered rows, with an inverted index for each kind of trace that can lead to them. */
export class RecordTable {
  readonly words = new KeyedPostings();
  readonly acronyms = new KeyedPostings();
  readonly nameGrams = new Postings(GRAM_TABLE);
  readonly domains = new KeyedPostings();
  readonly labels = new KeyedPostings();
  readonly labelGrams = new Postings(GRAM_TABLE);
  readonly tenants = new KeyedPostings();
  readonly identifiers = new KeyedPostings();
  /** By the letters of the town. */
  readonly towns = new KeyedPostings();
  private readonly nameRows: (NameRow | undefined)[] = [];
  private readonly recordRows: (RecordRow | undefined)[] = [];
  private readonly freeNames: number[] = [];
  private readonly freeRecords: number[] = [];
  private readonly byId = new Map<string, RecordRow>();
  private nameCount = 0;
  /** 1 / sqrt(letters + 4) of each name row, and of each record's first label: a tally is measured against it. */
  nameScale: Float32Array = new Float32Array(1024);
  labelScale: Float32Array = new Float32Array(1024);

  get size(): number {
    return this.byId.size;
  }

  /** Names in the table: the base of every rarity. */
  get names(): number {
    return this.nameCount;
  }

  /** One more than the highest number of a name row. */
  get nameLimit(): number {
    return this.nameRows.length;
  }

  get recordLimit(): number {
    return this.recordRows.length;
  }

  record(id: string): RecordRow | undefined {
    return this.byId.get(id);
  }

  recordAt(at: number): RecordRow | undefined {
    return this.recordRows[at];
  }

  nameAt(at: number): NameRow | undefined {
    return this.nameRows[at];
  }

  /** The row of the record's name that was put in with this spelling. */
  nameOf(record: RecordRow, raw: string): number | undefined {
    return record.names.find((at) => this.nameRows[at]?.raw === raw);
  }

  add(facts: RecordFacts): void {
    this.remove(facts.id);
    const at = this.freeRecords.pop() ?? this.recordRows.length;
    const domains: number[] = [];
    const labels: number[] = [];
    for (const typed of facts.domains) this.addDomain(typed, at, domains, labels);
    const city = facts.city === undefined ? [] : wordsOf(foldName(facts.city));
    const record: RecordRow = {
      id: facts.id,
      at,
      names: [],
      domains,
      labels,
      city: city.join(' '),
      town: city.length === 0 ? -1 : this.towns.add(city.join(''), at),
      country: facts.country ?? '',
      tenantId: (facts.tenantId ?? '').toLowerCase(),
      identifiers: (facts.keys ?? [])
        .filter((key) => squeeze(key) !== '')
        .map((key) => this.identifiers.add(squeeze(key), at)),
    };
    this.recordRows[at] = record;
    this.labelScale = withRoom(this.labelScale, at);
    this.labelScale[at] = 1 / Math.sqrt(this.labels.text(labels[0] ?? -1).length + 4);
    this.byId.set(facts.id, record);
    if (record.tenantId !== '') this.tenants.add(record.tenantId, at);
    for (const name of facts.names) this.addName(record, name);
  }

  /** Adds the names that are new and removes those that are gone; false when there is nothing to do. */
  rename(record: RecordRow, names: readonly string[]): boolean {
    const wanted = new Set(names);
    const gone = record.names.filter((at) => !wanted.has(this.nameRows[at]?.raw ?? ''));
    const fresh = [...wanted].filter((raw) => this.nameOf(record, raw) === undefined);
    for (const at of gone) this.removeName(record, at);
    for (const raw of fresh) this.addName(record, raw);
    return gone.length + fresh.length > 0;
  }

  remove(id: string): void {
    const record = this.byId.get(id);
    if (record === undefined) return;
    while (record.names.length > 0) this.removeName(record, record.names[record.names.length - 1] ?? -1);
    for (const key of new Set(record.labels)) {
      for (const gram of grams(this.labels.text(key))) this.labelGrams.remove(gram, record.at);
    }
    for (const key of new Set(record.labels)) this.labels.remove(key, record.at);
    for (const key of record.domains) this.domains.remove(key, record.at);
    if (record.tenantId !== '') this.tenants.remove(this.tenants.key(record.tenantId), record.at);
    if (record.town >= 0) this.towns.remove(record.town, record.at);
    for (const key of new Set(record.identifiers)) this.identifiers.remove(key, record.at);
    this.byId.delete(id);
    this.recordRows[record.at] = undefined;
    this.freeRecords.push(record.at);
  }

  /** Returns the row of the name, for `removeName`. */
  addName(record: RecordRow, raw: string): number {
    const name = companyName(raw);
    const at = this.freeNames.pop() ?? this.nameRows.length;
    const row: NameRow = {
      record,
      raw,
      words: name.words.map((word) => this.words.add(word, at)),
      joined: name.words.join(''),
      initials: initials(name.spoken),
      legal: name.legal,
    };
    this.nameRows[at] = row;
    this.nameScale = withRoom(this.nameScale, at);
    this.nameScale[at] = 1 / Math.sqrt(row.joined.length + 4);
    record.names.push(at);
    for (const gram of grams(row.joined)) this.nameGrams.add(gram, at);
    for (const acronym of this.acronymsOf(row)) this.acronyms.add(acronym, at);
    this.nameCount++;
    return at;
  }

  removeName(record: RecordRow, at: number): void {
    const row = this.nameRows[at];
    if (row?.record !== record) return;
    for (const gram of grams(row.joined)) this.nameGrams.remove(gram, at);
    for (const acronym of this.acronymsOf(row)) this.acronyms.remove(this.acronyms.key(acronym), at);
    for (const word of new Set(row.words)) this.words.remove(word, at);
    record.names.splice(record.names.indexOf(at), 1);
    this.nameRows[at] = undefined;
    this.freeNames.push(at);
    this.nameCount--;
  }

  /** The name's words as text. */
  wordsOf(row: NameRow): string[] {
    return row.words.map((key) => this.words.text(key));
  }

  private acronymsOf(row: NameRow): string[] {
    const short = initials(this.wordsOf(row));
    const found = new Set([short, row.initials]);
    // An acronym often leaves out the last words.
    for (const letters of [...found]) if (letters.length > ACRONYM_START) found.add(letters.slice(0, ACRONYM_START));
    return [...found].filter((letters) => letters.length >= 2 && letters.length <= LONGEST_ACRONYM);
  }

  private addDomain(typed: string, at: number, domains: number[], labels: number[]): void {
    const own = ownDomain(typed) ?? tenantDomain(typed);
    if (own === undefined) return;
    const key = this.domains.add(own.domain, at);
    if (domains.includes(key)) return;
    domains.push(key);
    labels.push(this.labels.add(own.label, at));
    for (const gram of grams(own.label)) this.labelGrams.add(gram, at);
  }
}

function withRoom(scale: Float32Array, at: number): Float32Array {
  if (at < scale.length) return scale;
  const wider = new Float32Array(Math.ceil(at * 1.5));
  wider.set(scale);
  return wider;
}
