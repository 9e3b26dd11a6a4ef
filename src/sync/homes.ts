import type { ListedProvider, ListedRow } from '../directory';
import { givingWay } from '../matching/slices';

/** A provider of ours, for which a row in the directory's table of providers stands. */
export interface OurProvider {
  readonly id: string;
  /** Id or name of that row, where the settings name it. */
  readonly row?: string;
  /** Whether the provider lists the tenant, or has listed it. */
  isListed(tenantId: string): boolean;
}

/**
 * What stands for a provider of ours in the directory: a row of its table, rows that name no provider at all
 * (`unnamed`), or nobody knows (`unknown`).
 */
export type Home = { readonly id: string } | 'unnamed' | 'unknown';

interface Fit {
  readonly ours: OurProvider;
  readonly row: string;
  readonly isPartnerCenter: boolean;
  /** Accounts of it that the provider lists, and those that it does not. */
  readonly own: number;
  readonly strange: number;
}

/**
 * Which of the directory's providers are ours. What the settings say counts first; then, for each of ours, the one in
 * which most of its tenants stand. What is called Partner Center comes before what is not, since a distributor may have
 * the same customers.
 */
export async function findHomes(
  listed: readonly ListedRow[],
  ours: readonly OurProvider[],
  table: readonly ListedProvider[],
): Promise<ReadonlyMap<string, Home>> {
  const providers = providersIn(listed, table);
  if (providers.length === 0) return new Map(ours.map(({ id }) => [id, 'unnamed']));
  const homes = new Map<string, Home>();
  const taken = new Set<string>();
  const settleOn = (id: string, row: string): void => {
    homes.set(id, { id: row });
    taken.add(row);
  };
  for (const { id, row } of ours) {
    const named = row === undefined ? undefined : providers.find((p) => isNamed(p, row));
    if (row !== undefined) homes.set(id, 'unknown');
    if (named !== undefined) settleOn(id, named.rowId);
  }
  const all = await fits(listed, ours, providers);
  const settleFits = (some: readonly Fit[]): void => {
    for (const { ours: one, row } of some) if (!homes.has(one.id) && !taken.has(row)) settleOn(one.id, row);
  };
  settleFits(all.filter(({ isPartnerCenter: isOne }) => isOne));
  const empty = emptyCenter(listed, providers, taken);
  const [lacking, another] = ours.filter(({ id }) => !homes.has(id));
  if (empty !== undefined && lacking !== undefined && another === undefined) settleOn(lacking.id, empty.rowId);
  settleFits(all);
  const left = ours.filter(({ id }) => !homes.has(id));
  const only = left.length === 1 ? lonely(providers, taken, ours.length === 1) : undefined;
  for (const { id } of left) {
    if (only === undefined) homes.set(id, 'unknown');
    else settleOn(id, only.rowId);
  }
  return homes;
}

/** The providers of the table, and those that only rows name. */
export function providersIn(listed: readonly ListedRow[], table: readonly ListedProvider[]): readonly ListedProvider[] {
  const found = new Map(table.map((provider) => [provider.rowId, provider]));
  for (const { providerRowId, providerName } of listed) {
    if (providerRowId === undefined || found.has(providerRowId)) continue;
    found.set(providerRowId, { rowId: providerRowId, name: providerName ?? providerRowId });
  }
  return [...found.values()].sort((a, b) => (a.rowId < b.rowId ? -1 : 1));
}

function isNamed({ rowId, name }: ListedProvider, wanted: string): boolean {
  const plain = wanted.trim().toLowerCase();
  return rowId === plain || name.trim().toLowerCase() === plain;
}

/** The best first; without one tenant in common there is no fit. */
async function fits(
  listed: readonly ListedRow[],
  ours: readonly OurProvider[],
  providers: readonly ListedProvider[],
): Promise<readonly Fit[]> {
  const counts = new Map<string, { own: number; strange: number }>();
  const giveWay = givingWay();
  for (const { tenantId, providerRowId } of listed) {
    await giveWay();
    if (providerRowId === undefined) continue;
    for (const one of ours) {
      const key = `${one.id} ${providerRowId}`;
      const count = counts.get(key) ?? { own: 0, strange: 0 };
      if (tenantId !== undefined && one.isListed(tenantId)) count.own += 1;
      else count.strange += 1;
      counts.set(key, count);
    }
  }
  const all = ours.flatMap((one) =>
    providers.map((provider): Fit => {
      const { own, strange } = counts.get(`${one.id} ${provider.rowId}`) ?? { own: 0, strange: 0 };
      return { ours: one, row: provider.rowId, isPartnerCenter: isPartnerCenter(provider), own, strange };
    }),
  );
  return all
    .filter(({ own }) => own > 0)
    .sort(
      (a, b) =>
        Number(b.isPartnerCenter) - Number(a.isPartnerCenter) ||
        b.own - a.own ||
        a.strange - b.strange ||
        (a.row < b.row ? -1 : 1),
    );
}

function isPartnerCenter({ kind, name }: ListedProvider): boolean {
  return /partner\s*cent(?:er|re)/i.test(`${kind ?? ''} ${name}`);
}

/** The only Partner Center that nobody has, when it has no rows yet: what has our tenants beside it is a distributor. */
function emptyCenter(
  listed: readonly ListedRow[],
  providers: readonly ListedProvider[],
  taken: ReadonlySet<string>,
): ListedProvider | undefined {
  const inUse = new Set(listed.map(({ providerRowId }) => providerRowId));
  const [only, another] = providers.filter((one) => isPartnerCenter(one) && !taken.has(one.rowId));
  return only === undefined || another !== undefined || inUse.has(only.rowId) ? undefined : only;
}

/** Before any tenant is known: the only Partner Center of the directory, or its only provider while we have one. */
function lonely(
  providers: readonly ListedProvider[],
  taken: ReadonlySet<string>,
  isOnly: boolean,
): ListedProvider | undefined {
  const free = providers.filter(({ rowId }) => !taken.has(rowId));
  const centers = free.filter(isPartnerCenter);
  if (centers.length === 1) return centers[0];
  return isOnly && providers.length === 1 ? free[0] : undefined;
}
