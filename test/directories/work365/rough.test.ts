import { all } from '../../sandbox/stand';
import { work365Bench } from './bench';

const { stand, schemaFile, rowOf } = work365Bench();

const A = 'b44bb1fb-c595-45b0-9e09-d657365580bf';
const B = 'c55cc2fc-c595-45b0-9e09-d657365580bf';
const C = 'd66dd3fd-c595-45b0-9e09-d657365580bf';
const row = (id: unknown, more: object = {}) => ({
  '@odata.etag': 'W/"1"',
  'work365_provideraccountid': id,
  'work365_provideraccount_name': 'Contoso',
  'work365_provideraccount_providerspecificaccountid': A,
  '_work365_provideraccount_account_value': null,
  '_work365_provideraccount_provider_value': null,
  ...more,
});
const customer = (accountid: unknown, more: object = {}) => ({
  '@odata.etag': 'W/"1"',
  accountid,
  'name': 'Contoso',
  ...more,
});

function answers(match: string, body: unknown, times = 1): void {
  stand.sandbox.control('answer', { service: 'dataverse', match, times, answer: { status: 200, body } });
}

describe('a page of Dataverse with a bad row (S14)', () => {
  it('holds the other provider accounts', async () => {
    const untold = row(C, { _work365_provideraccount_account_value: undefined });
    answers('provideraccounts', { value: [row(A), null, row(null), untold, row(B, { createdon: null })] });
    const directory = stand.directory();
    expect((await all(directory.listRows())).map((r) => r.row.rowId)).toEqual([A, B]);
    expect(directory.badAccountRows().map(({ line }) => line)).toEqual([2, 3, 4]);
  });

  it('holds the other customers; of those that are missing nobody says that they are gone', async () => {
    const directory = stand.directory();
    answers('/accounts?', {
      value: [customer(A), null, customer(undefined), customer(B, { name: null, websiteurl: 7 })],
    });
    expect(await all(directory.listCustomers())).toEqual([
      { id: A, name: 'Contoso' },
      { id: B, name: B },
    ]);
    expect(directory.badRows()).toEqual([
      { line: 2, problem: 'lacks its id or its version' },
      { line: 3, problem: 'lacks its id or its version' },
    ]);
    expect(directory.mayBeUnread({ id: 'c', name: 'C' })).toBe(true);

    await all(directory.listCustomers());
    expect(directory.mayBeUnread({ id: 'c', name: 'C' })).toBe(false);
  });

  it('with no list at all is no list without customers', async () => {
    answers('/accounts?', { value: null });
    await expect(all(stand.directory().listCustomers())).rejects.toMatchObject({ trouble: { kind: 'bad-answer' } });
  });
});

describe('a next link on another name of the host (S5)', () => {
  it('is followed at the configured address, and the token goes nowhere else', async () => {
    const path = '/api/data/v9.2/accounts?$select=accountid&$skiptoken=%3Ccookie%3E';
    answers('/accounts?$select', {
      'value': [customer(A)],
      '@odata.nextLink': `https://handshake.api.crm4.dynamics.com${path}`,
    });
    answers('$skiptoken', { value: [customer(B)] });
    expect((await all(stand.directory().listCustomers())).map((c) => c.id)).toEqual([A, B]);
    expect(stand.sandbox.visits.last.at(-1)).toMatchObject({ service: 'dataverse', path: '/api/data/v9.2/accounts' });
  });

  it.each(['https://thief.example/other/place', 'ftp:', ''])(
    'that leads elsewhere ends the list: "%s"',
    async (link) => {
      answers('/accounts?', { 'value': [customer(A)], '@odata.nextLink': link }, 3);
      const listing = all(stand.directory().listCustomers());
      if (link === '') expect(await listing).toHaveLength(1);
      else await expect(listing).rejects.toMatchObject({ trouble: { kind: 'bad-answer' } });
    },
  );

  it('that goes round in a circle ends the list', async () => {
    answers('/accounts?', { 'value': [customer(A)], '@odata.nextLink': '/api/data/v9.2/accounts?$skiptoken=1' }, 9);
    await expect(all(stand.directory().listCustomers())).rejects.toMatchObject({ trouble: { kind: 'bad-answer' } });
  });
});

describe('ids in other forms (S25)', () => {
  it.each([`{${A.toUpperCase()}}`, A.toUpperCase(), A.replaceAll('-', ''), ` ${A} `])(
    '%s is recognised',
    async (written) => {
      rowOf('HKB').tenantId = written;
      const rows = await all(stand.directory().listRows());
      expect(rows.find((r) => r.row.name === 'HKB')?.tenantId).toBe(A);
    },
  );
});

it('a customer with 14,000 mail domains is kept with some of them (S1)', async () => {
  const contacts = Array.from({ length: 1000 }, (_, i) => ({
    contactid: String(i),
    emailaddress1: `a@mail-${i}.example`,
    _parentcustomerid_value: A,
  }));
  answers('/contacts?', { value: contacts });
  answers('/accounts?', { value: [customer(A)] });
  const [only] = await all(stand.directory({ schemaFile: schemaFile({ contact: {} }) }).listCustomers());
  expect(only?.mailDomains).toHaveLength(200);
});
