import { all } from '../../sandbox/stand';
import { MEGAN, work365Bench } from './bench';

const { stand, restart, schemaFile, schemaPath, rowOf, etagOf, customerId } = work365Bench();
const visits = () => stand.sandbox.visits.last.filter((v) => v.service === 'dataverse');

describe('writing a mapping', () => {
  const write = (customer: string | null, more = {}) => ({
    rowId: rowOf('Contoso Ltd').id,
    etag: etagOf('Contoso Ltd'),
    customerId: customer === null ? null : customerId(customer),
    ...more,
  });

  it('sets the lookup by the name that the metadata tells', async () => {
    const outcome = await stand.directory().writeMapping(write('Contoso Limited'));
    expect(outcome).toMatchObject({
      outcome: 'written',
      row: { customerName: 'Contoso Limited', modifiedBy: '# Handshake' },
    });
    expect(rowOf('Contoso Ltd').customerId).toBe(customerId('Contoso Limited'));
    expect(outcome.outcome === 'written' && outcome.row.etag).toBe(etagOf('Contoso Ltd'));
  });

  it('asks for that name once', async () => {
    const directory = stand.directory();
    await directory.writeMapping(write('Contoso Limited'));
    await directory.writeMapping(write(null));
    expect(visits().filter((v) => v.path.endsWith('ManyToOneRelationships'))).toHaveLength(1);
    expect(rowOf('Contoso Ltd').customerId).toBeNull();
  });

  it('names the person who decided, when Dataverse knows the person', async () => {
    const outcome = await stand.directory().writeMapping(write('Contoso Limited', { onBehalfOf: MEGAN }));
    expect(outcome).toMatchObject({ outcome: 'written', row: { modifiedBy: 'Megan Bowen' } });
  });

  describe('in the name of a person whom Work 365 does not accept (S6)', () => {
    const onBehalfOf = '00000000-1111-4222-8333-444444444444';
    const refuse = (status: number, body?: object) =>
      stand.sandbox.control('answer', {
        service: 'dataverse',
        match: 'PATCH',
        times: 1,
        answer: { status, ...(body === undefined ? {} : { body }) },
      });
    const error = (code: string, message = 'No.'): object => ({ error: { code, message } });
    const CASES: readonly [string, number, object | undefined][] = [
      ['403', 403, error('0x80072560', 'The user is not a member of the organization.')],
      ['404 0x80040217', 404, error('0x80040217', 'systemuser With Id = 0 Does Not Exist')],
      ['400 0x80040225', 400, error('0x80040225', 'The specified user is disabled.')],
      ['401', 401, undefined],
    ];

    it.each(CASES)('is not done, and says so: %s', async (_name, status, body) => {
      const directory = stand.directory();
      // A token from just now is not renewed for a 401.
      await directory.readRow(rowOf('Contoso Ltd').id);
      refuse(status, body);
      if (status === 401) refuse(status, body);
      const outcome = await directory.writeMapping(write('Contoso Limited', { onBehalfOf }));
      expect(outcome).toMatchObject({
        outcome: 'refused',
        refusal: { kind: 'person' },
        trouble: { remedy: expect.stringContaining('WORK365_WRITE_AS_APP=on') },
      });
      expect(rowOf('Contoso Ltd').customerId).toBeNull();
    });

    it.each(CASES)('is done once as the app where the setting says so: %s', async (_name, status, body) => {
      const directory = stand.directory({ writesAsApp: true });
      await directory.readRow(rowOf('Contoso Ltd').id);
      refuse(status, body);
      if (status === 401) refuse(status, body);
      const outcome = await directory.writeMapping(write('Contoso Limited', { onBehalfOf }));
      expect(outcome).toMatchObject({ outcome: 'written', row: { modifiedBy: '# Handshake' } });
      const callers = visits()
        .filter((v) => v.method === 'PATCH')
        .map((v) => v.headers['callerobjectid']);
      expect(callers).toEqual([...callers.slice(0, -1).map(() => onBehalfOf), undefined]);
    });

    it('says that the app may not act for people, which is not the person’s fault', async () => {
      refuse(403, error('0x80040220', 'Principal user is missing prvActOnBehalfOfAnotherUser privilege.'));
      expect(await stand.directory().writeMapping(write('Contoso Limited', { onBehalfOf }))).toMatchObject({
        outcome: 'refused',
        refusal: { kind: 'no-right', words: 'prvActOnBehalfOfAnotherUser' },
      });
    });

    it('is never written over a change by somebody else, nor past a throttling', async () => {
      const directory = stand.directory({ writesAsApp: true });
      const mine = write('Contoso Limited', { onBehalfOf: MEGAN });
      stand.sandbox.control('map-in-work365', { tenant: 'Contoso Ltd', customer: 'Fabrikam, Inc.' });
      expect(await directory.writeMapping(mine)).toMatchObject({ outcome: 'changed' });
      expect(visits().filter((v) => v.method === 'PATCH')).toHaveLength(1);
    });
  });

  it.each([
    ['0x80040265', 'A billing contract has to be chosen first.', 'A billing contract has to be chosen first.'],
    ['0x80060893', 'The value is not allowed here.', 'The value is not allowed here.'],
    [
      '0x80040265',
      'System.InvalidPluginExecutionException: Contoso:\n  no  contract.\r\n   at Work365.Plugins.Check(Guid id)\n   at B.C()',
      'Contoso: no contract.',
    ],
    ['0x80040265', 'x'.repeat(5_000), `${'x'.repeat(299)}…`],
  ])('that a rule of Work 365 refuses (%s) gives its words (S7)', async (code, message, words) => {
    const body = { error: { code, message } };
    stand.sandbox.control('answer', { service: 'dataverse', match: 'PATCH', answer: { status: 400, body } });
    const outcome = await stand.directory().writeMapping(write('Contoso Limited'));
    expect(outcome).toMatchObject({ outcome: 'refused', refusal: { kind: 'data', words } });
    expect(outcome.outcome === 'refused' && outcome.trouble.remedy).not.toContain('column');
  });

  it('that names a column which is not there is a matter of the set-up', async () => {
    const body = { error: { code: '0x80060888', message: "Could not find a property named 'x' on type 'y'." } };
    stand.sandbox.control('answer', { service: 'dataverse', match: 'PATCH', answer: { status: 400, body } });
    expect(await stand.directory().writeMapping(write('Contoso Limited'))).toMatchObject({
      outcome: 'failed',
      trouble: { kind: 'misconfigured', remedy: expect.stringContaining('WORK365_SCHEMA') },
    });
  });

  it('overwrites nobody: who changed the row meanwhile is told', async () => {
    const mine = write('Contoso Limited');
    stand.sandbox.control('map-in-work365', { tenant: 'Contoso Ltd', customer: 'Fabrikam, Inc.', by: 'Adele Vance' });
    const outcome = await stand.directory().writeMapping(mine);
    expect(outcome).toMatchObject({
      outcome: 'changed',
      row: { customerName: 'Fabrikam, Inc.', modifiedBy: 'Adele Vance' },
    });
    expect(rowOf('Contoso Ltd').customerId).toBe(customerId('Fabrikam, Inc.'));
  });

  it('that was done although its answer was lost is done', async () => {
    const mine = write('Contoso Limited');
    stand.sandbox.control('map-in-work365', { tenant: 'Contoso Ltd', customer: 'Contoso Limited', by: '# Handshake' });
    expect(await stand.directory().writeMapping(mine)).toMatchObject({
      outcome: 'written',
      row: { etag: etagOf('Contoso Ltd') },
    });
  });

  it('of two at once lets one win', async () => {
    const directory = stand.directory();
    const both = [write('Contoso Limited'), write('Fabrikam, Inc.')];
    const outcomes = await Promise.all(both.map((one) => directory.writeMapping(one)));
    expect(outcomes.map((o) => o.outcome).toSorted()).toEqual(['changed', 'written']);
  });

  it('says which of the two is gone', async () => {
    const directory = stand.directory();
    const toCustomer = write(null, { customerId: '11111111-2222-4333-8444-555555555555' });
    expect(await directory.writeMapping(toCustomer)).toMatchObject({
      outcome: 'refused',
      refusal: { kind: 'customer-gone' },
    });
    const toRow = write('Contoso Limited');
    stand.sandbox.control('delete-row', { tenant: 'Contoso Ltd' });
    expect(await directory.writeMapping(toRow)).toEqual({ outcome: 'row-gone' });
  });

  it('that lacks a privilege names it', async () => {
    stand.sandbox.control('forbid-writing');
    const outcome = await stand.directory().writeMapping(write('Contoso Limited'));
    expect(outcome).toMatchObject({
      outcome: 'refused',
      refusal: { kind: 'no-right', words: 'prvWritework365_provideraccount' },
      trouble: { kind: 'denied', remedy: expect.stringContaining('prvWritework365_provideraccount') },
    });
  });

  it('that is throttled says until when', async () => {
    stand.sandbox.control('throttle', { service: 'dataverse', match: 'PATCH', retryAfterS: 120 });
    const outcome = await stand.directory().writeMapping(write('Contoso Limited'));
    expect(outcome).toMatchObject({ outcome: 'failed', trouble: { kind: 'throttled', retryAt: expect.any(Number) } });
    expect(rowOf('Contoso Ltd').customerId).toBeNull();
  });
});

