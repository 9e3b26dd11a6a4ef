import type {
  Directory,
  ListedRow,
  MappingWrite,
  MappingWriteOutcome,
  NewCustomer,
  NewCustomerOutcome,
} from '../../src/directory';
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
  /** When a tenant's one subscription runs out. */
  readonly runsOut: Map<string, number>;
  /** Customers that the bot had made, and for which tenants, each time. */
  readonly made: Map<string, readonly (string | undefined)[]>;
  addRow(tenantId: string, name: string): void;
  /** Somebody sets the customer in Work 365 by hand; nobody with `undefined`. */
  mapByHand(tenantId: string, customerId: string | undefined): void;
  rowOf(tenantId: string): SimRow | undefined;
  /** Is told of each mapping of ours, before it takes the place of what is there. */
  onWritten: (row: SimRow) => void;
  /** How one replica reaches them. */
  providers(lines: Lines, owner: Owner): readonly Provider[];
  directory(lines: Lines, owner: Owner): Directory;
}

const PAGE = 5;

export function createSimSources(now: () => number, count: number): SimSources {
  const tenants = new Map<string, ListedTenant>();
  const customers = new Map<string, Customer>();
  const rows = new Map<string, SimRow>();
  const made = new Map<string, readonly (string | undefined)[]>();
  const runsOut = new Map<string, number>();
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

  /** Whoever asks again for the same id finds what is there. */
  function make({ id, details, tenantId }: NewCustomer): NewCustomerOutcome {
    const customer = customers.get(id) ?? { id, name: details.name, country: 'GB' };
    if (!customers.has(id)) made.set(id, [...(made.get(id) ?? []), tenantId]);
    customers.set(id, customer);
    return { outcome: 'created', customer };
  }

  const rowOf = (tenantId: string): SimRow | undefined => [...rows.values()].find((one) => one.tenantId === tenantId);

  const tenantsOf = (at: number): ReadonlyMap<string, ListedTenant> =>
    new Map([...tenants].filter(([id]) => homeOf(id, count) === at));

  const sources: SimSources = {
    onWritten: () => undefined,
    tenants,
    customers,
    rows,
    runsOut,
    made,
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
    providers: (lines, owner) =>
      HOMES.slice(0, count).map((home, at) => farProvider(home, () => tenantsOf(at), runsOut, lines, owner)),
    directory(lines, owner) {
      const asked = <T>(done: () => T) => lines.call(owner, 'work365', done);
      const list = <T>(all: () => readonly T[]) => pages(all, 'work365', asked);
      const listed = (): ListedRow[] =>
        [...rows.values()].map(({ tenantId, row }) => {
          const listed = { ownId: tenantId, tenantId, row };
          return count === 1 ? listed : { ...listed, providerRowId: HOMES[homeOf(tenantId, count)]!.rowId };
        });
      return {
        source: 'work365',
        writesBack: true,
        listCustomers: () => list(() => [...customers.values()]),
        listRows: () => list(listed),
        listProviders: async () => {
          const table = count === 1 ? undefined : HOMES.slice(0, count);
          return look(await asked(() => table), 'work365');
        },
        readRow: async (rowId) => look(await asked(() => rows.get(rowId)?.row), 'work365'),
        async writeMapping(wanted) {
          const reached = await lines.call(owner, 'work365', () => write(wanted), 'deed');
          return reached.reached === 'yes'
            ? reached.value
            : { outcome: 'failed', trouble: troubleOf(reached, 'work365') };
        },
        newCustomers: {
          by: 'service',
          async create(wanted) {
            const reached = await lines.call(owner, 'work365', () => make(wanted), 'deed');
            return reached.reached === 'yes'
              ? reached.value
              : { outcome: 'failed', trouble: troubleOf(reached, 'work365') };
          },
          read: async (id) => look(await asked(() => customers.get(id)), 'work365'),
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

interface Home {
  readonly id: string;
  readonly name: string;
  /** Of Work 365's table of providers. */
  readonly rowId: string;
}

const HOMES: readonly Home[] = [
  { id: PROVIDER, name: 'Partner Center', rowId: 'home-1' },
  { id: '22222222-2222-4222-8222-222222222222', name: 'Partner Center North', rowId: 'home-2' },
];

/** Each tenant is at one of them. */
function homeOf(tenantId: string, count: number): number {
  return Number.parseInt(tenantId.slice(-2), 16) % count;
}

function farProvider(
  home: Home,
  tenants: () => ReadonlyMap<string, ListedTenant>,
  runsOut: ReadonlyMap<string, number>,
  lines: Lines,
  owner: Owner,
): Provider {
  const asked = <T>(done: () => T) => lines.call(owner, 'partner-center', done);
  const seen = async (tenantId: string): Promise<Look<ListedTenant>> =>
    look(await asked(() => tenants().get(tenantId)), 'partner-center');
  const provider: Provider = {
    ...askedProvider({}),
    askedBy: () => provider,
    id: home.id,
    name: home.name,
    work365Provider: home.rowId,
    findTenants: async (by, startsWith) => {
      const is = ({ tenant }: ListedTenant): boolean =>
        (by === 'name' ? tenant.name : (tenant.defaultDomain ?? '')).toLowerCase().startsWith(startsWith.toLowerCase());
      return look(await asked(() => [...tenants().values()].filter(is)), 'partner-center');
    },
    invitationLink: async () => look(await asked(() => 'https://partner.microsoft.com/invite'), 'partner-center'),
    readProfile: async () => look(await asked(() => ({})), 'partner-center'),
    readLicences: async () => look(await asked(() => []), 'partner-center'),
    listTenants: () => pages(() => [...tenants().values()], 'partner-center', asked),
    readTenant: seen,
    readSubscriptions: async (tenantId) => {
      const found = await seen(tenantId);
      if (found.look !== 'seen') return found;
      const endsAt = runsOut.get(tenantId);
      const one = { id: tenantId, offer: 'Business Premium', quantity: 5, status: 'active' };
      return { look: 'seen', value: endsAt === undefined ? [] : [{ ...one, endsAt }] };
    },
  };
  return provider;
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
