import type { Trouble } from '../../../src/domain/source';
import { startStand } from '../../sandbox/stand';
import type { Stand } from '../../sandbox/stand';

let stand: Stand;
beforeEach(async () => {
  stand = await startStand();
});
afterEach(() => stand.sandbox.close());

const tenantId = (name: string) => stand.sandbox.world.findTenant(name)!.tenantId;
const visitsTo = (service: string) => stand.sandbox.visits.last.filter((v) => v.service === service);

describe('one tenant', () => {
  it('is seen with what delegated admin lets us see', async () => {
    const look = await stand.provider().readTenant(tenantId('Contoso Ltd'));
    expect(look).toMatchObject({ look: 'seen', value: { tenant: { domains: ['contoso.com'], country: 'GB' } } });
  });

  it('is seen with the country of its billing address where we have no delegated admin', async () => {
    stand.sandbox.control('set-admin', { tenant: 'Contoso Ltd', admin: 'none' });

    const look = await stand.provider().readTenant(tenantId('Contoso Ltd'));

    expect(look).toMatchObject({ look: 'seen', value: { tenant: { country: 'GB' } } });
    expect(look).not.toMatchObject({ value: { tenant: { domains: expect.anything() } } });
  });

  it.each([
    ['left', () => tenantId('School of Fine Art')],
    ['never accepted', () => '11111111-2222-4333-8444-555555555555'],
  ])('that %s is absent', async (_name, id) => {
    expect(await stand.provider().readTenant(id())).toEqual({ look: 'absent' });
  });

  it('is not asked for by something that is no tenant id', async () => {
    const look = await stand.provider().readTenant('contoso.com/../../');
    expect(look).toMatchObject({ look: 'failed', trouble: { kind: 'bad-answer' } });
    expect(visitsTo('partner-center')).toHaveLength(0);
  });

  const TABLE: readonly (readonly [number, number | string, 'absent' | Trouble['kind'], string])[] = [
    [403, 20002, 'absent', 'no commerce relationship'],
    [400, '20002', 'absent', 'no relationship, with another status'],
    [404, 60003, 'absent', 'tenant not found'],
    [404, '1000', 'absent', 'not found'],
    [400, 900118, 'bad-answer', 'invalid customer id'],
    [403, 2032, 'denied', 'access denied'],
    [401, 400, 'denied', 'access denied'],
    [403, 900149, 'denied', 'program not active'],
    [403, '900150', 'denied', 'role lacks the right'],
    [401, 900421, 'denied', 'no MFA'],
    [400, 3000, 'bad-answer', 'invalid property'],
    [403, 1002, 'denied', 'not the type of partner'],
    [403, 600006, 'denied', 'action not allowed'],
    [403, 77777, 'denied', 'a code nobody has listed'],
    [404, 77777, 'bad-answer', 'a code nobody has listed'],
    [400, 1000, 'bad-answer', 'a code that says absent with 404 only'],
    [500, 20002, 'unreachable', 'their fault, whatever the code'],
    [503, 1, 'unreachable', 'their fault'],
  ];
  it.each(TABLE)('with HTTP %i and code %s is %s (%s)', async (status, code, expected) => {
    const id = tenantId('Contoso Ltd');
    const answer = { status, body: { code, description: 'x', data: [], source: 'PartnerFD' } };
    stand.sandbox.control('answer', { service: 'partner-center', match: id, answer });
    const look = await stand.provider().readTenant(id);
    expect(look.look === 'failed' ? look.trouble.kind : look.look).toBe(expected);
    if (look.look === 'failed') expect(look.trouble.remedy).toBeTruthy();
  });

  it('behind a wall of MFA says which setting helps', async () => {
    const answer = { status: 401, body: { code: 900421, description: 'MFA' } };
    stand.sandbox.control('answer', { service: 'partner-center', answer });
    const look = await stand.provider().readLicences(tenantId('Contoso Ltd'));
    expect(look).toMatchObject({ trouble: { remedy: expect.stringContaining('PARTNER_CENTER_REFRESH_TOKEN') } });
  });

  it('behind a throttling says until when', async () => {
    stand.sandbox.control('throttle', { service: 'partner-center', retryAfterS: 57 });
    const look = await stand.provider().readTenant(tenantId('Contoso Ltd'));
    expect(look).toMatchObject({ look: 'failed', trouble: { kind: 'throttled', retryAt: expect.any(Number) } });
    expect(visitsTo('partner-center')).toHaveLength(1);
  });

  it.each([
    ['HTML from a gateway', 'html', {}, 'unreachable'],
    ['HTML with status 200', 'html', { status: 200 }, 'bad-answer'],
    ['lost connections', 'drop', {}, 'unreachable'],
    ['silence', 'hang', {}, 'unreachable'],
    ['another shape', 'answer', { answer: { status: 200, body: { surprise: true } } }, 'bad-answer'],
  ] as const)('behind %s could not be looked at', async (_name, action, more, kind) => {
    const attemptMs = action === 'hang' ? 30 : 5_000;
    stand.sandbox.control(action, { service: 'partner-center', ...more });
    const look = await stand
      .provider({ http: { attemptMs, retries: 1, firstBackoffMs: 1 } })
      .readTenant(tenantId('CP&L'));
    expect(look).toMatchObject({ look: 'failed', trouble: { source: 'partner-center', kind } });
  });

  it('is read again with a new token when the kept one was revoked', async () => {
    const provider = stand.provider();
    await provider.readTenant(tenantId('Contoso Ltd'));
    stand.sandbox.control('revoke-tokens');
    expect(await provider.readTenant(tenantId('Contoso Ltd'))).toMatchObject({ look: 'seen' });
    expect(visitsTo('entra')).toHaveLength(2);
  });
});