describe('the set-up check', () => {
  it('finds nothing wrong with the documented names', async () => {
    expect(await stand.directory().check()).toEqual([]);
  });

  it.each([
    ['the table', { table: 'new_provideraccount' }, 'no table "work365_provideraccount"', 'providerAccount.table'],
    ['the set', { set: 'work365_provideraccountset' }, 'is called "work365_provideraccountset"', 'providerAccount.set'],
    ['the key', { key: 'provideraccountid' }, 'is called "provideraccountid"', 'providerAccount.id'],
    [
      'the tenant column',
      { tenant: 'work365_tenantid' },
      'no column "work365_provideraccount_prov',
      'providerAccount.tenant',
    ],
    [
      'the lookup',
      { account: 'work365_account' },
      'no column "work365_provideraccount_account"',
      'providerAccount.account',
    ],
  ])('names it when %s is called otherwise', async (_name, names, detail, key) => {
    await restart({ names });
    const [trouble] = await stand.directory().check();
    expect(trouble).toMatchObject({ kind: 'misconfigured', detail: expect.stringContaining(detail) });
    expect(trouble?.remedy).toBe(`Put the right name into the file that WORK365_SCHEMA names, at ${key}.`);
  });

  it('names every wrong column', async () => {
    await restart({ names: { tenant: 'a_tenant', name: 'a_name' } });
    expect((await stand.directory().check()).map((t) => t.remedy?.split(' at ')[1])).toEqual([
      'providerAccount.name.',
      'providerAccount.tenant.',
    ]);
  });

  it('is content when the file gives the right names', async () => {
    await restart({
      names: { table: 'a_table', set: 'a_tables', key: 'a_tableid', account: 'a_account', navigation: 'a_Account' },
    });
    const file = schemaFile({
      providerAccount: { table: 'a_table', set: 'a_tables', id: 'a_tableid', account: 'a_account' },
    });
    const directory = stand.directory({ schemaFile: file });
    expect(await directory.check()).toEqual([]);
    const row = rowOf('Contoso Ltd');
    const outcome = await directory.writeMapping({
      rowId: row.id,
      etag: etagOf('Contoso Ltd'),
      customerId: customerId('Contoso Limited'),
    });
    expect(outcome.outcome).toBe('written');
  });

  it('names a wrong navigation property', async () => {
    const [trouble] = await stand.directory({ schemaFile: schemaFile({ providerAccount: { bind: 'wrong' } }) }).check();
    expect(trouble?.detail).toContain('"wrong" is called "work365_provideraccount_Account"');
  });

  it.each([
    ['is not JSON', '{'],
    ['has an unknown part', { provideracount: {} }],
    ['has an unknown name', { providerAccount: { tenantid: 'x' } }],
    ['has something that is no name', { providerAccount: { tenant: "x' or 1 eq 1" } }],
  ])('says so when the file %s', async (_name, content) => {
    const directory = stand.directory({ schemaFile: schemaFile(content) });
    const remedy = expect.stringContaining('WORK365_SCHEMA');
    expect(await directory.check()).toEqual([expect.objectContaining({ kind: 'misconfigured', remedy })]);
    await expect(all(directory.listRows())).rejects.toMatchObject({ trouble: { kind: 'misconfigured' } });
    expect(visits()).toHaveLength(0);
  });

  it('says so when there is no such file, and is content once it is there', async () => {
    const directory = stand.directory({ schemaFile: schemaPath() });
    expect(await directory.check()).toHaveLength(1);
    schemaFile({});
    expect(await directory.check()).toEqual([]);
  });

  it('names the credentials when we may not even sign in', async () => {
    const [trouble] = await stand.directory({ clientId: 'nobody' }).check();
    expect(trouble).toMatchObject({ kind: 'denied', remedy: 'Check DATAVERSE_CLIENT_ID and DATAVERSE_TENANT_ID.' });
  });
});
