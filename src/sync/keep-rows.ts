import { accountId } from '../domain/account';
import type { DirectoryRow } from '../domain/account';
import { firstSight } from '../domain/observe';
import { observeRows } from '../domain/row-choice';
import type { Instant } from '../domain/time';
import type { ListedProvider, ListedRow, RowFilter } from '../directory';
import type { Provider } from '../provider';
import { changeAccount } from '../records/change-document';
import type { Tenure } from '../records/hold-lease';
import { leavingOut } from '../records/leave-out';
import { hearing, noteHome, noteSource, troubleOf } from '../records/note-source';
import type { Ports } from '../ports';
import { givingWay } from '../matching/slices';
import { findHomes } from './homes';
import type { Home, OurProvider } from './homes';
import { ownRows } from './own-rows';
import type { OwnRows } from './own-rows';

/** What the directory listed, and when the listing began: any row may be as old as that. */
export interface RowListing {
  readonly listed: readonly ListedRow[];
  /** The directory's providers, as far as they could be read by themselves. */
  readonly providers: readonly ListedProvider[];
  readonly readAt: Instant;
}

/** All rows of the directory, or some of them; undefined, and noted, when the list did not come to its end. */
export async function readRows(ports: Ports, signal: AbortSignal, some?: RowFilter): Promise<RowListing | undefined> {
  const readAt = ports.clock.now();
  const listed: ListedRow[] = [];
  if (!ports.directory.writesBack) return { listed, readAt, providers: [] };
  // What cannot be read of them, the rows tell by themselves; the check of the set-up says so. They are read before the
  // rows: of a provider that comes in between, the rows are there too, and no empty provider is begun with.
  const providers = await ports.directory.listProviders(signal);
  try {
    for await (const page of ports.directory.listRows(signal, hearing(ports, 'rows'), some))
      for (const row of page) listed.push(row);
  } catch (error) {
    await noteSource(ports, 'rows', { complete: false, trouble: troubleOf(error) });
    return undefined;
  }
  return { listed, readAt, providers: providers.look === 'seen' ? providers.value : [] };
}

export function idsOf(listed: readonly ListedRow[]): ReadonlySet<string> {
  return new Set(listed.map(({ row }) => row.rowId));
}

/** Rows that name another provider. Where it is not known whose ours are, none is called another's. */
export function rowsOfOthers(listed: readonly ListedRow[], home: Home): readonly ListedRow[] {
  if (typeof home === 'string') return [];
  return listed.filter(({ providerRowId }) => providerRowId !== undefined && providerRowId !== home.id);
}

/** The rows that are this provider's, by what is known of its accounts now. */
export async function ownRowsOf(
  ports: Ports,
  provider: Provider,
  rows: Omit<RowListing, 'readAt'>,
): Promise<OwnRows & { readonly home: Home }> {
  const { register, providers } = ports;
  const ids = new Set([provider.id, ...providers.map(({ id }) => id)]);
  const ours = [...ids].map((id) => ourProvider(ports, id));
  const account = (tenantId: string) => register.account(accountId({ providerId: provider.id, tenantId }));
  const homes = await findHomes(rows.listed, ours, rows.providers);
  const home = homes.get(provider.id) ?? 'unknown';
  const own = await ownRows(rows.listed, {
    ...ourProvider(ports, provider.id),
    home,
    isOnly: providers.length <= 1,
    isChosen: (tenantId) => account(tenantId)?.rowChoice?.chosen !== undefined,
  });
  return { ...own, home };
}

function ourProvider({ register, providers }: Ports, providerId: string): OurProvider {
  const row = providers.find(({ id }) => id === providerId)?.work365Provider;
  return {
    id: providerId,
    ...(row === undefined ? {} : { row }),
    isListed: (tenantId) => {
      const state = register.account(accountId({ providerId, tenantId }))?.acceptance.reseller.state;
      return state !== undefined && state !== 'not-listed';
    },
  };
}

interface Keeping {
  readonly ports: Ports;
  readonly provider: Provider;
  readonly tenure: Tenure;
}

/**
 * Rows that did not come in with their account: of accounts that the provider did not list now, and in the first round,
 * which shows whose the rows are. Known accounts are kept fresh, strangers get a record. Gives whose they are.
 */
export async function keepRows(
  { ports, provider, tenure }: Keeping,
  listing: RowListing,
  before: OwnRows,
  seen: ReadonlySet<string> | undefined,
): Promise<Home> {
  const left = leavingOut();
  const { byTenant, passedOver, home } = await ownRowsOf(ports, provider, listing);
  if (typeof home === 'object') await noteHome(ports, provider.id, home.id);
  const giveWay = givingWay();
  for (const [tenantId, listed] of byTenant) {
    await giveWay();
    if (tenure.aborted) return home;
    const rows = listed.map(({ row }) => row);
    if (seen?.has(tenantId) === true && isSame(before.byTenant.get(tenantId), listed)) continue;
    const id = accountId({ providerId: provider.id, tenantId });
    const known = ports.register.account(id);
    await left.each(rows[0]?.name ?? tenantId, async () => {
      if (known === undefined) {
        // Without the provider's own list nobody can say that it lacks this one.
        if (seen !== undefined) await takeInRow(ports, provider, tenantId, rows);
      } else if (observeRows(known, rows, ports.clock.now(), listing.readAt) !== known) {
        await changeAccount(ports, id, (r) => observeRows(r, rows, ports.clock.now(), listing.readAt));
      }
    });
  }
  if (!ports.directory.writesBack) return home;
  if (home === 'unknown') left.add(provider.name, NO_HOME);
  for (const { name, why } of passedOver) left.add(name, why);
  for (const { line, problem } of ports.directory.badAccountRows()) left.add(`row ${line}`, problem);
  await noteSource(ports, 'rows', {
    complete: true,
    count: byTenant.size,
    beganAt: listing.readAt,
    leftOut: left.found,
  });
  return home;
}

const NO_HOME =
  'it could not be found which provider of Work 365 it is, so none of its rows is read; WORK365_PROVIDER (or PROVIDERS_FILE) can name it';

function isSame(before: readonly ListedRow[] | undefined, now: readonly ListedRow[]): boolean {
  return before?.length === now.length && now.every((row, at) => row === before[at]);
}

/** Work 365 has an account that the provider does not list: it is shown as such, and nobody is disturbed. */
async function takeInRow(
  ports: Ports,
  provider: Provider,
  tenantId: string,
  rows: readonly DirectoryRow[],
): Promise<void> {
  const at = ports.clock.now();
  const document = firstSight({
    partnerId: ports.partnerId,
    providerId: provider.id,
    tenantId,
    tenant: { tenantId, name: rows[0]?.name ?? tenantId },
    acceptance: {
      reseller: { state: 'not-listed', checkedAt: at, source: 'partner-center' },
      agreement: { state: 'not-checked' },
      admin: { state: 'not-checked' },
    },
    rows,
    writesBack: true,
    tell: [],
    at,
  });
  const inserted = await ports.store.write({ write: 'insert', document });
  if (inserted.outcome === 'saved') ports.register.apply(document);
}
