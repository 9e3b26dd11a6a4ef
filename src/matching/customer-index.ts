import type { Customer } from '../domain/customer';
import type { Tenant } from '../domain/tenant';
import { Aliases, type Alias } from './aliases';
import { assess, weightsOf, type Assessment, type CandidateOptions, type Known, type Remembered } from './assessment';
import { BUNDLED_MODEL } from './bundled-model';
import { Tally } from './tally';
import type { Model } from './model';
import type { Parts } from './parts';
import { queryOfTenant, type Query } from './query';
import { rank, type Ranking } from './ranking';
import { Rarity } from './rarity';
import { RecordTable } from './record-table';
import { inSlices, type SliceOptions } from './slices';

export type { Assessment, Candidate, CandidateOptions } from './assessment';

export interface CustomerIndexOptions {
  /** Default: the model in the repository. */
  readonly model?: Model;
}

/** All customers in memory, ready to be ranked for an account; kept fresh one customer at a time. */
export class CustomerIndex {
  private readonly table = new RecordTable();
  private readonly tally = new Tally();
  private readonly aliases = new Aliases();
  private readonly model: Model;
  private readonly rarity: Rarity;

  constructor(options: CustomerIndexOptions = {}) {
    this.model = options.model ?? BUNDLED_MODEL;
    this.rarity = new Rarity(this.table, this.model.background);
  }

  get size(): number {
    return this.table.size;
  }

  has(id: string): boolean {
    return this.table.record(id) !== undefined;
  }

  /** Adds, or replaces the customer with the same id. What was learned about it stays. */
  add(customer: Customer): void {
    const { id, name, website, mailDomains, city, country, tenantId, number } = customer;
    const taught = this.aliases.ofCustomer(id).map((alias) => alias.name);
    const domains = [...(website === undefined ? [] : [website]), ...(mailDomains ?? [])];
    this.table.add({
      id,
      names: [...new Set([name, ...taught])],
      domains,
      city,
      country,
      tenantId,
      keys: number === undefined ? [] : [number],
    });
  }

  /** What was learned about the customer stays, in case that it comes back. */
  remove(id: string): void {
    this.table.remove(id);
  }

  /** A person decided that the tenant is this customer: the tenant's name finds the customer from now on. */
  learn(customerId: string, name: string, tenantId: string): void {
    if (!this.aliases.add(aliasOf(customerId, name, tenantId))) return;
    const record = this.table.record(customerId);
    if (record !== undefined && this.table.nameOf(record, name) === undefined) this.table.addName(record, name);
  }

  /** Takes back exactly what the same call of `learn` taught. */
  unlearn(customerId: string, name: string, tenantId: string): void {
    if (!this.aliases.remove(aliasOf(customerId, name, tenantId))) return;
    const record = this.table.record(customerId);
    if (record === undefined || this.aliases.ofCustomer(customerId).some((alias) => alias.name === name)) return;
    const row = this.table.nameOf(record, name);
    // The first name is the customer's own.
    if (row !== undefined && row !== record.names[0]) this.table.removeName(record, row);
  }

  /** Does something as if this had not been learned. */
  without<T>(taught: Parameters<CustomerIndex['learn']>, what: () => T): T {
    this.unlearn(...taught);
    try {
      return what();
    } finally {
      this.learn(...taught);
    }
  }

  /** What decisions taught about a customer: names of tenants, each with the tenant of the decision. */
  aliasesOf(customerId: string): readonly Alias[] {
    return this.aliases.ofCustomer(customerId);
  }

  /** Grows with every change of what is found. */
  get changes(): number {
    return this.table.changes;
  }

  pass(parts: Parts): void {
    this.table.pass(parts);
    this.aliases.pass(parts);
  }

  candidates(tenant: Tenant, options: CandidateOptions = {}): Assessment {
    const query = queryOfTenant(tenant);
    const known = this.knownOf(query, options.remembered ?? []);
    const weights = weightsOf(known);
    const { including } = options;
    if (including !== undefined && !weights.has(including) && this.has(including)) weights.set(including, 0);
    return assess(this.rankQuery(query, weights), known, this.model, options);
  }

  /** Every scored candidate without verdict and evidence: for the command line and the benchmarks. */
  rank(tenant: Tenant): Ranking {
    const query = queryOfTenant(tenant);
    return this.rankQuery(query, weightsOf(this.knownOf(query, [])));
  }

  private rankQuery(query: Query, weights: ReadonlyMap<string, number>): Ranking {
    const { table, rarity, tally, model } = this;
    return rank({ table, rarity, tally, trees: model.accounts }, query, weights);
  }

  private knownOf(query: Query, remembered: readonly Remembered[]): Known[] {
    const decided = new Map<string, Remembered>(
      [...this.aliases.ofTenant(query.tenantId), ...remembered].map((one) => [one.customerId, one]),
    );
    const known: Known[] = [];
    for (const [customerId, { name, under }] of decided) {
      if (!this.has(customerId)) continue;
      known.push({ customerId, code: 'remembered', name, ...(under === undefined ? {} : { under }) });
    }
    for (const at of query.tenantId === '' ? [] : this.table.tenants.find(query.tenantId)) {
      const customerId = this.table.recordAt(at)?.id;
      if (customerId !== undefined) known.push({ customerId, code: 'same-tenant-id', name: '' });
    }
    return known;
  }
}

function aliasOf(customerId: string, name: string, tenantId: string): Alias {
  return { customerId, name, tenantId: tenantId.toLowerCase() };
}

export interface BuildOptions extends CustomerIndexOptions, SliceOptions {}

/** Builds the index in slices, so that turns are answered meanwhile. */
export async function buildCustomerIndex(
  customers: Iterable<Customer> | AsyncIterable<Customer>,
  options: BuildOptions = {},
): Promise<CustomerIndex> {
  const index = new CustomerIndex(options);
  await inSlices(
    customers,
    (customer) => {
      index.add(customer);
    },
    options,
  );
  return index;
}
