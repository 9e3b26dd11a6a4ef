import { accountId } from '../domain/account';
import { firstSight, observeRow } from '../domain/observe';
import type { Instant } from '../domain/time';
import type { ListedRow } from '../directory';
import type { Provider } from '../provider';
import { changeAccount } from '../records/change-document';
import type { Tenure } from '../records/hold-lease';
import { leavingOut } from '../records/leave-out';
import { hearing, noteSource, troubleOf } from '../records/note-source';
import type { Ports } from '../ports';
import { ownRows } from './own-rows';
import type { OwnRows } from './own-rows';

/** What the directory listed, and when the listing began: any row may be as old as that. */
export interface RowListing {
  readonly listed: readonly ListedRow[];
  readonly readAt: Instant;
}

/** All rows of the directory; undefined, and noted, when the list did not come to its end. */
export async function readRows(ports: Ports, signal: AbortSignal): Promise<RowListing | undefined> {
  const readAt = ports.clock.now();
  const listed: ListedRow[] = [];
  if (!ports.directory.writesBack) return { listed, readAt };
  try {
    for await (const page of ports.directory.listRows(signal, hearing(ports, 'rows')))
      for (const row of page) listed.push(row);
  } catch (error) {
    await noteSource(ports, 'rows', { complete: false, trouble: troubleOf(error) });
    return undefined;
  }
  return { listed, readAt };
}

export function idsOf(listed: readonly ListedRow[]): ReadonlySet<string> {
  return new Set(listed.map(({ row }) => row.rowId));
}

/** The rows that are this provider's, by what is known of its accounts now. */
export function ownRowsOf({ register, providers }: Ports, provider: Provider, listed: readonly ListedRow[]): OwnRows {
  const account = (tenantId: string) => register.account(accountId({ providerId: provider.id, tenantId }));
  return ownRows(listed, {
    isListed: (tenantId) => (account(tenantId)?.acceptance.reseller.state ?? 'not-listed') !== 'not-listed',
    rowIdOf: (tenantId) => account(tenantId)?.directoryRow?.rowId,
    isOnly: providers.length <= 1,
  });
}

interface Keeping {
  readonly ports: Ports;
  readonly provider: Provider;
  readonly tenure: Tenure;
}

/**
 * Rows that did not come in with their account: of accounts that the provider did not list now, and in the first round,
 * which shows whose the rows are. Known accounts are kept fresh, strangers get a record.
 */
export async function keepRows(
  { ports, provider, tenure }: Keeping,
  { listed, readAt }: RowListing,
  before: OwnRows,
  seen: ReadonlySet<string> | undefined,
): Promise<void> {
  const left = leavingOut();
  const { byTenant, passedOver } = ownRowsOf(ports, provider, listed);
  for (const [tenantId, { row }] of byTenant) {
    if (tenure.aborted) return;
    if (seen?.has(tenantId) === true && before.byTenant.get(tenantId)?.row === row) continue;
    const id = accountId({ providerId: provider.id, tenantId });
    const known = ports.register.account(id)?.directoryRow;
    await left.each(row.name, async () => {
      if (ports.register.account(id) === undefined) {
        // Without the provider's own list nobody can say that it lacks this one.
        if (seen !== undefined) await takeInRow(ports, provider, tenantId, row);
      } else if (known?.rowId !== row.rowId || known.etag !== row.etag) {
        await changeAccount(ports, id, (r) => observeRow(r, row, ports.clock.now(), readAt));
      }
    });
  }
  if (!ports.directory.writesBack) return;
  for (const { name, why } of passedOver) left.add(name, why);
  for (const { line, problem } of ports.directory.badAccountRows()) left.add(`row ${line}`, problem);
  await noteSource(ports, 'rows', { complete: true, count: byTenant.size, beganAt: readAt, leftOut: left.found });
}

/** Work 365 has an account that the provider does not list: it is shown as such, and nobody is disturbed. */
async function takeInRow(ports: Ports, provider: Provider, tenantId: string, row: ListedRow['row']): Promise<void> {
  const at = ports.clock.now();
  const document = firstSight({
    partnerId: ports.partnerId,
    providerId: provider.id,
    tenantId,
    tenant: { tenantId, name: row.name },
    acceptance: {
      reseller: { state: 'not-listed', checkedAt: at, source: 'partner-center' },
      agreement: { state: 'not-checked' },
      admin: { state: 'not-checked' },
    },
    row,
    writesBack: true,
    tell: [],
    at,
  });
  const inserted = await ports.store.write({ write: 'insert', document });
  if (inserted.outcome === 'saved') ports.register.apply(document);
}
