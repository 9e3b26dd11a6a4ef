import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { BUNDLED_MODEL } from '../../src/matching/bundled-model';
import { buildCustomerIndex } from '../../src/matching/customer-index';
import { NameIndex, type NamedEntry } from '../../src/matching/name-index';
import type { Customer } from '../../src/domain/customer';
import { readMatchingData, type MatchingData } from '../../training/matching/data';
import { printGroups } from '../../training/matching/groups';
import { benchLibraries } from './libraries';
import { readOutOfFold } from '../../training/matching/out-of-fold';
import { synthesise, synthesiseAccounts } from './synthesis';
import { bytesInUse, ms, printed, timed } from './timing';

/** Accuracy, speed and memory of matching, and three general libraries beside it. Prints; sizes can be given as arguments. */
export async function benchMatching(args: readonly string[] = []): Promise<void> {
  const data = readMatchingData();
  const sizes = args.length > 0 ? args.map(Number) : [12_000, 200_000];
  for (const size of sizes) await benchSize(data, size);
  accuracy(data);
  benchLibraries(data);
}

/** Exposes the collector without a flag on the command line. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
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
  benchNames(data, customers, collect);
}

/** The two indices that a replica of that size has: one of the customers' names, one of as many accounts'. */
function benchNames(data: MatchingData, customers: readonly Customer[], collect: () => void): void {
  const ofCustomers = customers.map(({ id, name, website, city }): NamedEntry => ({
    id,
    names: [name],
    domains: website === undefined ? [] : [website],
    ...(city !== undefined && { city }),
  }));
  const ofAccounts = synthesiseAccounts(data.accounts, customers, customers.length);
  const before = bytesInUse(collect);
  const cpu = process.cpuUsage();
  const indices = [
    { whose: 'customers', entries: ofCustomers, names: indexOf(ofCustomers) },
    { whose: 'accounts', entries: ofAccounts, names: indexOf(ofAccounts) },
  ];
  const spent = process.cpuUsage(cpu).user / 1000;
  const memory = (bytesInUse(collect) - before) / 1e6;
  console.log(
    `  names of customers and of as many accounts: build ${ms(spent)} of processor time, memory ${Math.round(memory)} MB`,
  );
  const fragments = data.lookups.flatMap(({ query }) => [1, 2, 3, 4, 6, 9].map((length) => query.slice(0, length)));
  for (const { whose, entries, names } of indices) {
    const looked = timed(data.lookups, ({ query }) => names.lookup(query));
    console.log(`  ${whose}: lookup of a typed name: ${printed(looked)}`);
    const completed = timed(fragments, (fragment) => names.typeahead(fragment), 1000);
    console.log(`  ${whose}: typeahead, 15 for 1 to 9 letters: ${printed(completed)}`);
    const changed = timed(entries.slice(0, 2000), (entry) => {
      names.put(entry);
    });
    console.log(`  ${whose}: one entry replaced: ${printed(changed)}`);
  }
}

function indexOf(entries: readonly NamedEntry[]): NameIndex {
  const names = new NameIndex();
  for (const entry of entries) names.put(entry);
  return names;
}

/** Out of fold, as `npm run train` left it. */
function accuracy(data: MatchingData): void {
  console.log('\nAccuracy out of fold (of the last npm run train)');
  printGroups(data.accounts, readOutOfFold(data.accounts), BUNDLED_MODEL.thresholds.thisOne);
}
