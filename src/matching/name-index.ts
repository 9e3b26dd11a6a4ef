import { LRUCache } from 'lru-cache';
import { TYPED_ID_WEIGHT } from './assessment';
import { BUNDLED_MODEL } from './bundled-model';
import { companyName } from './company-name';
import { sameButSmallWords } from './fit';
import { Tally } from './tally';
import type { Model } from './model';
import type { Parts } from './parts';
import { queryOfText, type Query } from './query';
import { rank, type Ranked } from './ranking';
import { Rarity } from './rarity';
import { RecordTable } from './record-table';
import { squeeze } from './text';
import { typeahead, type Completion } from './typeahead';

import { resolve, type Resolution } from './resolution';
import { chance, settleMatches, type Exactness } from './settling';

export { queryOfText, resolve, type Exactness, type Resolution };

/** One thing that can be looked up by what a person types: an account, a customer. */
export interface NamedEntry {
  readonly id: string;
  readonly names: readonly string[];
  /** Websites, mail domains, a tenant's initial domain. */
  readonly domains?: readonly string[];
  readonly tenantId?: string;
  /** Where it is: people add the town to the name. */
  readonly city?: string;
  /** The customer number that people call the record, for example `AC-10482`. */
  readonly number?: string;
}

export interface NameMatch {
  readonly id: string;
  /** 0 to 1. Namesakes have the same score: it does not count how many others fit. */
  readonly score: number;
  readonly exactness: Exactness;
  /** What of the entry matched, as it was put in. */
  readonly matched: string;
}

export interface NameIndexOptions {
  /** Default: the model in the repository. */
  readonly model?: Model;
}

const DEFAULT_LIMIT = 10;
const FOUND_KEPT = 64;
const DEFAULT_TYPEAHEAD = 15;
/** Scores of equal names: with the legal form as typed, without one, with another one. */
const SAME_SPELLING = 1;
const SAME_NAME = 0.99;
const OTHER_FORM = 0.97;
/** Below it a name is not even near. */
const LEAST_SCORE = 0.02;
/** Names that are looked through for a whole name; no word that tells anything is in more. */
const MOST_READ = 5000;

/** Entries of one domain that are weighed. */
const MOST_WITH_DOMAIN = 30;
/** Matches of which it is worked out how they fit. */
const MOST_SETTLED = 30;
/** No company's name is longer; what is longer is nobody's, without a look. */
export const LONGEST_NAME = 250;

/** Looks entries up by what a person types: names with typos, parts of names, acronyms, domains, ids. */
export class NameIndex {
  readonly table = new RecordTable();
  private readonly tally = new Tally();
  private readonly model: Model;
  readonly rarity: Rarity;
  /** One question looks the same name up several times. */
  private readonly found = new LRUCache<string, readonly NameMatch[]>({ max: FOUND_KEPT });

  constructor(options: NameIndexOptions = {}) {
    this.model = options.model ?? BUNDLED_MODEL;
    this.rarity = new Rarity(this.table, this.model.background);
  }

  get size(): number {
    return this.table.size;
  }

  /** Adds, or replaces the entry with the same id. */
  put({ id, names, domains, tenantId, city, number }: NamedEntry): void {
    const keys = number === undefined ? [] : [number];
    this.found.clear();
    this.table.add({ id, names: [...new Set(names)], domains: domains ?? [], tenantId, city, keys });
  }

  /** Gives an entry that is there these names. The ones that it has already cost nothing. */
  rename(id: string, names: readonly string[]): void {
    const record = this.table.record(id);
    if (record !== undefined && this.table.rename(record, names)) this.found.clear();
  }

  remove(id: string): void {
    this.found.clear();
    this.table.remove(id);
  }

  pass(parts: Parts): void {
    this.found.clear();
    this.table.pass(parts);
  }

  /** Best first. `limit` defaults to 10. */
  lookup(query: string, limit = DEFAULT_LIMIT): NameMatch[] {
    if (query.length > LONGEST_NAME) return [];
    const found = this.found.get(query) ?? this.matchesOf(query);
    this.found.set(query, found);
    return found.slice(0, limit);
  }

  private matchesOf(query: string): readonly NameMatch[] {
    const byId = this.byIdentifier(query);
    if (byId.length > 0) return byId;
    const typed = queryOfText(query);
    if (typed.joined === '') return [];
    const spelling = squeeze(query);
    const near = this.rank(typed).filter(isNear);
    const whole = near.filter((one) => this.isWhole(typed, one));
    const rest = near.filter((one) => !whole.includes(one)).slice(0, MOST_SETTLED);
    const settled = whole.length > 0 ? [] : settleMatches(this, typed, rest, this.model);
    const matches = [
      ...whole.map((one) => wholeMatch(one, spelling)),
      ...rest.map((one, i) => this.partMatch(typed, one, settled[i] ?? 'similar')),
    ];
    matches.sort((a, b) => ORDER[b.exactness] - ORDER[a.exactness] || b.score - a.score || (a.id < b.id ? -1 : 1));
    return matches;
  }

  /** What a person means by a name. When exactly one entry has it as its whole name, nothing else need be weighed. */
  resolve(query: string, limit = DEFAULT_LIMIT): Resolution {
    if (query.length > LONGEST_NAME) return resolve([]);
    const typed = queryOfText(query);
    if (typed.domains.length === 0 && this.byIdentifier(query).length === 0) {
      const [only, another] = this.named(typed);
      if (only !== undefined && another === undefined) return { kind: 'one', match: only };
    }
    return resolve(this.lookup(query, limit));
  }

