import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { BUNDLED_MODEL } from '../../src/matching/bundled-model';
import { buildCustomerIndex } from '../../src/matching/customer-index';
import { NameIndex } from '../../src/matching/name-index';
import type { Customer } from '../../src/domain/customer';
import { readMatchingData, type MatchingData } from './data';
import { figuresOf, topOf } from './figures';
import { benchLibraries } from './libraries';
import { synthesise } from './synthesis';
import { bytesInUse, ms, printed, timed } from './timing';
import type { RankedRow } from './validate';

/** Accuracy, speed and memory of matching, and three general libraries beside it. Prints; sizes can be given as arguments. */
export async function benchMatching(args: readonly string[] = []): Promise<void> {
  const data = readMatchingData();
  const sizes = args.length > 0 ? args.map(Number) : [12_000, 200_000];
  for (const size of sizes) await benchSize(data, size);
  await accuracy(data);
  benchLibraries(data);
}

/** Exposes the collector without a flag on the command line. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc');
}

async function benchSize(data: MatchingData, size: number): Promise<void> {
  const collect = collector();
  const customers = synthesise(data.customers, size);
  console.log(`\n${size.toLocaleString('en')} customers`);
  const before = bytesInUse(collect);
  let longest = 0;
  let sliceStart = performance.now();
  const rest = async (): Promise<void> => {
    longest = Math.max(longest, performance.now() - sliceStart);
    await new Promise((resolve) => setImmediate(resolve));
    sliceStart = performance.now();
  };
  const cpu = process.cpuUsage();
  const start = performance.now();
  const index = await buildCustomerIndex(customers, { yield: rest });
  const built = performance.now() - start;
  const spent = process.cpuUsage(cpu).user / 1000;
  const memory = (bytesInUse(collect) - before) / 1e6;
  console.log(
    `  build ${ms(built)} (processor time: ${ms(spent)}), longest stretch ${ms(longest)}, memory ${Math.round(memory)} MB`,
  );
  const ranked = timed(data.accounts, (account) => index.candidates(account));
  console.log(`  candidates for an account, with reasons: ${printed(ranked)}`);
  const changed = timed(customers.slice(0, 2000), (customer) => {
    index.remove(customer.id);
    index.add(customer);
  });
  console.log(`  one customer removed and added: ${printed(changed)}`);
  benchNames(data, customers);
}

function benchNames(data: MatchingData, customers: readonly Customer[]): void {
  const names = new NameIndex();
  for (const { id, name, website } of customers)
    names.put({ id, names: [name], domains: website === undefined ? [] : [website] });
  const looked = timed(data.lookups, ({ query }) => names.lookup(query));
  console.log(`  lookup of a typed name: ${printed(looked)}`);
  const fragments = data.lookups.flatMap(({ query }) => [1, 2, 3, 4, 6, 9].map((length) => query.slice(0, length)));
  const completed = timed(fragments, (fragment) => names.typeahead(fragment), 1000);
  console.log(`  typeahead, 15 for 1 to 9 letters: ${printed(completed)}`);
}

/** Of the model that ships, on the data that it was trained on: the out-of-fold figures are those of `npm run train`. */
async function accuracy(data: MatchingData): Promise<void> {
  const index = await buildCustomerIndex(data.customers);
  const rows = data.accounts.map((account): RankedRow => {
    const { ranked } = index.rank(account);
    return {
      id: account.id,
      truth: account.truth,
      ranked: ranked.slice(0, 50).map((one) => ({ customerId: one.record.id, score: one.probability })),
    };
  });
  console.log('\nAccuracy of the shipped model on its own training data (not out of fold; npm run train prints those)');
  const group = (title: string, of: (i: number) => string): void => {
    console.log(`  by ${title}`);
    const groups = new Map<string, RankedRow[]>();
    rows.forEach((row, i) => groups.set(of(i), [...(groups.get(of(i)) ?? []), row]));
    for (const [name, list] of [...groups].sort((a, b) => b[1].length - a[1].length)) printGroup(name, list);
  };
  group('kind', (i) => data.accounts[i]!.kind);
  group('evidence', (i) => data.accounts[i]!.evidence);
}

function printGroup(name: string, rows: readonly RankedRow[]): void {
  const { thisOne } = BUNDLED_MODEL.thresholds;
  const decided = rows.filter((row) => topOf(row) >= thisOne);
  const wrong = decided.filter((row) => row.ranked[0]?.customerId !== row.truth).length;
  const f = figuresOf(rows);
  const hits = rows.some((row) => row.truth !== null)
    ? [f.hit1, f.hit3, f.hit5].map((x) => (100 * x).toFixed(1).padStart(6)).join('')
    : ' '.repeat(18);
  console.log(
    `    ${name.padEnd(30)} ${String(rows.length).padStart(5)} ${hits}   this one: ${decided.length}, ${wrong} wrong`,
  );
}
