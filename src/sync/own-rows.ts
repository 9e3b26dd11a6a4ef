import type { ListedRow } from '../directory';

/** What is known of the accounts whose rows these are. */
export interface KnownAccounts {
  /** Whether the provider lists the tenant, or has listed it. */
  isListed(tenantId: string): boolean;
  /** The row that the account's record holds. */
  rowIdOf(tenantId: string): string | undefined;
  /** No other provider is configured whose rows they might be. */
  readonly isOnly: boolean;
}

export interface OwnRows {
  readonly byTenant: ReadonlyMap<string, ListedRow>;
  /** Rows that are not followed although one might expect it, and why. */
  readonly passedOver: readonly { readonly name: string; readonly why: string }[];
}

/**
 * The rows of one provider among all that the directory lists. Rows say only which of the directory's own providers they
 * belong to, and nothing says which of those is ours: it is the one in which most of our tenants stand.
 */
export function ownRows(listed: readonly ListedRow[], known: KnownAccounts): OwnRows {
  const rows = listed.filter((row) => row.tenantId !== undefined);
  const home = homeIn(rows, known);
  const byTenant = new Map<string, ListedRow>();
  const passedOver = listed
    .filter(({ tenantId, providerRowId }) => tenantId === undefined && isHome(providerRowId, home))
    .map(({ row }) => ({ name: row.name, why: 'its row names no tenant' }));
  const others: ListedRow[] = [];
  for (const next of rows) {
    const tenantId = tenantOf(next);
    const before = byTenant.get(tenantId);
    if (!isIn(next, home)) others.push(next);
    else if (before === undefined) byTenant.set(tenantId, next);
    else if (before.row.rowId !== next.row.rowId) {
      byTenant.set(tenantId, better(before, next, known.rowIdOf(tenantId)));
      passedOver.push({ name: next.row.name, why: 'there are two rows of it; only one of them is followed' });
    }
  }
  for (const { row, ...other } of others) {
    const tenantId = tenantOf(other);
    if (known.isListed(tenantId) && !byTenant.has(tenantId))
      passedOver.push({ name: row.name, why: 'its row belongs to another provider' });
  }
  return { byTenant, passedOver };
}

/** The provider in the directory that stands for ours; `any` where there is no doubt, `none` where nothing tells. */
type Home = { readonly id: string } | 'any' | 'none';

function homeIn(rows: readonly ListedRow[], known: KnownAccounts): Home {
  const matches = new Map<string, number>();
  for (const row of rows) {
    if (row.providerRowId === undefined) continue;
    const more = known.isListed(tenantOf(row)) ? 1 : 0;
    matches.set(row.providerRowId, (matches.get(row.providerRowId) ?? 0) + more);
  }
  const [first] = [...matches].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  if (first === undefined) return 'any';
  const [id, count] = first;
  if (count > 0) return { id };
  return matches.size === 1 && known.isOnly ? 'any' : 'none';
}

function isIn({ providerRowId }: ListedRow, home: Home): boolean {
  return home === 'any' || (home !== 'none' && providerRowId === undefined) || isHome(providerRowId, home);
}

function isHome(id: string | undefined, home: Home): boolean {
  return typeof home === 'object' && id === home.id;
}

function tenantOf({ tenantId = '' }: Pick<ListedRow, 'tenantId'>): string {
  return tenantId.toLowerCase();
}

/** The one that we hold, else the older one. */
function better(a: ListedRow, b: ListedRow, held: string | undefined): ListedRow {
  if (a.row.rowId === held || b.row.rowId === held) return a.row.rowId === held ? a : b;
  const [before, after] = [a.row.createdAt ?? Infinity, b.row.createdAt ?? Infinity];
  if (before !== after) return before < after ? a : b;
  return a.row.rowId < b.row.rowId ? a : b;
}