  /** For a list that grows while somebody types: names and domains that begin with, or hold, the fragment; then near names. */
  typeahead(fragment: string, limit = DEFAULT_TYPEAHEAD): NameMatch[] {
    if (fragment.length > LONGEST_NAME) return [];
    const found = new Map<string, NameMatch>();
    for (const match of this.byIdentifier(fragment)) found.set(match.id, match);
    for (const completion of typeahead(this.table, fragment, limit)) {
      if (!found.has(completion.record.id)) found.set(completion.record.id, completed(completion));
    }
    if (found.size < limit && squeeze(fragment).length > 3) {
      for (const match of this.lookup(fragment, limit)) if (!found.has(match.id)) found.set(match.id, match);
    }
    return [...found.values()].slice(0, limit);
  }

  /** Whether some entry has this name, this word in its name, or this domain or its label. */
  has(nameOrWord: string): boolean {
    return nameOrWord.length <= LONGEST_NAME && this.hasQuery(queryOfText(nameOrWord));
  }

  /** The same for a text that was read already: asked of several indices, it is read once. */
  hasQuery(query: Query): boolean {
    const { words } = query.name;
    if (words.length === 0) return false;
    if (query.domains.some(({ domain }) => this.table.domains.key(domain) >= 0)) return true;
    if (words.length === 1 && this.table.words.key(query.joined) >= 0) return true;
    return this.table.labels.key(query.joined) >= 0 || this.hasName(query);
  }

  /** The entries that are called so but for case, accents and legal form. */
  namesakes(name: string): readonly string[] {
    return name.length > LONGEST_NAME ? [] : this.named(queryOfText(name)).map(({ id }) => id);
  }

  /** Every scored entry: for the command line and the benchmarks. */
  rank(query: Query): readonly Ranked[] {
    const { table, rarity, tally, model } = this;
    const known = new Map<string, number>();
    for (const { domain } of query.domains) {
      for (const at of table.domains.find(domain).subarray(0, MOST_WITH_DOMAIN)) {
        const id = table.recordAt(at)?.id;
        if (id !== undefined) known.set(id, TYPED_ID_WEIGHT);
      }
    }
    return rank({ table, rarity, tally, trees: model.typed }, query, known).ranked;
  }

  private hasName(query: Query): boolean {
    return this.named(query).length > 0;
  }

  /** The entries that have exactly this name but for case, accents and legal form. */
  private named(query: Query): NameMatch[] {
    const { name, joined } = query;
    const { words } = this.table;
    const keys = name.words.map((word) => words.key(word));
    const [rarest] = [...keys].sort((a, b) => words.count(a) - words.count(b));
    if (rarest === undefined || keys.includes(-1)) return [];
    const found = new Map<string, NameMatch>();
    for (const at of words.list(rarest).subarray(0, MOST_READ)) {
      const row = this.table.joinedAt(at) === joined ? this.table.nameAt(at) : undefined;
      if (row === undefined || found.has(row.record.id)) continue;
      if (sameButSmallWords(query, companyName(row.raw)) !== 'same') continue;
      found.set(row.record.id, { id: row.record.id, score: SAME_NAME, exactness: 'exact', matched: row.raw });
    }
    return [...found.values()];
  }

  private byIdentifier(query: string): NameMatch[] {
    const { table } = this;
    const found = new Map<string, string>();
    const collect = (list: Int32Array, matched: string): void => {
      for (const at of list) {
        const record = table.recordAt(at);
        if (record !== undefined && !found.has(record.id)) found.set(record.id, matched);
      }
    };
    collect(table.tenants.find(query.trim().toLowerCase()), query.trim());
    const key = squeeze(query);
    if (/\d/.test(key)) collect(table.identifiers.find(key), query.trim());
    for (const { domain } of queryOfText(query).domains) collect(table.domains.find(domain), domain);
    return [...found].map(([id, matched]): NameMatch => ({ id, score: 1, exactness: 'id', matched }));
  }

  private isWhole(query: Query, { comparison }: Ranked): boolean {
    if (!isSameName(comparison) || query.domains.length > 0) return false;
    return sameButSmallWords(query, companyName(comparison.row.raw)) === 'same';
  }

  private partMatch(query: Query, { record, comparison, score }: Ranked, exactness: Exactness): NameMatch {
    const matched = matchedPart(this.table, query, comparison);
    return { id: record.id, score: Math.min(chance(score), 0.96), exactness, matched };
  }
}

function wholeMatch({ record, comparison: { row, features: f } }: Ranked, spelling: string): NameMatch {
  const asTyped = squeeze(row.raw) === spelling;
  const score = asTyped ? SAME_SPELLING : f.legal === -1 ? OTHER_FORM : SAME_NAME;
  return { id: record.id, score, exactness: 'exact', matched: row.raw };
}

function isSameName({ features: f }: Ranked['comparison']): boolean {
  return f.sameWords === 1 || f.sameJoined === 1;
}

function isNear({ comparison, score }: Ranked): boolean {
  return isSameName(comparison) || chance(score) >= LEAST_SCORE;
}

const ORDER: Readonly<Record<Exactness, number>> = { id: 5, exact: 4, slip: 3, part: 2, near: 1, similar: 0 };

function matchedPart(table: RecordTable, query: Query, { row, features: f }: Ranked['comparison']): string {
  const byName = f.gramCosine > 0.3 || f.wordShareAccount > 0.3 || f.nameInCustomer > 0;
  if (byName || f.nameWebsiteLikeness < 0.85) return row.raw;
  const key = row.record.labels.findIndex((label) => table.labels.text(label).includes(query.joined));
  return key < 0 ? row.raw : table.domains.text(row.record.domains[key] ?? -1);
}

function completed({ record, matched, score }: Completion): NameMatch {
  return { id: record.id, score, exactness: score >= 0.9 ? 'part' : 'similar', matched };
}

/** The normal form in one line, for comparing what people typed. */
export function normalForm(name: string): string {
  return companyName(name).words.join(' ');
}