describe('headers', () => {
  it('carry one request id through silence, and a new one after an answer', async () => {
    stand.sandbox.control('drop', { service: 'partner-center', times: 1 });
    stand.sandbox.control('fail', { service: 'partner-center', times: 1 });
    await stand.provider().readTenant(tenantId('Contoso Ltd'));
    const [lost, failed, good] = visitsTo('partner-center').map((v) => v.headers['ms-requestid']);
    expect(failed).toBe(lost);
    expect(good).not.toBe(lost);
    const correlations = new Set(visitsTo('partner-center').map((v) => v.headers['ms-correlationid']));
    expect(correlations.size).toBe(1);
  });

  it('need one token for many questions at once', async () => {
    const provider = stand.provider();
    await Promise.all(['Contoso Ltd', 'CP&L', 'HKB', 'GDI'].map((name) => provider.readTenant(tenantId(name))));
    expect(visitsTo('entra')).toHaveLength(1);
  });
});

describe('search', () => {
  it('finds by the start of a name, without case', async () => {
    const look = await stand.provider().findTenants('name', 'NORTHWIND');
    expect(look.look === 'seen' && look.value.map((t) => t.tenant.name)).toEqual([
      'Northwind Traders',
      'Northwind Traders GmbH',
      'Northwind Electric Cars',
    ]);
  });

  it('finds by the start of the initial domain', async () => {
    const look = await stand.provider().findTenants('domain', 'fabrikam');
    expect(look).toMatchObject({ look: 'seen', value: [{ tenant: { name: 'Fabrikam Inc' } }] });
  });

  it('sends what people type as a value and nothing else', async () => {
    const typed = '"}&size=1&filter={"Field":"#%';
    expect(await stand.provider().findTenants('name', typed)).toEqual({ look: 'seen', value: [] });
    const query = new URLSearchParams(visitsTo('partner-center')[0]?.query);
    expect(JSON.parse(query.get('filter')!)).toEqual({ Field: 'CompanyName', Value: typed, Operator: 'starts_with' });
    expect(query.get('size')).toBe('0');
  });
});

