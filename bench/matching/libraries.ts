import Fuse from 'fuse.js';
import { extract, token_set_ratio } from 'fuzzball';
import MiniSearch from 'minisearch';
import { CustomerIndex } from '../../src/matching/customer-index';
import type { Account, MatchingData } from './data';
import { figuresOf } from './figures';
import { ms, timed } from './timing';
import type { RankedRow } from './validate';

type Rank = (account: Account) => { customerId: string; score: number }[];

/** Every nth account: Fuse.js and fuzzball read all customers for each. */
const STEP = 30;

/** The same accounts and customers for each: name and web domain as fields where a library knows fields. */
export function benchLibraries(data: MatchingData): void {
  const accounts = data.accounts.filter((_, i) => i % STEP === 0);
  console.log(`\nSide by side: every ${STEP}th account (${accounts.length}) among ${data.customers.length} customers`);
  run('Handshake', handshake, accounts, data);
  run('MiniSearch', miniSearch, accounts, data);
  run('fuzzball', fuzzballSet, accounts, data);
  run('Fuse.js', fuse, accounts, data);
}

function run(name: string, make: (data: MatchingData) => Rank, accounts: readonly Account[], data: MatchingData): void {
  const start = performance.now();
  const rank = make(data);
  const built = performance.now() - start;
  const rows: RankedRow[] = [];
  const took = timed(
    accounts,
    (account) => {
      rows.push({ id: account.id, truth: account.truth, ranked: rank(account).slice(0, 50) });
    },
    0,
  );
  const f = figuresOf(rows);
  const share = (x: number): string => (100 * x).toFixed(1).padStart(5);
  console.log(
    `  ${name.padEnd(12)} hit@1 ${share(f.hit1)}  @3 ${share(f.hit3)}  @5 ${share(f.hit5)}  AUC ${f.auc.toFixed(3)}` +
      `  build ${ms(built)}, p50 ${ms(took.p50)}, p99 ${ms(took.p99)}`,
  );
}

function handshake({ customers }: MatchingData): Rank {
  const index = new CustomerIndex();
  for (const customer of customers) index.add(customer);
  return (account) => index.rank(account).ranked.map((one) => ({ customerId: one.record.id, score: one.probability }));
}

interface Fields {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}

function fieldsOf({ customers }: MatchingData): Fields[] {
  return customers.map(({ id, name, website }) => ({ id, name, domain: website ?? '' }));
}

function labelOf({ defaultDomain, domains }: Account): string {
  return [defaultDomain?.split('.')[0] ?? '', ...(domains ?? [])].join(' ').trim();
}

function miniSearch(data: MatchingData): Rank {
  const index = new MiniSearch<Fields>({
    fields: ['name', 'domain'],
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { name: 2 } },
  });
  index.addAll(fieldsOf(data));
  return (account) =>
    index
      .search(`${account.name} ${labelOf(account)}`)
      .map((result) => ({ customerId: String(result.id), score: result.score }));
}

function fuse(data: MatchingData): Rank {
  const index = new Fuse(fieldsOf(data), {
    keys: ['name', 'domain'],
    includeScore: true,
    ignoreLocation: true,
    threshold: 0.6,
  });
  return (account) =>
    index
      .search(
        { $or: [{ name: account.name }, ...(labelOf(account) === '' ? [] : [{ domain: labelOf(account) }])] },
        { limit: 50 },
      )
      .map((result) => ({ customerId: result.item.id, score: 1 - (result.score ?? 1) }));
}

function fuzzballSet(data: MatchingData): Rank {
  const rows = fieldsOf(data);
  return (account) =>
    extract(account.name, rows, { scorer: token_set_ratio, processor: (row: Fields) => row.name, limit: 50 }).map(
      ([row, score]) => ({
        customerId: row.id,
        score,
      }),
    );
}
