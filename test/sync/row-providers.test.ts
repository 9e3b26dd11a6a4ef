import type { Directory, ListedRow } from '../../src/directory';
import { createNoDirectory } from '../../src/directories/none';
import { accountId, isKnownByRow, rowProviderId } from '../../src/domain/account';
import type { DirectoryRow } from '../../src/domain/account';
import type { Look } from '../../src/domain/source';
import { noteHome, sourceDocumentId } from '../../src/records/note-source';
import { syncAccounts } from '../../src/sync/sync-accounts';
import { syncRowProviders } from '../../src/sync/sync-row-providers';
import { PROVIDER, row } from '../builders';
import { listingProvider, resoldTo } from '../doubles/listing-provider';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

/** Providers that only Work 365 can see: their accounts are known by their rows alone. */

const HOME = 'aaaaaaaa-0000-4000-8000-00000000000a';
const SYNNEX = 'bbbbbbbb-0000-4000-8000-00000000000b';
const tenantId = '7e000000-0000-4000-a000-000000000001';

let rows: ListedRow[];
let found: Look<DirectoryRow>;
let stand: TaskStand;
const provider = listingProvider(() => [resoldTo(tenantId, 'Contoso')]);

beforeEach(async () => {
  found = { look: 'absent' };
  const directory: Directory = {
    ...createNoDirectory(),
    writesBack: true,
    async *listRows(_signal, _hear, some) {
      const except = some?.except ?? [];
      yield await Promise.resolve(rows.filter(({ providerRowId = '' }) => !except.includes(providerRowId)));
    },
    readRow: () => Promise.resolve(found),
    listProviders: () =>
      Promise.resolve({
        look: 'seen',
        value: [
          { rowId: HOME, name: 'Partner Center' },
          { rowId: SYNNEX, name: 'TD SYNNEX' },
        ],
      }),
  };
  stand = await taskStand({ directory, providers: [provider] });
});
afterEach(() => stand.close());

const listed = (ownId: string, news: Partial<DirectoryRow> = {}): ListedRow => ({
  ownId,
  providerRowId: SYNNEX,
  providerName: 'TD SYNNEX',
  row: row({ rowId: `row-${ownId}`, name: `Firm ${ownId}`, ...news }),
});

async function sync(): Promise<void> {
  await syncRowProviders(stand.ports, new AbortController().signal);
  stand.clock.move(60_000);
}

const ours = () => noteHome(stand.ports, PROVIDER, HOME);
const account = (ownId: string) =>
  stand.ports.register.account(accountId({ providerId: rowProviderId(SYNNEX), tenantId: ownId }));

it('an account has the provider and the id that the provider gave it, and no tenant id is invented', async () => {
  await ours();
  rows = [listed('C-99817')];
  await sync();

  const record = account('C-99817')!;
  expect(record).toMatchObject({
    id: `account:work365-${SYNNEX}:c-99817`,
    tenantId: 'C-99817',
    tenant: { name: 'Firm C-99817' },
    acceptance: { reseller: { state: 'not-ours', provider: 'TD SYNNEX' } },
    directoryRow: { rowId: 'row-C-99817' },
  });
  expect(isKnownByRow(record)).toBe(true);
});

it('what was there at the first reading is no news; what comes later is announced, unless it is mapped', async () => {
  await ours();
  await put(stand.ports, conversation({ conversationId: 'channel' }));
  rows = [listed('1')];
  await sync();
  rows = [listed('1'), listed('2'), listed('3', { customerId: 'c1', customerName: 'Contoso' })];
  await sync();

  const told = (ownId: string) => account(ownId)?.notices.map(({ conversationId }) => conversationId);
  expect([told('1'), told('2'), told('3')]).toEqual([[], ['channel'], []]);
  expect(account('3')?.mapping).toMatchObject({ state: 'mapped', customer: { id: 'c1' } });
});

it('nothing is begun until it is known which provider of Work 365 is ours', async () => {
  rows = [listed('1')];
  await sync();
  expect(account('1')).toBeUndefined();

  rows = [{ ...listed(tenantId), tenantId, providerRowId: HOME }, listed('1')];
  await syncAccounts(stand.ports, provider, new AbortController().signal);
  await sync();
  expect(account('1')).toBeDefined();
  expect(stand.ports.register.counts.accounts).toBe(2);
});

it('without any Partner Center all providers of Work 365 are of this kind', async () => {
  rows = [listed('1')];
  await syncRowProviders({ ...stand.ports, providers: [] }, new AbortController().signal);
  expect(account('1')).toBeDefined();
});

it('an account is renamed with its row, and keeps its old name', async () => {
  await ours();
  rows = [listed('1')];
  await sync();
  rows = [listed('1', { name: 'Another firm', etag: 'W/"2"' })];
  await sync();
  expect(account('1')).toMatchObject({ tenant: { name: 'Another firm' }, formerNames: [{ name: 'Firm 1' }] });
});

it('one whose row is gone needs no customer, and comes back with it', async () => {
  await ours();
  rows = [listed('1')];
  await sync();
  expect(stand.ports.register.openAccounts()).toHaveLength(1);
  rows = [];
  await sync();
  expect(account('1')?.directoryRow).toBeUndefined();
  expect(stand.ports.register.openAccounts()).toEqual([]);
  rows = [listed('1', { rowId: 'anew' })];
  await sync();
  expect(account('1')?.directoryRow?.rowId).toBe('anew');
  expect(stand.ports.register.openAccounts()).toHaveLength(1);
});

it('a row that names no account is counted, and two rows of one account are a choice', async () => {
  await ours();
  const { ownId: _none, ...nameless } = listed('9');
  rows = [listed('1'), listed('1', { rowId: 'copy' }), nameless];
  await sync();
  expect(account('1')?.rowChoice?.rows).toHaveLength(2);
  expect(stand.ports.register.source(sourceDocumentId(`accounts:${rowProviderId(SYNNEX)}`))).toMatchObject({
    name: 'TD SYNNEX',
    count: 3,
    leftOut: { count: 1, first: [{ name: 'Firm 9' }] },
  });
});

it('ids that no store would take are written otherwise, and never mixed up', async () => {
  await ours();
  const strange = ['a/b#c?d', 'a\\b', 'Ä'.repeat(200), `${'Ä'.repeat(200)}x`];
  rows = strange.map((ownId, at) => listed(ownId, { rowId: `row-${at}` }));
  await sync();
  const ids = strange.map((ownId) => account(ownId)!.id);
  expect(new Set(ids).size).toBe(strange.length);
  for (const id of ids) expect(id).toMatch(/^account:[^\s:/#?\\]{1,80}:[^\s:/#?\\]{1,80}$/);
});

it('the same tenant under a provider of ours is a sister, other ids are nobody’s', async () => {
  await ours();
  rows = [{ ...listed(tenantId), tenantId, providerRowId: HOME }];
  await syncAccounts(stand.ports, provider, new AbortController().signal);
  rows = [listed(tenantId), listed('10001')];
  await sync();
  expect(stand.ports.register.accountsOfTenant(tenantId)).toHaveLength(2);
  expect(stand.ports.register.accountsOfTenant('10001')).toEqual([]);
});
