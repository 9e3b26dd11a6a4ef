import { notOurs } from '../domain/acceptance';
import { accountId, rowProviderId } from '../domain/account';
import type { AccountRecord, DirectoryRow } from '../domain/account';
import { firstSight, observeTenant } from '../domain/observe';
import { observeRows } from '../domain/row-choice';
import type { Instant } from '../domain/time';
import type { ListedProvider, ListedRow } from '../directory';
import type { Ports } from '../ports';
import { announceTo } from '../records/announce-account';
import type { Listener } from '../records/announce-account';
import { changeAccount } from '../records/change-document';
import { ALONE } from '../records/hold-lease';
import type { Tenure } from '../records/hold-lease';
import { leavingOut } from '../records/leave-out';
import type { LeavingOut } from '../records/leave-out';
import { noteSource, sourceDocumentId } from '../records/note-source';
import { providersIn } from './homes';
import { idsOf, readRows } from './keep-rows';
import type { RowListing } from './keep-rows';
import { lookForLostRows } from './look-at-unclear';
import { listenersTo } from './take-in-tenant';

/**
 * Providers of Work 365 for which no Partner Center of ours stands: distributors, and what somebody keeps by hand. Their
 * accounts are known by their rows alone. Which of Work 365's providers are ours is found where their tenants are read;
 * until that is known of all of them, no further provider is begun, since it may be one of ours.
 */
export async function syncRowProviders(ports: Ports, signal: AbortSignal, tenure: Tenure = ALONE): Promise<void> {
  const homes = ports.providers.map(({ id }) => ports.register.source(sourceDocumentId(`accounts:${id}`))?.home);
  const ours = homes.filter((home) => home !== undefined);
  const rows = await readRows(ports, signal, { except: ours });
  if (rows === undefined) return;
  const isSure = ours.length === homes.length;
  for (const provider of providersIn(rows.listed, rows.providers)) {
    if (tenure.aborted) return;
    if (ours.includes(provider.rowId)) continue;
    if (isSure || isBegun(ports, provider)) await keepProvider({ ports, provider, rows, tenure, signal });
  }
}

interface Keeping {
  readonly ports: Ports;
  readonly provider: ListedProvider;
  readonly rows: RowListing;
  readonly tenure: Tenure;
  readonly signal: AbortSignal;
}

async function keepProvider({ ports, provider, rows, tenure, signal }: Keeping): Promise<void> {
  const left = leavingOut();
  const own = rows.listed.filter(({ providerRowId }) => providerRowId === provider.rowId);
  const tell = isBegun(ports, provider) ? listenersTo(ports) : [];
  for (const [ownId, found] of byOwnId(own, left)) {
    if (tenure.aborted) return;
    const sight: Sight = { provider, ownId, rows: found, tell, readAt: rows.readAt };
    await left.each(found[0]?.name ?? ownId, () => keepAccount(ports, sight));
  }
  if (!(await tenure.confirm())) return;
  const id = rowProviderId(provider.rowId);
  await lookForLostRows({ ports, provider: { id }, tenure, signal }, idsOf(own));
  await noteSource(ports, partOf(provider), {
    complete: true,
    count: own.length,
    beganAt: rows.readAt,
    leftOut: left.found,
    name: provider.name,
  });
}

/** Rows of the same account together; whatever names no account cannot be told from another. */
function byOwnId(listed: readonly ListedRow[], left: LeavingOut): ReadonlyMap<string, readonly DirectoryRow[]> {
  const found = new Map<string, readonly DirectoryRow[]>();
  for (const { ownId, row } of listed) {
    if (ownId === undefined) left.add(row.name, 'its row does not say which account of the provider it is');
    else {
      const before = found.get(ownId) ?? [];
      if (!before.some(({ rowId }) => rowId === row.rowId)) found.set(ownId, [...before, row]);
    }
  }
  return found;
}

interface Sight {
  readonly provider: ListedProvider;
  readonly ownId: string;
  readonly rows: readonly DirectoryRow[];
  /** Who hears of it when it is new. */
  readonly tell: readonly Listener[];
  readonly readAt: Instant;
}

async function keepAccount(ports: Ports, sight: Sight): Promise<void> {
  const id = accountId({ providerId: rowProviderId(sight.provider.rowId), tenantId: sight.ownId });
  const known = ports.register.account(id);
  const observe = (record: AccountRecord): AccountRecord => observed(record, sight, ports.clock.now());
  if (known !== undefined) {
    if (observe(known) !== known) await changeAccount(ports, id, observe);
    return;
  }
  const document = newAccount(ports, sight);
  const inserted = await ports.store.write({ write: 'insert', document });
  if (inserted.outcome !== 'saved') {
    await changeAccount(ports, id, observe);
    return;
  }
  ports.register.apply(document);
  ports.nudge('reconcile');
}

/** An account is called what its row is called; of several rows, as before. */
function observed(record: AccountRecord, { provider, rows, readAt }: Sight, at: Instant): AccountRecord {
  const [row, another] = rows;
  const name = row === undefined || another !== undefined ? record.tenant.name : row.name;
  const named = observeTenant(record, { ...record.tenant, name }, notOurs(provider.name), at);
  return observeRows(named, rows, at, readAt);
}

function newAccount(ports: Ports, { provider, ownId, rows, tell }: Sight): AccountRecord {
  const isMapped = rows.length === 1 && rows[0]?.customerId !== undefined;
  const at = ports.clock.now();
  const record = firstSight({
    partnerId: ports.partnerId,
    providerId: rowProviderId(provider.rowId),
    tenantId: ownId,
    tenant: { tenantId: ownId, name: rows[0]?.name ?? ownId },
    acceptance: notOurs(provider.name),
    rows,
    writesBack: true,
    tell: [],
    at,
  });
  return isMapped ? record : announceTo(record, tell, at);
}

function partOf({ rowId }: ListedProvider): string {
  return `accounts:${rowProviderId(rowId)}`;
}

/** Whether its rows were read to the end once: before that, its accounts are no news to anybody. */
function isBegun({ register }: Ports, provider: ListedProvider): boolean {
  return register.source(sourceDocumentId(partOf(provider)))?.firstCompleteAt !== undefined;
}
