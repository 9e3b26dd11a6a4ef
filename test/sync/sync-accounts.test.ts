import type { Directory, ListedRow } from '../../src/directory';
import { createNoDirectory } from '../../src/directories/none';
import type { ListedTenant, Provider } from '../../src/provider';
import type { Store } from '../../src/store';
import { changeAccount } from '../../src/records/change-document';
import type { Ports } from '../../src/ports';
import { syncAccounts } from '../../src/sync/sync-accounts';
import { noteWritten } from '../../src/domain/write-backs';
import { pickCustomer } from '../../src/domain/mapping';
import { PROVIDER, row, stamp } from '../builders';
import { taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

const COUNT = 60;
const tenantId = (n: number): string => `7e000000-0000-4000-a000-${n.toString(16).padStart(12, '0')}`;
const accountOf = (n: number): string => `account:${PROVIDER}:${tenantId(n)}`;

/** Another object each time, as a list over the wire is. */
function listed(n: number, news: Partial<ListedTenant['tenant']> = {}): ListedTenant {
  const domains = [`contoso${n}.com`];
  const tenant = { tenantId: tenantId(n), name: `Contoso ${n}`, defaultDomain: `c${n}.onmicrosoft.com`, domains };
  return { tenant: { ...tenant, ...news }, relation: 'reseller', relationName: 'Reseller' };
}

let tenants: () => ListedTenant[];
let rows: () => ListedRow[];
/** Runs while the directory lists its rows: after it began to read, before it has ended. */
let meanwhile: () => Promise<void>;
let asked: string[];
let stand: TaskStand;
let ports: Ports;

beforeEach(async () => {
  tenants = () => Array.from({ length: COUNT }, (_, n) => listed(n));
  rows = () =>
    Array.from({ length: COUNT }, (_, n) => ({
      tenantId: tenantId(n),
      providerRowId: 'provider-row',
      row: row({ rowId: `row-${n}`, name: `Contoso ${n}` }),
    }));
  meanwhile = () => Promise.resolve();
  const directory: Directory = {
    ...createNoDirectory(),
    writesBack: true,
    async *listRows() {
      const read = rows();
      await meanwhile();
      yield read;
    },
  };
  stand = await taskStand({ directory });
  asked = [];
  ports = { ...stand.ports, store: counting(stand.ports.store) };
});
afterEach(() => stand.close());

const provider = {
  id: PROVIDER,
  name: 'Partner Center',
  badItems: () => [],
  async *listTenants() {
    const all = await Promise.resolve(tenants());
    for (let at = 0; at < all.length; at += 25) yield all.slice(at, at + 25);
  },
} as unknown as Provider;

/** Notes which documents the store is asked for or given. */
function counting(store: Store): Store {
  return {
    ...store,
    read: (kind, id) => {
      asked.push(`read ${kind}`);
      return store.read(kind, id);
    },
    write: (write) => {
      asked.push(`${write.write} ${write.document.kind}`);
      return store.write(write);
    },
    writeAll: (writes) => {
      for (const write of writes) asked.push(`${write.write} ${write.document.kind}`);
      return store.writeAll(writes);
    },
  };
}

async function sync(): Promise<string[]> {
  asked.length = 0;
  await syncAccounts(ports, provider, new AbortController().signal);
  stand.clock.move(60_000);
  return asked.filter((what) => what.endsWith('account'));
}

describe('a sync', () => {
  it('takes in what is new, and asks the store for no account when nothing is', async () => {
    const first = await sync();
    const second = await sync();

    expect(first.filter((what) => what === 'insert account')).toHaveLength(COUNT);
    expect(second).toEqual([]);
    expect(ports.register.counts.accounts).toBe(COUNT);
  });

  it.each<[string, () => void]>([
    ['a tenant has another name', () => (tenants = () => all(listed(7, { name: 'Fabrikam' })))],
    ['a tenant has one more domain', () => (tenants = () => all(listed(7, { domains: ['contoso7.com', 'new.com'] })))],
    ['a tenant has a country now', () => (tenants = () => all(listed(7, { country: 'DE' })))],
    [
      'a relation is another one',
      () => (tenants = () => all({ ...listed(7), relation: 'other', relationName: 'Advisor' })),
    ],
    [
      'a row has another version',
      () => {
        changeRow({ etag: 'W/"2"' });
      },
    ],
    [
      'a row points to a customer',
      () => {
        changeRow({ etag: 'W/"2"', customerId: 'c1', customerName: 'C' });
      },
    ],
  ])('keeps what is new of one account by one compare-and-swap: %s', async (_what, happen) => {
    await sync();
    const before = ports.register.account(accountOf(7))?.version ?? 0;
    happen();

    expect(await sync()).toEqual(['read account', 'replace account']);
    expect((await ports.store.read('account', accountOf(7)))?.document.version).toBe(before + 1);
    expect(await sync()).toEqual([]);
  });

  it('does not take a row that was listed before our own write for somebody’s decision', async () => {
    await sync();
    // Listed as it was; while the list is read, somebody decides and Work 365 is told.
    changeRow({ etag: 'W/"1b"' });
    meanwhile = async () => {
      stand.clock.move(1_000);
      await changeAccount(ports, accountOf(7), (r) => {
        const ruling = pickCustomer(r, { customer: { id: 'c1', name: 'C' }, evidence: [] }, stamp());
        if (ruling.ruling !== 'decided') return undefined;
        const written = row({ rowId: 'row-7', etag: 'W/"2"', customerId: 'c1' });
        return noteWritten(ruling.record, written, 'c1', stand.clock.now());
      });
    };
    await sync();

    expect((await ports.store.read('account', accountOf(7)))?.document).toMatchObject({
      mapping: { state: 'mapped', customer: { id: 'c1' } },
      directoryRow: { etag: 'W/"2"', customerId: 'c1' },
    });
  });
});

function all(changed: ListedTenant): ListedTenant[] {
  return Array.from({ length: COUNT }, (_, n) => (n === 7 ? changed : listed(n)));
}

function changeRow(news: Parameters<typeof row>[0]): void {
  const before = rows;
  rows = () => before().map((one, n) => (n === 7 ? { ...one, row: { ...one.row, ...news } } : one));
}
