import { all, startStand } from '../../sandbox/stand';
import type { Stand } from '../../sandbox/stand';

let stand: Stand;
beforeEach(async () => {
  stand = await startStand();
});
afterEach(() => stand.sandbox.close());

const tenantId = (name: string) => stand.sandbox.world.findTenant(name)!.tenantId;

/** Partner Center answers requests that hold `match` with this. */
function answers(match: string, body: unknown, times = 1): void {
  stand.sandbox.control('answer', { service: 'partner-center', match, times, answer: { status: 200, body } });
}

const A = 'b44bb1fb-c595-45b0-9e09-d657365580bf';
const B = 'c55cc2fc-c595-45b0-9e09-d657365580bf';
const item = (
  id: unknown,
  companyName: unknown,
  relation: unknown = 'reseller',
  domain: unknown = 'a.onmicrosoft.com',
) => ({
  id,
  companyProfile: { tenantId: id, domain, companyName },
  relationshipToPartner: relation,
});

describe('a list of customers with a bad item (S14)', () => {
  it.each([
    ['null', null],
    ['without an id', { companyProfile: { companyName: 'Nobody' } }],
    ['with an id that is none', item('42', 'Nobody')],
    ['that is text', 'b44bb1fb'],
  ])('%s holds the others, and the bad one is counted with its place', async (_name, bad) => {
    answers('/v1/customers?size', { items: [item(A, 'Contoso'), bad, item(B, 'Fabrikam')] });
    const provider = stand.provider();
    expect((await all(provider.listTenants())).map((t) => t.tenant.name)).toEqual(['Contoso', 'Fabrikam']);
    expect(provider.badItems()).toEqual([{ line: 2, problem: expect.any(String) }]);
  });

  it('is whole again when the next one is', async () => {
    const provider = stand.provider();
    answers('/v1/customers?size', { items: [null, item(A, 'Contoso')] });
    await all(provider.listTenants());
    answers('/v1/customers?size', { items: [item(A, 'Contoso')] });
    await all(provider.listTenants());
    expect(provider.badItems()).toEqual([]);
  });

  it('whose items are null is empty only when it says so', async () => {
    answers('/v1/customers?size', { totalCount: 0, items: null });
    expect(await all(stand.provider().listTenants())).toEqual([]);
    answers('/v1/customers?size', { totalCount: 3, items: null });
    await expect(all(stand.provider().listTenants())).rejects.toMatchObject({ trouble: { kind: 'bad-answer' } });
  });

  it('that goes on and does not say how is not whole', async () => {
    answers('/v1/customers?size', { items: [item(A, 'Contoso')], continuationToken: {} });
    await expect(all(stand.provider().listTenants())).rejects.toMatchObject({ trouble: { kind: 'bad-answer' } });
    answers('/v1/customers?size', { items: [item(A, 'Contoso')], links: { next: { headers: null } } });
    await expect(all(stand.provider().listTenants())).rejects.toMatchObject({ trouble: { kind: 'bad-answer' } });
  });

  it('takes what it can of fields that are null, missing or of another type', async () => {
    const strange = { ...item(A, 7, null, null), customDomains: [null, 'Contoso.com'], billingProfile: 'none' };
    answers('/v1/customers?size', { items: [strange, { id: B }], links: null, continuationToken: null });
    const provider = stand.provider();
    expect(await all(provider.listTenants())).toEqual([
      { tenant: { tenantId: A, name: '7', domains: ['contoso.com'] }, relation: 'unknown', relationName: 'unknown' },
      { tenant: { tenantId: B, name: B }, relation: 'unknown', relationName: 'unknown' },
    ]);
    const problem = expect.stringContaining('what it is to us');
    expect(provider.badItems()).toEqual([
      { line: 1, problem, taken: true },
      { line: 2, problem, taken: true },
    ]);
  });
});

