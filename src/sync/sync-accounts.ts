import type { AccountRecord } from '../domain/account';
import { accountId } from '../domain/account';
import type { SinceBasis } from '../domain/acceptance';
import { firstSight, observeRow } from '../domain/observe';
import type { Instant } from '../domain/time';
import type { ListedRow } from '../directory';
import type { ListedTenant, Provider } from '../provider';
import { Unstorable } from '../store';
import type { Write } from '../store';
import { changeAccount } from '../records/change-document';
import { leavingOut, writeEach } from '../records/leave-out';
import type { LeavingOut } from '../records/leave-out';
import { ALONE } from '../records/hold-lease';
import type { Tenure } from '../records/hold-lease';
import { hearing, noteSource, sourceDocumentId, troubleOf } from '../records/note-source';
import { lookAtDisputed, lookForLostRows } from './look-at-unclear';
import { noticeEndings } from './notice-endings';
import type { Ports } from '../ports';
import { takeInTenant, updated, writeFor } from './take-in-tenant';
import type { Sighting } from './take-in-tenant';

/** What the directory listed, by tenant id, and when the listing began: any row may be as old as that. */
interface Rows {
  readonly byTenant: ReadonlyMap<string, ListedRow>;
  readonly readAt: Instant;
}

/** What one round goes by. */
interface Round {
  readonly rows: Rows;
  readonly basis: SinceBasis;
  readonly tenure: Tenure;
  readonly left: LeavingOut;
}

/**
 * One round over everything that a provider and the directory list: new accounts are taken in, changes kept, decisions
 * made in Work 365 adopted, endings noticed. Run by one replica at a time, and only while its tenure lasts; safe to stop
 * anywhere and to run again.
 */
export async function syncAccounts(
  ports: Ports,
  provider: Provider,
  signal: AbortSignal,
  tenure: Tenure = ALONE,
): Promise<void> {
  const beganAt = ports.clock.now();
  const rows = await readRows(ports, signal);
  const basis = firstLook(ports, provider) ? 'before-first-look' : 'first-seen';
  const none: Rows = { byTenant: new Map(), readAt: ports.clock.now() };
  const left = leavingOut();
  const from: Round = { rows: rows ?? none, basis, tenure, left };
  const seen = await readTenants(ports, provider, from, signal);
  if (rows !== undefined) await keepRows(ports, provider, from, seen);
  if (seen === undefined || !(await tenure.confirm())) return;
  const looking = { ports, provider, tenure, signal };
  if (rows !== undefined && ports.directory.writesBack) await lookForLostRows(looking, idsOf(rows));
  await lookAtDisputed(looking, seen);
  const endings = await noticeEndings(looking, seen, left);
  if (tenure.aborted) return;
  for (const { line, problem } of provider.badItems()) left.add(`item ${line}`, problem);
  // Noted last: until the very first round is through, nothing in it counts as news.
  await noteSource(ports, `accounts:${provider.id}`, {
    complete: true,
    count: seen.size,
    beganAt,
    ...endings,
    leftOut: left.found,
  });
}

/** Until the provider's list was read to the end once, its accounts are no news to anybody. */
export function firstLook(ports: Ports, provider: Provider): boolean {
  return ports.register.source(sourceDocumentId(`accounts:${provider.id}`))?.firstCompleteAt === undefined;
}

function idsOf({ byTenant }: Rows): ReadonlySet<string> {
  return new Set([...byTenant.values()].map(({ row }) => row.rowId));
}

async function readRows(ports: Ports, signal: AbortSignal): Promise<Rows | undefined> {
  const readAt = ports.clock.now();
  const rows = new Map<string, ListedRow>();
  if (!ports.directory.writesBack) return { byTenant: rows, readAt };
  try {
    for await (const page of ports.directory.listRows(signal, hearing(ports, 'rows'))) {
      for (const row of page) if (row.tenantId !== undefined) rows.set(row.tenantId.toLowerCase(), row);
    }
  } catch (error) {
    await noteSource(ports, 'rows', { complete: false, trouble: troubleOf(error) });
    return undefined;
  }
  await noteSource(ports, 'rows', { complete: true, count: rows.size, beganAt: readAt });
  return { byTenant: rows, readAt };
}

/** The tenant ids that the provider listed, or undefined when the listing did not come to its end. */
async function readTenants(
  ports: Ports,
  provider: Provider,
  round: Round,
  signal: AbortSignal,
): Promise<Set<string> | undefined> {
  const seen = new Set<string>();
  try {
    for await (const page of provider.listTenants(signal, hearing(ports, `accounts:${provider.id}`))) {
      if (round.tenure.aborted) return undefined;
      for (const listed of page) seen.add(listed.tenant.tenantId.toLowerCase());
      await keepTenants(ports, provider, page, round);
    }
    return seen;
  } catch (error) {
    await noteSource(ports, `accounts:${provider.id}`, { complete: false, trouble: troubleOf(error) });
    return undefined;
  }
}

async function keepTenants(
  ports: Ports,
  provider: Provider,
  page: readonly ListedTenant[],
  { rows, basis, left }: Round,
): Promise<void> {
  const inserts: Write<AccountRecord>[] = [];
  const inserted: ListedTenant[] = [];
  const at = ports.clock.now();
  const sightingOf = (listed: ListedTenant): Sighting => {
    const row = rows.byTenant.get(listed.tenant.tenantId.toLowerCase())?.row;
    return { basis, at, ...(row === undefined ? {} : { row, rowReadAt: rows.readAt }) };
  };
  for (const listed of page) {
    await left.each(listed.tenant.name, async () => {
      const work = writeFor(ports, provider, listed, sightingOf(listed));
      if (work === undefined) return;
      if ('reread' in work) {
        await changeAccount(ports, work.reread, (r) => updated(r, listed, sightingOf(listed)));
      } else {
        inserts.push(work.write);
        inserted.push(listed);
      }
    });
  }
  const outcomes = await writeEach(ports.store, inserts);
  for (const [index, outcome] of outcomes.entries()) {
    const write = inserts[index];
    const listed = inserted[index];
    if (write === undefined || listed === undefined) continue;
    if (outcome instanceof Unstorable) left.add(listed.tenant.name, outcome.message);
    else if (outcome.outcome === 'saved') ports.register.apply(write.document);
    else await takeInTenant(ports, provider, listed, sightingOf(listed));
  }
  if (inserts.some((w) => w.document.dueAt !== undefined)) ports.nudge('reconcile');
}

/** Rows of accounts that the provider did not list now: known ones are kept fresh, strangers get a record. */
async function keepRows(
  ports: Ports,
  provider: Provider,
  { rows, tenure, left }: Round,
  seen: Set<string> | undefined,
): Promise<void> {
  for (const [tenantId, { row }] of rows.byTenant) {
    if (tenure.aborted) return;
    if (seen?.has(tenantId) === true) continue;
    const id = accountId({ providerId: provider.id, tenantId });
    const known = ports.register.account(id);
    await left.each(row.name, async () => {
      if (known === undefined) {
        if (seen !== undefined) await takeInRow(ports, provider, tenantId, row);
      } else if (known.directoryRow?.etag !== row.etag) {
        await changeAccount(ports, id, (r) => observeRow(r, row, ports.clock.now(), rows.readAt));
      }
    });
  }
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
