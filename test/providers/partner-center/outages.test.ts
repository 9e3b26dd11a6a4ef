import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Trouble } from '../../../src/domain/source';
import { all, startStand, turnedClock } from '../../sandbox/stand';
import type { Stand } from '../../sandbox/stand';

/** What the adapters do when a service of the sandbox is in trouble, on the wire. */

let stand: Stand;
beforeEach(async () => {
  stand = await startStand();
});
afterEach(() => stand.sandbox.close());

const tenantId = (name: string) => stand.sandbox.world.findTenant(name)!.tenantId;
const visitsTo = (service: string) => stand.sandbox.visits.last.filter((v) => v.service === service);

describe('one customer whose data the service cannot read (S22)', () => {
  it('blocks nobody else, whatever is asked about it', async () => {
    const id = tenantId('Contoso Ltd');
    const provider = stand.provider();
    stand.sandbox.control('fail', { service: 'partner-center', match: id, status: 500 });
    for (let i = 0; i < 3; i++) {
      expect(await provider.readSubscriptions(id)).toMatchObject({ look: 'failed' });
      expect(await provider.readTenant(id)).toMatchObject({ look: 'failed' });
    }

    expect(await provider.readSubscriptions(tenantId('CP&L'))).toMatchObject({ look: 'seen' });
    expect((await all(provider.listTenants())).length).toBeGreaterThan(10);
  });

  it('blocks none of its own other calls, and is left alone where it fails', async () => {
    const id = tenantId('Contoso Ltd');
    const provider = stand.provider();
    stand.sandbox.control('fail', { service: 'partner-center', match: 'subscriptions', status: 500 });
    for (let i = 0; i < 4; i++) await provider.readSubscriptions(id);
    const asked = visitsTo('partner-center').length;

    expect(await provider.readSubscriptions(id)).toMatchObject({
      trouble: { detail: 'subscriptions of a customer: not asked, the last tries all failed' },
    });
    expect(visitsTo('partner-center')).toHaveLength(asked);
    expect(await provider.readTenant(id)).toMatchObject({ look: 'seen' });
  });
});

describe('a pause that a service asks for (S23)', () => {
  it('counts for everything of Partner Center until it is over', async () => {
    const clock = turnedClock();
    const provider = stand.provider({}, clock);
    stand.sandbox.control('throttle', { service: 'partner-center', times: 1, retryAfterS: 5 });
    const throttled = await provider.readTenant(tenantId('Contoso Ltd'));
    clock.turn(4_999);

    const looks = [
      await provider.readTenant(tenantId('CP&L')),
      await provider.findTenants('name', 'Fabrikam'),
      await provider.readSubscriptions(tenantId('CP&L')),
    ];
    expect(visitsTo('partner-center')).toHaveLength(1);
    for (const look of [throttled, ...looks]) expect(look).toMatchObject({ trouble: { kind: 'throttled' } });
    expect(await provider.readAdmin(tenantId('CP&L'))).not.toMatchObject({ state: 'could-not-look' });

    clock.turn(1);
    expect(await provider.readTenant(tenantId('CP&L'))).toMatchObject({ look: 'seen' });
  });

  it('counts for everything of Graph', async () => {
    const provider = stand.provider({}, turnedClock());
    stand.sandbox.control('throttle', { service: 'graph', times: 1, retryAfterS: 5 });
    await provider.readAdmin(tenantId('Contoso Ltd'));

    const fact = await provider.readAdmin(tenantId('CP&L'));
    expect(fact).toMatchObject({ state: 'could-not-look', trouble: { source: 'graph', kind: 'throttled' } });
    expect(visitsTo('graph')).toHaveLength(1);
    expect(await provider.readTenant(tenantId('CP&L'))).toMatchObject({ look: 'seen' });
  });

  it('counts for everything of Dataverse, where jobs wait for its end', async () => {
    const clock = turnedClock();
    const directory = stand.directory({}, clock);
    stand.sandbox.control('throttle', { service: 'dataverse', times: 1, retryAfterS: 5 });
    const began = clock.now();
    const at: number[] = [];
    const heard: Trouble[] = [];
    const reading = all(directory.listRows(undefined, (trouble) => heard.push(trouble)));
    const customers = all(directory.listCustomers());
    await Promise.all([reading.then(() => at.push(clock.now())), customers.then(() => at.push(clock.now()))]);

    expect(Math.min(...at) - began).toBeGreaterThanOrEqual(5_000);
    expect(heard).toContainEqual(expect.objectContaining({ source: 'work365', kind: 'throttled' }));
  });

  it('is heard of while the list still waits for its end', async () => {
    const clock = turnedClock();
    const provider = stand.provider({}, clock);
    stand.sandbox.control('throttle', { service: 'partner-center', times: 2, retryAfterS: 15 });
    const began = clock.now();
    const heard: number[] = [];

    const list = await all(
      provider.listTenants(undefined, ({ kind }) => kind === 'throttled' && heard.push(clock.now())),
    );

    expect(list.length).toBeGreaterThan(10);
    expect(clock.now() - began).toBe(30_000);
    expect(heard[0]! - began).toBeLessThan(10_000);
  });
});

describe('signing in', () => {
  /** Somewhere that nobody configured; whatever arrives there is kept. */
  async function elsewhere() {
    const bodies: string[] = [];
    const server = createServer((request, response) => {
      request.on('data', (part: Buffer) => bodies.push(part.toString()));
      request.on('end', () => response.end('{}'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}/`, bodies, close: () => server.close() };
  }

  it.each([301, 302, 303, 307, 308])('follows no redirect %i: the secret stays where it belongs', async (status) => {
    const other = await elsewhere();
    const answer = { status, headers: { location: other.url } };
    stand.sandbox.control('answer', { service: 'entra', answer });

    const look = await stand.provider().readTenant(tenantId('Contoso Ltd'));
    const rows = all(stand.directory().listRows());

    expect(look).toMatchObject({
      trouble: { kind: 'bad-answer', detail: `sign-in: HTTP ${status}: a redirect, which is not followed` },
    });
    await expect(rows).rejects.toThrow('a redirect');
    expect(other.bodies).toEqual([]);
    other.close();
  });

  it.each(['partner-center', 'graph'] as const)('is not repeated to where %s redirects', async (service) => {
    const other = await elsewhere();
    stand.sandbox.control('answer', { service, answer: { status: 307, headers: { location: other.url } } });

    const provider = stand.provider();
    const seen = [
      await provider.readTenant(tenantId('Contoso Ltd')),
      await provider.readAdmin(tenantId('Contoso Ltd')),
    ];

    expect(seen).toContainEqual(expect.objectContaining({ trouble: expect.objectContaining({ kind: 'bad-answer' }) }));
    expect(other.bodies).toEqual([]);
    other.close();
  });

  it('works again as soon as the sign-in host does', async () => {
    const provider = stand.provider();
    stand.sandbox.control('fail', { service: 'entra', times: 3 });
    expect(await provider.readTenant(tenantId('Contoso Ltd'))).toMatchObject({ look: 'failed' });

    expect(await provider.readTenant(tenantId('Contoso Ltd'))).toMatchObject({ look: 'seen' });
  });

  it('that takes longer than a person waits is no longer waited for', async () => {
    stand.sandbox.control('hang', { service: 'entra' });
    const look = await stand.provider().readTenant(tenantId('Contoso Ltd'), AbortSignal.timeout(50));

    expect(look).toMatchObject({ trouble: { kind: 'unreachable', detail: 'sign-in: no answer in time' } });
  });
});
