import { companyName } from '../../src/matching/company-name';
import { ownDomain } from '../../src/matching/domains';
import { seeded } from './random';
import type { MatchingData } from './data';

/** One thing to be matched, with everything that could give it away in another fold. */
export interface Foldable {
  readonly names: readonly string[];
  readonly domains: readonly string[];
}

/** Rows of one organisation, of namesakes, and of one web domain stay in one fold. */
export function foldsOf(rows: readonly Foldable[], folds: number, seed: number): Int32Array {
  const parent = rows.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    parent[i] = root;
    return root;
  };
  const seen = new Map<string, number>();
  rows.forEach(({ names, domains }, i) => {
    const keys = names.map((name) => companyName(name).words.join(' '));
    for (const domain of domains) {
      const own = ownDomain(domain);
      if (own !== undefined) keys.push(`@${own.domain}`);
    }
    for (const key of keys) {
      const other = seen.get(key);
      if (other === undefined) seen.set(key, i);
      else parent[find(i)] = find(other);
    }
  });
  const random = seeded(seed);
  const foldOf = new Map<number, number>();
  return Int32Array.from(rows, (_, i) => {
    const root = find(i);
    const fold = foldOf.get(root) ?? Math.floor(random() * folds);
    foldOf.set(root, fold);
    return fold;
  });
}

export function accountFoldables({ customers, accounts }: MatchingData): Foldable[] {
  const byId = new Map(customers.map((c) => [c.id, c]));
  return accounts.map((account) => {
    const customer = byId.get(account.truth ?? '');
    return {
      names: [account.name, ...(customer === undefined ? [] : [customer.name])],
      domains: [...(account.domains ?? []), customer?.website ?? ''],
    };
  });
}
