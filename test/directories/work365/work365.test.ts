import { SourceFailure } from '../../../src/domain/source';
import { all } from '../../sandbox/stand';
import { work365Bench } from './bench';

const { stand, restart, schemaFile, rowOf, etagOf, customerId } = work365Bench();

describe('provider accounts', () => {
  it('are all listed, mapped and not, with who changed them', async () => {
    const rows = await all(stand.directory().listRows());
    expect(rows).toHaveLength(stand.sandbox.world.state.rows.length);
    const row = rowOf('Fabrikam Inc');
    expect(rows.find((r) => r.row.rowId === row.id)).toEqual({
      ownId: row.tenantId,
      tenantId: row.tenantId,
      providerRowId: expect.any(String),
      providerName: 'Partner Center',
      row: {
        rowId: row.id,
        name: 'Fabrikam Inc',
        etag: etagOf('Fabrikam Inc'),
        createdAt: row.createdAt,
        customerId: customerId('Fabrikam, Inc.'),
        customerName: 'Fabrikam, Inc.',
        modifiedBy: row.modifiedBy,
        syncEnabled: true,
      },
    });
    expect(rows.find((r) => r.row.name === 'Contoso Ltd')?.row.customerId).toBeUndefined();
  });

  it('follow the next link as it is', async () => {
    await restart({ crowd: { tenants: 2500, customers: 0 } });
    const pages: number[] = [];
    for await (const page of stand.directory().listRows()) pages.push(page.length);
    expect(pages).toEqual([1000, 1000, 539]);
  });

  it('say whether their sync is on, when the column is named', async () => {
    const file = schemaFile({ providerAccount: { syncStatus: 'work365_provideraccount_syncstatus' } });
    const rows = await all(stand.directory({ schemaFile: file }).listRows());
    expect(rows.find((r) => r.row.name === 'Test Tenant 7')?.row.syncEnabled).toBe(false);
    expect(rows.find((r) => r.row.name === 'Contoso Ltd')?.row.syncEnabled).toBe(true);
  });

  it('of other providers have no tenant id', async () => {
    rowOf('HKB').tenantId = 'C-99817';
    const rows = await all(stand.directory().listRows());
    const row = rows.find((r) => r.row.name === 'HKB');
    expect(row).not.toHaveProperty('tenantId');
    expect(row?.ownId).toBe('C-99817');
  });

  it.each([
    ['a link to another host', { 'value': [], '@odata.nextLink': 'https://thief.example/api' }],
    ['a row without its version', { value: [{ work365_provideraccountid: 'x' }] }],
    ['another shape', { rows: [] }],
  ])('are not taken from a list with %s', async (_name, body) => {
    stand.sandbox.control('answer', { service: 'dataverse', match: 'provideraccounts', answer: { status: 200, body } });
    await expect(all(stand.directory().listRows())).rejects.toMatchObject({ trouble: { kind: 'bad-answer' } });
  });

  it('are read one by one too', async () => {
    const directory = stand.directory();
    expect(await directory.readRow(rowOf('HKB').id)).toMatchObject({ look: 'seen', value: { name: 'HKB' } });
    expect(await directory.readRow('11111111-2222-4333-8444-555555555555')).toEqual({ look: 'absent' });
  });
});

describe('providers', () => {
  const CENTER = { rowId: expect.any(String), name: 'Partner Center', kind: 'Partner Center' };

  it('are listed with their kind, whatever their table is called', async () => {
    await restart({ names: { providers: 'iotap_vendor' } });
    stand.sandbox.control('add-provider', { name: 'TD SYNNEX', kind: 'StreamOne Ion' });
    const distributor = { rowId: expect.any(String), name: 'TD SYNNEX', kind: 'StreamOne Ion' };
    // The pattern of a kind's column is Work 365's; under another prefix it has to be named.
    expect(await stand.directory().listProviders()).toEqual({
      look: 'seen',
      value: [CENTER, distributor].map(({ kind: _unnamed, ...provider }) => provider),
    });
    const file = schemaFile({ provider: { kind: 'iotap_vendor_type' } });
    expect(await stand.directory({ schemaFile: file }).listProviders()).toEqual({
      look: 'seen',
      value: [CENTER, distributor],
    });
  });

  it('have their kind without a setting where the column is called as Work 365 calls its columns', async () => {
    expect(await stand.directory().listProviders()).toEqual({ look: 'seen', value: [CENTER] });
  });

  it('that cannot be read are told by the check, and no rows are lost', async () => {
    stand.sandbox.control('answer', {
      service: 'dataverse',
      match: '/work365_providers?',
      answer: { status: 403, body: { error: { code: '0x80040220', message: 'missing prvReadwork365_provider' } } },
    });
    const directory = stand.directory();
    expect(await directory.listProviders()).toMatchObject({ look: 'failed', trouble: { kind: 'denied' } });
    expect(await directory.check()).toMatchObject([{ kind: 'denied' }]);
    expect((await all(directory.listRows())).length).toBeGreaterThan(0);
  });
});

describe('customers', () => {
  it('come with what helps to recognise them', async () => {
    const customers = await all(stand.directory().listCustomers());
    expect(customers).toHaveLength(150);
    expect(customers.find((c) => c.name === 'Woodgrove Bank plc')).toEqual({
      id: customerId('Woodgrove Bank plc'),
      name: 'Woodgrove Bank plc',
      number: expect.stringMatching(/^AC-\d+$/),
      website: 'woodgrovebank.com',
      mailDomains: ['woodgrovebank.com'],
      city: 'Edinburgh',
      country: 'GB',
    });
  });

  it('come with their contacts’ mail domains when that is asked for', async () => {
    const name = 'Wingtip Toys Limited';
    const plain = await all(stand.directory().listCustomers());
    expect(plain.find((c) => c.name === name)).not.toHaveProperty('mailDomains');
    const full = await all(stand.directory({ schemaFile: schemaFile({ contact: {} }) }).listCustomers());
    expect(full.find((c) => c.name === name)?.mailDomains).toEqual(['wingtiptoys.com']);
  });

  it('are read a page at a time, some thousand of them', async () => {
    await restart({ crowd: { tenants: 0, customers: 4_000 } });
    let seen = 0;
    for await (const page of stand.directory({ http: {} }).listCustomers()) {
      seen += page.length;
      expect(page.length).toBeLessThanOrEqual(1000);
    }
    expect(seen).toBe(4_150);
  });

  it.each([
    ['fail', {}, 'unreachable'],
    ['html', { status: 200 }, 'bad-answer'],
    [
      'answer',
      { answer: { status: 403, body: { error: { code: '0x80040220', message: 'missing prvReadAccount' } } } },
      'denied',
    ],
    ['answer', { answer: { status: 401 } }, 'denied'],
  ] as const)('are not listed in part when Dataverse gives %s %j', async (action, more, kind) => {
    stand.sandbox.control(action, { service: 'dataverse', match: 'accounts', ...more });
    const listing = all(stand.directory().listCustomers());
    await expect(listing).rejects.toBeInstanceOf(SourceFailure);
    await expect(listing).rejects.toMatchObject({ trouble: { source: 'work365', kind, remedy: expect.any(String) } });
  });
});
