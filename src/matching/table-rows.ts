import { FewTexts } from './few-texts';
import type { KeyedPostings } from './keyed-postings';
import { NumberLists } from './number-lists';
import type { Parts } from './parts';
import { initials } from './similarity';
import { TextKeys } from './text-keys';

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
  readonly names: readonly number[];
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

/** What a record is apart from its names. */
export type RecordParts = Omit<RecordRow, 'id' | 'at' | 'names' | 'tenantId'> & {
  /** Key in `tenants`. */ readonly tenant: number;
};

/** Records in columns: an object for each of some hundred thousand would take ten times the room. */
export class RecordRows {
  /** The number of an id is that of its row. */
  private readonly ids = new TextKeys();
  private readonly names = new NumberLists(1);
  private readonly domains = new NumberLists(1);
  private readonly labels = new NumberLists(1);
  private readonly identifiers = new NumberLists(1);
  /** Keys of town and tenant, city and country, of each row. */
  private readonly single = new NumberLists(4);
  private readonly texts = new FewTexts();

  constructor(private readonly tenants: KeyedPostings) {}

  get size(): number {
    return this.ids.size;
  }

  /** One more than the highest number of a row. */
  get limit(): number {
    return this.ids.limit;
  }

  /** The row of the id, which is a new one where it has none. */
  rowFor(id: string): number {
    return this.ids.add(id);
  }

  /** -1 where there is none. */
  rowOf(id: string): number {
    return this.ids.key(id);
  }

  set(at: number, parts: RecordParts): void {
    this.names.set(at, []);
    this.domains.set(at, parts.domains);
    this.labels.set(at, parts.labels);
    this.identifiers.set(at, parts.identifiers);
    const { texts } = this;
    this.single.set(at, [parts.town + 1, parts.tenant + 1, texts.number(parts.city), texts.number(parts.country)]);
  }

  remove(at: number): void {
    this.ids.remove(at);
  }

  setNames(at: number, names: readonly number[]): void {
    this.names.set(at, names);
  }

  namesOf(at: number): readonly number[] {
    return this.names.get(at);
  }

  pass(parts: Parts): void {
    this.ids.pass(parts);
    for (const lists of [this.names, this.domains, this.labels, this.identifiers, this.single]) lists.pass(parts);
    this.texts.pass(parts);
  }

  /** As it is whenever it is looked at. */
  row(at: number): RecordRow | undefined {
    const id = this.ids.text(at);
    if (id === undefined) return undefined;
    const { names, domains, labels, identifiers, tenants, texts } = this;
    const [town = 0, tenant = 0, city = 0, country = 0] = this.single.get(at);
    return {
      id,
      at,
      get names() {
        return names.get(at);
      },
      get domains() {
        return domains.get(at);
      },
      get labels() {
        return labels.get(at);
      },
      get identifiers() {
        return identifiers.get(at);
      },
      city: texts.text(city),
      country: texts.text(country),
      town: town - 1,
      tenantId: tenants.text(tenant - 1),
    };
  }
}

/** What a name is apart from its row. */
export interface NameParts {
  readonly raw: string;
  readonly words: readonly number[];
  readonly initials: string;
  readonly legal: readonly string[];
}

/** Names of records in columns. */
export class NameRows {
  private raws: (string | undefined)[] = [];
  private readonly words = new NumberLists(3);
  /** The record, the initials where they do not follow from the words, and the legal forms. */
  private readonly single = new NumberLists(3);
  private readonly texts = new FewTexts();
  private forms: (readonly string[])[] = [];
  private readonly formNumbers = new FewTexts();

  constructor(
    private readonly keys: KeyedPostings,
    private readonly records: RecordRows,
  ) {}

  get limit(): number {
    return this.raws.length;
  }

  set(at: number, record: number, parts: NameParts): void {
    const { raw, words, legal } = parts;
    this.raws[at] = raw;
    this.words.set(at, words);
    const letters = parts.initials === initials(this.textsOf(words)) ? 0 : this.texts.number(parts.initials) + 1;
    const form = this.formNumbers.number(legal.join('|'));
    this.forms[form] ??= legal;
    this.single.set(at, [record, letters, form]);
  }

  remove(at: number): void {
    this.raws[at] = undefined;
  }

  raw(at: number): string | undefined {
    return this.raws[at];
  }

  pass(parts: Parts): void {
    this.raws = parts.texts(this.raws);
    this.words.pass(parts);
    this.single.pass(parts);
    this.texts.pass(parts);
    this.forms = parts.plain([...this.forms]);
    this.formNumbers.pass(parts);
  }

  joined(at: number): string {
    let text = '';
    for (const key of this.words.get(at)) text += this.keys.text(key);
    return text;
  }

  row(at: number): NameRow | undefined {
    const raw = this.raws[at];
    const [of = -1, letters = 0, form = 0] = this.single.get(at);
    const record = this.records.row(of);
    if (raw === undefined || record === undefined) return undefined;
    const words = this.words.get(at);
    const texts = this.textsOf(words);
    return {
      record,
      raw,
      words,
      joined: texts.join(''),
      initials: letters === 0 ? initials(texts) : this.texts.text(letters - 1),
      legal: this.forms[form] ?? [],
    };
  }

  private textsOf(words: readonly number[]): string[] {
    return words.map((key) => this.keys.text(key));
  }
}
