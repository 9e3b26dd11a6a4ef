import type { Directory, ListedRow } from '../../src/directory';
import { createNoDirectory } from '../../src/directories/none';
import { accountId } from '../../src/domain/account';
import type { Provider } from '../../src/provider';
import { sourceDocumentId } from '../../src/records/note-source';
import { syncAccounts } from '../../src/sync/sync-accounts';
import { PROVIDER, row } from '../builders';
import { taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';
import { listingProvider, resoldTo } from '../doubles/listing-provider';

/** Work 365 may have other providers beside ours: rows belong to theirs (S2, S3). */

const OTHER_PARTNER = '33333333-3333-4333-8333-333333333333';
const tenantId = (n: number): string => `7e000000-0000-4000-a000-00000000000${n}`;

let rows: ListedRow[];
let tenants: number[];
let stand: TaskStand;
beforeEach(async () => {
  tenants = [1, 2, 3];
  const directory: Directory = {
    ...createNoDirectory(),
    writesBack: true,
    async *listRows() {
      yield await Promise.resolve(rows);
    },
  };
  stand = await taskStand({ directory });
});
afterEach(() => stand.close());

const provider = listingProvider(() => tenants.map((n) => resoldTo(tenantId(n), `Contoso ${n}`)));

const listed = (n: number, providerRowId: string, news: Parameters<typeof row>[0] = {}): ListedRow => ({
  tenantId: tenantId(n),
  providerRowId,
  row: row({ rowId: `${providerRowId}-${n}`, name: `Contoso ${n}`, ...news }),
});

async function sync(): Promise<void> {
  await syncAccounts(stand.ports, provider, new AbortController().signal);
  stand.clock.move(60_000);
}

const account = (n: number) => stand.ports.register.account(accountId({ providerId: PROVIDER, tenantId: tenantId(n) }));
const rowIds = () => [1, 2, 3].map((n) => account(n)?.directoryRow?.rowId);
const leftOut = () => stand.ports.register.source(sourceDocumentId('rows'))?.leftOut;

describe('a tenant with a row of another provider beside ours', () => {
  it.each<[string, (own: ListedRow[], other: ListedRow) => ListedRow[]]>([
    ['listed last', (own, other) => [...own, other]],
    ['listed first', (own, other) => [other, ...own]],
  ])('has our row, and nobody’s mapping there is adopted: %s', async (_order, put) => {
    const other = listed(2, 'distributor', { customerId: 'c9', customerName: 'Theirs' });
    rows = put([listed(1, 'ours'), listed(2, 'ours'), listed(3, 'ours')], other);
    await sync();
    await sync();

    expect(rowIds()).toEqual(['ours-1', 'ours-2', 'ours-3']);
    expect(account(2)?.mapping).toEqual({ state: 'open' });
    expect(leftOut()).toBeUndefined();
  });

  it('says so while our own row is not there', async () => {
    rows = [listed(1, 'ours'), listed(3, 'ours'), listed(2, 'distributor')];
    await sync();

    expect(rowIds()).toEqual(['ours-1', undefined, 'ours-3']);
    expect(leftOut()).toEqual({ count: 1, first: [{ name: 'Contoso 2', why: 'its row belongs to another provider' }] });
  });
});

it('two rows of ours for one tenant are said, the one that we hold stays, and a person is asked', async () => {
  rows = [listed(1, 'ours'), listed(2, 'ours'), listed(3, 'ours')];
  await sync();
  rows = [listed(2, 'ours', { rowId: 'a-copy', createdAt: 1 }), ...rows];
  await sync();

  expect(rowIds()).toEqual(['ours-1', 'ours-2', 'ours-3']);
  expect(account(2)?.rowChoice?.rows.map(({ rowId }) => rowId)).toEqual(['a-copy', 'ours-2']);
  expect(leftOut()).toEqual({
    count: 1,
    first: [{ name: 'Contoso 2', why: 'there are 2 rows of it; its card asks which one is meant' }],
  });
});

it('rows of a provider that is not ours are no accounts of ours', async () => {
  rows = [listed(1, 'ours'), listed(2, 'ours'), listed(3, 'ours'), listed(4, 'others'), listed(5, 'others')];
  await sync();

  expect(stand.ports.register.counts.accounts).toBe(3);
  expect(stand.ports.register.openAccounts().map(({ tenantId: id }) => id)).not.toContain(tenantId(4));
});

it('an account of ours that only Work 365 has is one all the same', async () => {
  rows = [1, 2, 3, 4].map((n) => listed(n, 'ours'));
  await sync();
  expect(account(4)?.acceptance.reseller.state).toBe('not-listed');
});

it('with two providers of ours, each has its own rows', async () => {
  const other = {
    ...provider,
    id: OTHER_PARTNER,
    async *listTenants() {
      yield await Promise.resolve([
        { tenant: { tenantId: tenantId(4), name: 'Contoso 4' }, relation: 'reseller', relationName: 'Reseller' },
      ]);
    },
  } as unknown as Provider;
  const ports = { ...stand.ports, providers: [provider, other] };
  rows = [listed(1, 'first'), listed(2, 'first'), listed(4, 'second')];
  for (const each of ports.providers) await syncAccounts(ports, each, new AbortController().signal);

  expect(rowIds().slice(0, 2)).toEqual(['first-1', 'first-2']);
  expect(account(4)).toBeUndefined();
  const theirs = accountId({ providerId: OTHER_PARTNER, tenantId: tenantId(4) });
  expect(stand.ports.register.account(theirs)?.directoryRow?.rowId).toBe('second-4');
  expect(stand.ports.register.counts.accounts).toBe(4);
});
