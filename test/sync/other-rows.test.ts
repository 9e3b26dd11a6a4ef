import type { Directory, ListedProvider, ListedRow } from '../../src/directory';
import { createNoDirectory } from '../../src/directories/none';
import { accountId, rowProviderId } from '../../src/domain/account';
import { pickCustomer } from '../../src/domain/mapping';
import { findAccount } from '../../src/records/find-account';
import { Register } from '../../src/register/register';
import { sourceDocumentId } from '../../src/records/note-source';
import { syncAccounts } from '../../src/sync/sync-accounts';
import { account, customer, PROVIDER, row, stamp } from '../builders';
import { listingProvider, resoldTo } from '../doubles/listing-provider';
import { put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

/** Rows of other providers, in a store of the time when all rows were taken for ours. */

const HOME = 'aaaaaaaa-0000-4000-8000-00000000000a';
const SYNNEX = 'bbbbbbbb-0000-4000-8000-00000000000b';
const tenantId = '7e000000-0000-4000-a000-000000000001';

const theirs = row({ rowId: 'theirs', name: 'Contoso' });
const underSynnex: ListedRow = {
  ownId: 'c-1',
  tenantId,
  providerRowId: SYNNEX,
  providerName: 'TD SYNNEX',
  row: theirs,
};

let stand: TaskStand;
afterEach(() => stand.close());

async function setStand(table: readonly ListedProvider[], listed: ListedRow): Promise<void> {
  const directory: Directory = {
    ...createNoDirectory(),
    writesBack: true,
    async *listRows() {
      yield await Promise.resolve([listed]);
    },
    readRow: () => Promise.resolve({ look: 'seen', value: theirs }),
    listProviders: () => Promise.resolve({ look: 'seen', value: table }),
  };
  const provider = listingProvider(() => [resoldTo(tenantId, 'Contoso')]);
  stand = await taskStand({ directory, providers: [provider] });
}

const sync = (): Promise<void> => syncAccounts(stand.ports, stand.ports.providers[0]!, new AbortController().signal);

it('a row of another provider that we hold is let go; what was decided stays and waits for a row of ours', async () => {
  const table = [
    { rowId: HOME, name: 'Partner Center' },
    { rowId: SYNNEX, name: 'TD SYNNEX' },
  ];
  await setStand(table, underSynnex);
  const { id, name } = customer();
  const held = account({ tenant: { tenantId, name: 'Contoso' }, tenantId, rows: [theirs] });
  const picked = pickCustomer(held, { customer: { id, name }, evidence: [] }, stamp());
  await put(stand.ports, picked.record);

  await sync();

  const now = stand.ports.register.account(accountId({ providerId: PROVIDER, tenantId }));
  expect(now?.directoryRow).toBeUndefined();
  expect(now?.mapping).toMatchObject({ state: 'mapped', customer: { id } });
  expect(now?.writeBack.state).toBe('waiting-for-row');
});

it('an account that we had by such a row alone hands its decision over to the account of that provider', async () => {
  const table = [
    { rowId: HOME, name: 'Partner Center' },
    { rowId: SYNNEX, name: 'TD SYNNEX' },
  ];
  const strange = '7e000000-0000-4000-a000-000000000009';
  await setStand(table, { ...underSynnex, tenantId: strange });
  const { id, name } = customer();
  const reseller = { state: 'not-listed', checkedAt: 1, source: 'partner-center' } as const;
  const wrong = account({ tenant: { tenantId: strange, name: 'Contoso' }, tenantId: strange, rows: [theirs] });
  const taken = { ...wrong, acceptance: { ...wrong.acceptance, reseller } };
  await put(stand.ports, pickCustomer(taken, { customer: { id, name }, evidence: [] }, stamp()).record);

  await sync();

  const right = stand.ports.register.account(accountId({ providerId: rowProviderId(SYNNEX), tenantId: 'c-1' }));
  expect(right).toMatchObject({ mapping: { state: 'mapped', customer: { id } }, directoryRow: { rowId: 'theirs' } });
  expect(right?.decisions.at(-1)).toMatchObject({ verdict: 'mapped', customer: { id } });
  expect(right?.writeBack.state).toBe('owed');
  await expectNothingOf(strange, 1);

  await sync();
  expect(stand.ports.register.account(right!.id)?.decisions).toHaveLength(1);
});

it.each([
  ['nobody has decided about', undefined],
  ['was mapped in Work 365', 'customer'],
])('nothing is shown any more of an account that we had by such a row alone and that %s', async (_, customerId) => {
  const table = [
    { rowId: HOME, name: 'Partner Center' },
    { rowId: SYNNEX, name: 'TD SYNNEX' },
  ];
  const strange = '7e000000-0000-4000-a000-000000000008';
  await setStand(table, { ...underSynnex, tenantId: strange });
  const reseller = { state: 'not-listed', checkedAt: 1, source: 'partner-center' } as const;
  const held = { ...theirs, ...(customerId === undefined ? {} : { customerId, customerName: 'Contoso Ltd' }) };
  const wrong = account({ tenant: { tenantId: strange, name: 'Contoso' }, tenantId: strange, rows: [held] });
  await put(stand.ports, { ...wrong, acceptance: { ...wrong.acceptance, reseller } });

  await sync();

  await expectNothingOf(strange, wrong.decisions.length);
});

/** Its story is kept, and it is in no list, count or search. */
async function expectNothingOf(tenant: string, decisions: number): Promise<void> {
  const { register, store } = stand.ports;
  const id = accountId({ providerId: PROVIDER, tenantId: tenant });
  const kept = (await store.read('account', id))?.document;
  expect(kept).toMatchObject({ takenInWrongly: true, mapping: { state: 'open' } });
  expect(kept?.decisions).toHaveLength(decisions);
  expect(register.account(id)).toBeUndefined();
  expect([...register.allAccounts()].map((one) => one.id)).not.toContain(id);
  expect(register.accountsWithoutNeed().map((one) => one.id)).not.toContain(id);
  expect(register.accountsOfTenant(tenant)).toEqual([]);
  expect(JSON.stringify(findAccount(register, 'Contoso'))).not.toContain(id);
  const again = new Register();
  again.apply(kept!);
  expect([...again.allAccounts()]).toEqual([]);
}

it('where it cannot be found which provider of Work 365 is ours, that is said, with the setting', async () => {
  const table = [
    { rowId: HOME, name: 'Direct' },
    { rowId: SYNNEX, name: 'Distributor' },
  ];
  await setStand(table, { ...underSynnex, tenantId: '7e000000-0000-4000-a000-000000000002' });
  await sync();

  const source = stand.ports.register.source(sourceDocumentId('rows'));
  expect(JSON.stringify(source)).toContain('WORK365_PROVIDER');
});
