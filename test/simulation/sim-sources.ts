import type { Directory, ListedRow, MappingWrite, MappingWriteOutcome } from '../../src/directory';
import type { DirectoryRow } from '../../src/domain/account';
import type { Customer } from '../../src/domain/customer';
import { SourceFailure } from '../../src/domain/source';
import type { Look, SourceName, Trouble } from '../../src/domain/source';
import type { ListedTenant, Provider } from '../../src/provider';
import { PROVIDER } from '../builders';
import { askedProvider } from '../doubles/asked-provider';
import type { Lines, Reached, Service } from './lines';
import type { Owner } from './scheduler';

interface SimRow {
  readonly tenantId: string;
  readonly row: DirectoryRow;
  /** What the row pointed to, and who made it so, the latest last. */
  readonly history: readonly { readonly by: 'us' | 'them'; readonly customerId: string | undefined }[];
}

/** Partner Center and Work 365 as they are, whatever anybody has read of them. */
export interface SimSources {
  readonly tenants: Map<string, ListedTenant>;
  readonly customers: Map<string, Customer>;
  readonly rows: Map<string, SimRow>;
  addRow(tenantId: string, name: string): void;
  /** Somebody sets the customer in Work 365 by hand; nobody with `undefined`. */
  mapByHand(tenantId: string, customerId: string | undefined): void;
  rowOf(tenantId: string): SimRow | undefined;
  /** Is told of each mapping of ours, before it takes the place of what is there. */
  onWritten: (row: SimRow) => void;
  /** How one replica reaches them. */
  provider(lines: Lines, owner: Owner): Provider;
  directory(lines: Lines, owner: Owner): Directory;
}

const PAGE = 5;

export function createSimSources(now: () => number): SimSources {
  const tenants = new Map<string, ListedTenant>();
  const customers = new Map<string, Customer>();
  const rows = new Map<string, SimRow>();
  let version = 100;

  function put(rowId: string, change: Partial<DirectoryRow>, by: 'us' | 'them', customerId: string | undefined): void {
    const known = rows.get(rowId);
    if (known === undefined) return;
    version += 1;
    const { customerId: _before, customerName: _name, ...rest } = known.row;
    const pointing =
      customerId === undefined ? {} : { customerId, customerName: customers.get(customerId)?.name ?? customerId };
    const row = { ...rest, ...pointing, ...change, etag: `W/"${version}"` };
    rows.set(rowId, { ...known, row, history: [...known.history, { by, customerId }] });
  }

  function write({ rowId, etag, customerId }: MappingWrite): MappingWriteOutcome {
    const known = rows.get(rowId);
    if (known === undefined) return { outcome: 'row-gone' };
    if (known.row.etag !== etag) return { outcome: 'changed', row: known.row };
    sources.onWritten(known);
    put(rowId, { modifiedBy: 'Handshake' }, 'us', customerId ?? undefined);
    return { outcome: 'written', row: rows.get(rowId)!.row };
  }

  const rowOf = (tenantId: string): SimRow | undefined => [...rows.values()].find((one) => one.tenantId === tenantId);

  const sources: SimSources = {
    onWritten: () => undefined,
    tenants,
    customers,
    rows,
    rowOf,
    addRow(tenantId, name) {
      version += 1;
      const rowId = `row-${tenantId}`;
      const row = { rowId, name, etag: `W/"${version}"`, createdAt: now() };
      rows.set(rowId, { tenantId, row, history: [] });
    },
    mapByHand(tenantId, customerId) {
      const known = rowOf(tenantId);
      if (known !== undefined) put(known.row.rowId, { modifiedBy: 'Hand' }, 'them', customerId);
    },
    provider: (lines, owner) => farProvider(tenants, lines, owner),
    directory(lines, owner) {
      const asked = <T>(done: () => T) => lines.call(owner, 'work365', done);
      const list = <T>(all: () => readonly T[]) => pages(all, 'work365', asked);
      const listed = (): ListedRow[] =>
        [...rows.values()].map(({ tenantId, row }) => ({ ownId: tenantId, tenantId, row }));
      return {
        source: 'work365',
        writesBack: true,
        listCustomers: () => list(() => [...customers.values()]),
        listRows: () => list(listed),
        listProviders: () => Promise.resolve({ look: 'absent' }),
        readRow: async (rowId) => look(await asked(() => rows.get(rowId)?.row), 'work365'),
        async writeMapping(wanted) {
          const reached = await lines.call(owner, 'work365', () => write(wanted), 'deed');
          return reached.reached === 'yes'
            ? reached.value
            : { outcome: 'failed', trouble: troubleOf(reached, 'work365') };
        },
        check: () => Promise.resolve([]),
        badRows: () => [],
        badAccountRows: () => [],
        mayBeUnread: () => false,
      };
    },
  };
  return sources;
}

function farProvider(tenants: ReadonlyMap<string, ListedTenant>, lines: Lines, owner: Owner): Provider {
  const asked = <T>(done: () => T) => lines.call(owner, 'partner-center', done);
  const one = async (tenantId: string): Promise<Look<ListedTenant>> =>
    look(await asked(() => tenants.get(tenantId)), 'partner-center');
  return {
    ...askedProvider({}),
    id: PROVIDER,
    listTenants: () => pages(() => [...tenants.values()], 'partner-center', asked),
    readTenant: one,
    readSubscriptions: async (tenantId) => {
      const found = await one(tenantId);
      return found.look === 'seen' ? { look: 'seen', value: [] } : found;
    },
  };
}

/** Page by page, each as the source is when it is asked for. */
async function* pages<T>(
  all: () => readonly T[],
  source: Service & SourceName,
  asked: <V>(done: () => V) => Promise<Reached<V>>,
): AsyncGenerator<readonly T[]> {
  for (let at = 0; ; at += PAGE) {
    const from = at;
    const reached = await asked(() => ({ items: all().slice(from, from + PAGE), isLast: all().length <= from + PAGE }));
    if (reached.reached !== 'yes') throw new SourceFailure(troubleOf(reached, source));
    yield reached.value.items;
    if (reached.value.isLast) return;
  }
}

function look<T>(reached: Reached<T | undefined>, source: SourceName): Look<T> {
  if (reached.reached !== 'yes') return { look: 'failed', trouble: troubleOf(reached, source) };
  return reached.value === undefined ? { look: 'absent' } : { look: 'seen', value: reached.value };
}

function troubleOf(reached: Reached<unknown>, source: SourceName): Trouble {
  const kind = reached.reached === 'throttled' ? 'throttled' : 'unreachable';
  return { source, kind, detail: `the simulator: ${reached.reached}` };
}