describe('a tenant that is listed twice (S4)', () => {
  it.each([
    ['the other relation second', [item(A, 'Contoso'), item(A, 'CONTOSO LTD (old)', 'none')]],
    ['the other relation first', [item(A, 'CONTOSO LTD (old)', 'none'), item(A, 'Contoso')]],
    ['twice the same relation', [item(A, 'Contoso'), item(A.toUpperCase(), 'CONTOSO LTD (old)')]],
  ])('is one reseller customer with one name: %s', async (_name, items) => {
    answers('/v1/customers?size', { items });
    expect(await all(stand.provider().listTenants())).toMatchObject([
      { tenant: { tenantId: A, name: 'Contoso' }, relation: 'reseller' },
    ]);
  });

  it('on two pages is one, too', async () => {
    answers('/v1/customers?size', { items: [item(A, 'Old name', 'none')], continuationToken: 'next' });
    answers('seekOperation=Next', { items: [item(A, 'Contoso'), item(B, 'Fabrikam')] });
    expect((await all(stand.provider().listTenants())).map((t) => t.tenant.name)).toEqual(['Contoso', 'Fabrikam']);
  });
});

describe('ids and domains in other forms (S25, S15)', () => {
  it('are brought to one form', async () => {
    const id = `{${A.toUpperCase()}}`;
    answers('/v1/customers?size', { items: [item(id, 'Contoso', 'Reseller', 'XN--MLLER-HANDEL-DLB.de')] });
    expect(await all(stand.provider().listTenants())).toMatchObject([
      { tenant: { tenantId: A, defaultDomain: 'müller-handel.de' }, relation: 'reseller' },
    ]);
  });

  it('are understood when asked for', async () => {
    const look = await stand.provider().readTenant(`{${tenantId('Contoso Ltd').toUpperCase()}}`);
    expect(look).toMatchObject({ look: 'seen', value: { tenant: { name: 'Contoso Ltd' } } });
  });
});

describe('what a customer has', () => {
  it('is shown with defaults for what is null (S14)', async () => {
    const id = tenantId('Contoso Ltd');
    answers('/subscriptions', {
      items: [{ id: 's1', offerName: null, friendlyName: 'Office', quantity: null, status: null, isTrial: 'no' }],
    });
    expect(await stand.provider().readSubscriptions(id)).toEqual({
      look: 'seen',
      value: [{ id: 's1', offer: 'Office', name: 'Office', quantity: 0, status: 'none' }],
    });
  });

  it('is shown without the item that cannot be read, and said to be a part', async () => {
    answers('/subscriptions', { items: [null, { id: 's1', quantity: '3', status: 'Active' }] });
    expect(await stand.provider().readSubscriptions(tenantId('Contoso Ltd'))).toEqual({
      look: 'seen',
      value: [{ id: 's1', offer: 's1', quantity: 3, status: 'active' }],
      isPart: true,
    });
  });

  const people = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => ({ userPrincipalName: `u${from + i}@contoso.com`, displayName: null }));

  it('has every user, page by page (S21)', async () => {
    answers('/users?size=500', { items: people(0, 500), continuationToken: 'more' });
    answers('/users?seekOperation=Next', { items: people(500, 200) });
    const look = await stand.provider().readUsers(tenantId('Contoso Ltd'));
    expect(look.look === 'seen' && look.value).toHaveLength(700);
    expect(look).not.toHaveProperty('isPart');
    const [, second] = stand.sandbox.visits.last.filter((v) => v.path.endsWith('/users'));
    expect(second?.headers['ms-continuationtoken']).toBe('more');
  });

  it('says that there are more users than can be read while somebody waits (S21)', async () => {
    answers('/users?size=500', { items: people(0, 500), continuationToken: 'more-0' });
    for (let i = 1; i < 25; i++) {
      answers('/users?seekOperation=Next', { items: people(i * 500, 500), continuationToken: `more-${i}` });
    }
    const look = await stand.provider().readUsers(tenantId('Contoso Ltd'));
    expect(look).toMatchObject({ look: 'seen', isPart: true });
    expect(look.look === 'seen' && look.value).toHaveLength(10_000);
  });

  it('is not counted by half when the second page fails', async () => {
    answers('/users?size=500', { items: people(0, 500), continuationToken: 'more' });
    stand.sandbox.control('fail', { service: 'partner-center', match: 'seekOperation=Next' });
    expect(await stand.provider().readUsers(tenantId('Contoso Ltd'))).toMatchObject({ look: 'failed' });
  });
});
