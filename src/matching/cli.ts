/**
 * `npm run match -- --customers F --accounts F --out F` and `npm run match -- --customers F --lookups F --out F`: ranks the
 * customers for each line, one JSON object a line in and out. Of the accounts only id, companyName, defaultDomain, domains,
 * country and tenantId are read, of the lookups id and query.
 */
import { writeFileSync } from 'node:fs';
import { verdictOf } from './assessment';
import { BUNDLED_MODEL } from './bundled-model';
import { readAccounts, readMatchingCustomers, readLookups, type FileProblem } from './cli-files';
import { CustomerIndex } from './customer-index';
import { NameIndex, type Resolution } from './name-index';
import { queryOfText } from './query';
import type { Ranked } from './ranking';

const MOST_RANKED = 50;
const USAGE = `usage: npm run match -- --customers FILE (--accounts FILE | --lookups FILE) --out FILE
Each file holds one JSON object a line.`;

interface Prediction {
  readonly id: string;
  readonly ranked: readonly { readonly customerId: string; readonly score: number }[];
  /** Answered plainly as this customer. */
  readonly decision: string | null;
  /** Of look-ups: answered at once with the assumption said, or offered. At most one of the three is there. */
  readonly assumed?: string;
  readonly probably?: string;
}

function main(args: readonly string[]): number {
  const customers = valueOf(args, '--customers');
  const accounts = valueOf(args, '--accounts');
  const lookups = valueOf(args, '--lookups');
  const out = valueOf(args, '--out');
  if (customers === undefined || out === undefined || (accounts === undefined) === (lookups === undefined)) {
    console.error(USAGE);
    return 2;
  }
  const predictions =
    accounts === undefined ? matchLookups(customers, lookups ?? '') : matchAccounts(customers, accounts);
  if ('problem' in predictions) {
    console.error(predictions.problem);
    return 1;
  }
  try {
    writeFileSync(out, predictions.map((prediction) => JSON.stringify(prediction) + '\n').join(''));
  } catch (error) {
    console.error(
      `Cannot write ${out} (${error instanceof Error ? error.message : String(error)}). Name a file in a folder that exists.`,
    );
    return 1;
  }
  console.log(`${predictions.length} predictions written to ${out}`);
  return 0;
}

function valueOf(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(name);
  const value = at < 0 ? undefined : args[at + 1];
  return value?.startsWith('--') === true ? undefined : value;
}

function matchAccounts(customerFile: string, accountFile: string): Prediction[] | FileProblem {
  const customers = readMatchingCustomers(customerFile);
  if ('problem' in customers) return customers;
  const accounts = readAccounts(accountFile);
  if ('problem' in accounts) return accounts;
  const index = new CustomerIndex();
  for (const customer of customers) index.add(customer);
  return accounts.map(({ id, tenant }) => {
    const { ranked } = index.rank(tenant);
    const verdict = verdictOf(
      ranked.map((one) => one.probability),
      BUNDLED_MODEL,
    );
    return { id, ranked: scored(ranked), decision: verdict === 'this-one' ? (ranked[0]?.record.id ?? null) : null };
  });
}

function matchLookups(customerFile: string, lookupFile: string): Prediction[] | FileProblem {
  const customers = readMatchingCustomers(customerFile);
  if ('problem' in customers) return customers;
  const lookups = readLookups(lookupFile);
  if ('problem' in lookups) return lookups;
  const index = new NameIndex();
  for (const { id, name, website, mailDomains, tenantId, city, number } of customers) {
    const domains = [...(website === undefined ? [] : [website]), ...(mailDomains ?? [])];
    const facts = { ...(tenantId && { tenantId }), ...(city && { city }), ...(number && { number }) };
    index.put({ id, names: [name], domains, ...facts });
  }
  return lookups.map(({ id, query }) => {
    const found = index.resolve(query);
    const ranked = scored(index.rank(queryOfText(query)));
    return { id, ranked, ...answered(found) };
  });
}

function answered(found: Resolution): Pick<Prediction, 'decision' | 'assumed' | 'probably'> {
  switch (found.kind) {
    case 'one':
      return { decision: found.match.id };
    case 'assumed':
      return { decision: null, assumed: found.match.id };
    case 'probably':
      return { decision: null, probably: found.match.id };
    case 'several':
    case 'none':
      return { decision: null };
  }
}

function scored(ranked: readonly Ranked[]): Prediction['ranked'] {
  return ranked.slice(0, MOST_RANKED).map(({ record, probability }) => ({ customerId: record.id, score: probability }));
}

process.exitCode = main(process.argv.slice(2));
