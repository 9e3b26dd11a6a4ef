import type { ListedRow } from '../directory';
import { givingWay } from '../matching/slices';
import type { Home, OurProvider } from './homes';

/** A provider of ours, and what is known of the accounts whose rows these may be. */
export interface RowOwner extends Pick<OurProvider, 'isListed'> {
  readonly home: Home;
  /** No other provider is configured whose rows they might be. */
  readonly isOnly: boolean;
  /** Whether a person has said which of several rows is the account's. */
  isChosen(tenantId: string): boolean;
}

export interface OwnRows {
  /** More than one where the directory has several rows of the provider for one tenant. */
  readonly byTenant: ReadonlyMap<string, readonly ListedRow[]>;
  /** Rows that are not followed although one might expect it, and why. */
  readonly passedOver: readonly { readonly name: string; readonly why: string }[];
}

/** The rows of one provider among all that the directory lists. */
export async function ownRows(listed: readonly ListedRow[], owner: RowOwner): Promise<OwnRows> {
  const byTenant = new Map<string, ListedRow[]>();
  const passedOver: { name: string; why: string }[] = [];
  const others: ListedRow[] = [];
  const giveWay = givingWay();
  for (const row of listed) {
    await giveWay();
    const tenantId = row.tenantId?.toLowerCase();
    if (tenantId === undefined) {
      if (isHome(row, owner)) passedOver.push({ name: row.row.name, why: 'its row names no tenant' });
    } else if (!isIn(row, tenantId, owner)) others.push(row);
    else {
      const before = byTenant.get(tenantId);
      // A list may hold a row twice, when it changes while it is read.
      if (before === undefined) byTenant.set(tenantId, [row]);
      else if (!before.some((one) => one.row.rowId === row.row.rowId)) before.push(row);
    }
  }
  for (const [tenantId, [first, ...more]] of byTenant) {
    if (first !== undefined && more.length > 0 && !owner.isChosen(tenantId))
      passedOver.push({
        name: first.row.name,
        why: `there are ${more.length + 1} rows of it; its card asks which one is meant`,
      });
  }
  for (const { row, tenantId = '' } of others) {
    await giveWay();
    if (owner.isListed(tenantId.toLowerCase()) && !byTenant.has(tenantId.toLowerCase()))
      passedOver.push({ name: row.name, why: 'its row belongs to another provider' });
  }
  return { byTenant, passedOver };
}

/** A row that names no provider is ours where there is but one, else of whoever lists the tenant. */
function isIn(row: ListedRow, tenantId: string, owner: RowOwner): boolean {
  if (row.providerRowId !== undefined || owner.home === 'unknown') return isHome(row, owner);
  return owner.isOnly || owner.isListed(tenantId);
}

function isHome({ providerRowId }: ListedRow, { home }: RowOwner): boolean {
  return typeof home === 'object' && providerRowId === home.id;
}