describe('what a tenant has', () => {
  it('is read with the app’s token where that is enough, and with the user’s where not', async () => {
    const provider = stand.provider();
    const id = tenantId('Contoso Ltd');
    const looks = [
      await provider.readSubscriptions(id),
      await provider.readLicences(id),
      await provider.readServices(id),
      await provider.readUsers(id),
    ];
    for (const look of looks)
      expect(look).toMatchObject({ look: 'seen', value: expect.arrayContaining([expect.anything()]) });
    expect(await provider.invitationLink()).toMatchObject({
      look: 'seen',
      value: expect.stringContaining('invType=ResellerRelationship'),
    });
  });

  it('is partly not to be had without a user', async () => {
    const provider = stand.provider({ refreshToken: undefined } as never);
    const trouble = { kind: 'misconfigured', remedy: expect.stringContaining('PARTNER_CENTER_REFRESH_TOKEN') };
    expect(await provider.invitationLink()).toMatchObject({ look: 'failed', trouble });
    expect(await provider.readSubscriptions(tenantId('CP&L'))).toMatchObject({ look: 'seen' });
  });

  it('says what to do when the user’s consent is gone', async () => {
    stand.sandbox.control('withdraw-consent');
    const trouble = { kind: 'denied', remedy: expect.stringContaining('PARTNER_CENTER_REFRESH_TOKEN') };
    expect(await stand.provider().readUsers(tenantId('CP&L'))).toMatchObject({ look: 'failed', trouble });
  });
});

describe('the agreement', () => {
  it.each([
    ['Fabrikam Inc', 'signed'],
    ['Contoso Ltd', 'signed'],
    ['Test Tenant 7', 'not-signed'],
    ['School of Fine Art', 'not-checked'],
  ])('of %s is %s', async (name, state) => {
    expect((await stand.provider().readAgreement(tenantId(name))).state).toBe(state);
  });

  it('has a time when we attested it', async () => {
    const { acceptedAt } = stand.sandbox.world.findTenant('Fabrikam Inc')!;
    expect(await stand.provider().readAgreement(tenantId('Fabrikam Inc'))).toMatchObject({ signedAt: acceptedAt });
  });

  it('is not configured without a user', async () => {
    const provider = stand.provider({ refreshToken: undefined } as never);
    expect(await provider.readAgreement(tenantId('Contoso Ltd'))).toEqual({ state: 'not-configured' });
  });

  it('is unknown, not unsigned, when it cannot be read', async () => {
    stand.sandbox.control('fail', { service: 'partner-center', match: 'agreements' });
    expect(await stand.provider().readAgreement(tenantId('Test Tenant 7'))).toMatchObject({ state: 'could-not-look' });
  });
});

describe('delegated admin', () => {
  it.each([
    ['Contoso Ltd', 'active'],
    ['Woodgrove Bank', 'active'],
    ['HKB', 'pending'],
    ['Litware Retail', 'expired'],
    ['Test Tenant 7', 'none'],
  ])('of %s is %s', async (name, state) => {
    const fact = await stand.provider().readAdmin(tenantId(name));
    expect(fact).toMatchObject({ state, source: 'graph' });
  });

  it.each([
    ['fail', {}, 'unreachable'],
    ['answer', { answer: { status: 403, body: { error: { code: 'Authorization_RequestDenied' } } } }, 'denied'],
    ['answer', { answer: { status: 200, body: { nothing: true } } }, 'bad-answer'],
    [
      'answer',
      { answer: { status: 200, body: { 'value': [], '@odata.nextLink': 'http://thief.example/' } } },
      'bad-answer',
    ],
  ] as const)('is unknown when Graph gives %s %j', async (action, more, kind) => {
    stand.sandbox.control(action, { service: 'graph', ...more });
    const fact = await stand.provider().readAdmin(tenantId('Contoso Ltd'));
    expect(fact).toMatchObject({ state: 'could-not-look', trouble: { source: 'graph', kind } });
  });
});

it('tells no secret in any trouble', async () => {
  for (const service of ['entra', 'partner-center', 'graph']) stand.sandbox.control('drop', { service });
  const provider = stand.provider({ http: { retries: 0 } });
  const id = tenantId('Contoso Ltd');
  const told = JSON.stringify([
    await provider.readTenant(id),
    await provider.readUsers(id),
    await provider.readAdmin(id),
  ]);
  for (const secret of ['sandbox-client-secret', 'sandbox-refresh-token', 'sandbox.'])
    expect(told).not.toContain(secret);
});
