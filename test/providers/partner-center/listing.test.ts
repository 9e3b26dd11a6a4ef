import { SourceFailure } from '../../../src/domain/source';
import type { Trouble } from '../../../src/domain/source';
import { Secret } from '../../../src/runtime/secret';
import { all, startStand } from '../../sandbox/stand';
import type { Stand } from '../../sandbox/stand';

let stand: Stand;
beforeEach(async () => {
  stand = await startStand();
});
afterEach(() => stand.sandbox.close());

const tenantId = (name: string) => stand.sandbox.world.findTenant(name)!.tenantId;
const visitsTo = (service: string) => stand.sandbox.visits.last.filter((v) => v.service === service);

async function failureOf(pages: AsyncIterable<readonly unknown[]>): Promise<Trouble> {
  try {
    await all(pages);
  } catch (error) {
    if (error instanceof SourceFailure) return error.trouble;
    throw error;
  }
  throw new Error('the list did not fail');
}

describe('the list of customers', () => {
  it('holds every tenant in a relationship, and what kind it is', async () => {
    const tenants = await all(stand.provider().listTenants());
    const expected = stand.sandbox.world.state.tenants.filter((t) => t.relation !== 'none');
    expect(tenants.map((t) => t.tenant.tenantId)).toEqual(expected.map((t) => t.tenantId));
    expect(tenants.find((t) => t.tenant.name === 'Contoso Ltd')).toEqual({
      tenant: { tenantId: tenantId('Contoso Ltd'), name: 'Contoso Ltd', defaultDomain: 'contoso.onmicrosoft.com' },
      relation: 'reseller',
      relationName: 'reseller',
    });
    expect(tenants.find((t) => t.tenant.name === 'Relecloud')).toMatchObject({
      relation: 'other',
      relationName: 'advisor',
    });
  });

  it('goes on with the token in a header, and with no size', async () => {
    await stand.sandbox.close();
    stand = await startStand({ crowd: { tenants: 1200, customers: 0 } });
    const pages: number[] = [];
    for await (const page of stand.provider().listTenants()) pages.push(page.length);
    // One of the first page is no reseller customer; those come at the end.
    expect(pages).toEqual([499, 500, 241, 1]);
    const asked = visitsTo('partner-center');
    expect(asked.map((v) => v.path + v.query)).toEqual([
      '/v1/customers?size=500',
      '/v1/customers?seekOperation=Next',
      '/v1/customers?seekOperation=Next',
    ]);
    expect(asked.map((v) => v.headers['ms-continuationtoken'] !== undefined)).toEqual([false, true, true]);
  });

  it('ends with a failure when a token repeats', async () => {
    stand.sandbox.control('repeat-tokens');
    expect(await failureOf(stand.provider().listTenants())).toMatchObject({ kind: 'bad-answer' });
    expect(visitsTo('partner-center')).toHaveLength(2);
  });

  it('ends with a failure when it has too many pages', async () => {
    await stand.sandbox.close();
    stand = await startStand({ crowd: { tenants: 2000, customers: 0 } });
    const trouble = await failureOf(stand.provider({ maxPages: 3 }).listTenants());
    expect(trouble).toMatchObject({ kind: 'bad-answer', detail: 'list of customers: the list has more than 3 pages' });
  });

  it('is no shorter for a failure on its way', async () => {
    await stand.sandbox.close();
    stand = await startStand({ crowd: { tenants: 2000, customers: 0 } });
    stand.sandbox.control('html', { service: 'partner-center', match: 'seekOperation=Next', times: 1 });
    stand.sandbox.control('drop', { service: 'partner-center', match: 'seekOperation=Next', times: 1 });
    expect(await all(stand.provider().listTenants())).toHaveLength(2041);
  });

  it('is read one page at a time, however long it is', async () => {
    await stand.sandbox.close();
    stand = await startStand({ crowd: { tenants: 100_000, customers: 0 }, quirks: false });
    let seen = 0;
    let ahead = 0;
    for await (const page of stand.provider({ http: {} }).listTenants()) {
      seen += page.length;
      // A page is asked for only when the one before has been taken.
      ahead = Math.max(ahead, (stand.sandbox.visits.count['partner-center'] ?? 0) - Math.ceil(seen / 500));
    }
    expect(seen).toBe(100_041);
    expect(ahead).toBe(0);
  }, 120_000);

  it('says which app is wrong when we may not look', async () => {
    const wrong = { kind: 'secret', secret: new Secret('wrong') } as const;
    const trouble = await failureOf(stand.provider({ credential: wrong }).listTenants());
    expect(trouble).toMatchObject({
      kind: 'denied',
      remedy: 'Check PARTNER_CENTER_CLIENT_ID and PARTNER_CENTER_CLIENT_SECRET.',
    });
  });
});
