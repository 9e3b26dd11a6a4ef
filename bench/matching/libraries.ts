import Fuse from 'fuse.js';
import { extract, token_set_ratio } from 'fuzzball';
import MiniSearch from 'minisearch';
import type { Account, MatchingData } from '../../training/matching/data';
import { figuresOf } from '../../training/matching/figures';
import { readOutOfFold } from '../../training/matching/out-of-fold';
import { ms, timed } from './timing';
import type { RankedRow } from '../../training/matching/validate';

type Rank = (account: Account) => { customerId: string; score: number }[];

/** Every nth account. Fuzzball and Fuse.js read all customers for each; Fuse.js takes about half a second. */
const STEP = 9;
const FUSE_STEP = 27;

/** The same accounts and customers for each: name and web domain as fields where a library knows fields. Ours is out of fold. */
export function benchLibraries(data: MatchingData): void {
  const ours = readOutOfFold(data.accounts);
  for (const [step, libraries] of [
    [STEP, { MiniSearch: miniSearch, fuzzball: fuzzballSet }],
    [FUSE_STEP, { 'Fuse.js': fuse }],
  ] as const) {
    const every = <T>(rows: readonly T[]): T[] => rows.filter((_, i) => i % step === 0);
    const accounts = every(data.accounts);
    const linked = accounts.filter((account) => account.truth !== null).length;
    console.log(
      `\nSide by side: every ${step}th account (${accounts.length}, ${linked} with a customer) among ${data.customers.length} customers`,
    );
    print('Handshake', every(ours), 'out of fold');
    for (const [name, make] of Object.entries(libraries)) run(name, make, accounts, data);
  }
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
  print(name, rows, `build ${ms(built)}, p50 ${ms(took.p50)}, p99 ${ms(took.p99)}`);
}

function print(name: string, rows: readonly RankedRow[], rest: string): void {
  const f = figuresOf(rows);
  const share = (x: number): string => (100 * x).toFixed(1).padStart(5);
  console.log(
    `  ${name.padEnd(12)} hit@1 ${share(f.hit1)}  @3 ${share(f.hit3)}  @5 ${share(f.hit5)}  AUC ${f.auc.toFixed(3)}  ${rest}`,
  );
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
      ([row, score]: readonly [Fields, number, unknown]) => ({ customerId: row.id, score }),
    );
}
