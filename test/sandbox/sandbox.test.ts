import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MINUTE, SECOND } from '../../src/domain/time';
import { CAST_TENANTS } from '../../src/sandbox/cast';
import { startSandbox } from '../../src/sandbox/sandbox';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/sandbox';
import { all, startStand, turnedClock } from './stand';

const open: Sandbox[] = [];
async function start(options: SandboxOptions = {}) {
  const clock = turnedClock();
  const told: string[] = [];
  const sandbox = await startSandbox({ clock, moves: false, told: (line) => told.push(line), ...options });
  open.push(sandbox);
  return { sandbox, clock, told };
}
afterEach(() => Promise.all(open.splice(0).map((sandbox) => sandbox.close())));

describe('the world', () => {
  it('has customers, and tenants in every state', async () => {
    const { world } = (await start()).sandbox;
    expect(world.state.customers).toHaveLength(150);
    expect(world.state.tenants.length).toBeGreaterThanOrEqual(40);
    const rows = world.state.rows;
    expect(rows.filter((r) => r.customerId === null && r.syncEnabled).length).toBeGreaterThanOrEqual(12);
    expect(rows.filter((r) => r.customerId !== null).length).toBeGreaterThanOrEqual(15);
    expect(world.state.tenants.filter((t) => !rows.some((r) => r.tenantId === t.tenantId)).map((t) => t.name)).toEqual([
      'Northwind Electric Cars',
      'Nod Publishers',
      'Consolidated Messenger',
      'Relecloud',
    ]);
  });

  it('has one Contoso and one Fabrikam, and several Northwinds', async () => {
    const names = (await start()).sandbox.world.state.tenants.map((t) => t.name);
    const count = (text: string) => names.filter((name) => name.includes(text)).length;
    expect([count('Contoso'), count('Fabrikam'), count('Northwind')]).toEqual([1, 1, 3]);
  });

  it('knows of each of the cast who it truly is', async () => {
    const { world } = (await start()).sandbox;
    for (const cast of CAST_TENANTS.filter((t) => t.of !== undefined)) {
      expect([cast.name, world.findCustomer(cast.of!)?.name]).toEqual([cast.name, cast.of]);
    }
  });

  it('has with several providers a second Partner Center tenant and a distributor, and customers in two of them', async () => {
    const { world } = (await start({ several: true })).sandbox;
    const { tenants, second = [], rows, providers = [] } = world.state;
    expect(providers.map(({ name }) => name)).toEqual(['Partner Center Germany', 'TD SYNNEX']);
    const ids = new Set(tenants.map(({ tenantId }) => tenantId));
    expect(second.filter(({ tenantId }) => ids.has(tenantId)).map(({ label }) => label)).toEqual([
      'fourthcoffee',
      'lamnahealth',
      'lucernepub',
    ]);
    expect(rows.filter(({ tenantId }) => tenantId.startsWith('TD-'))).toHaveLength(3);
  });

  it('lets a company accept in the second tenant under the id that it has; Work 365 sees it there', async () => {
    const { sandbox } = await start({ several: true });
    const first = sandbox.world.findTenant('Proseware')!;
    sandbox.control('accept-in-second', { name: 'Proseware' });
    sandbox.control('sync');
    expect(sandbox.world.rowOf('Proseware', 'Partner Center Germany')?.tenantId).toBe(first.tenantId);
    expect(() => sandbox.control('accept-in-second', { name: 'Proseware' })).toThrow(/already/);
  });

  it('is the same for the same seed and another for another', async () => {
    const one = (await start({ seed: 'a' })).sandbox.world.state;
    const same = (await start({ seed: 'a' })).sandbox.world.state;
    const other = (await start({ seed: 'b' })).sandbox.world.state;
    expect(same).toEqual(one);
    expect(other.tenants[0]?.tenantId).not.toBe(one.tenants[0]?.tenantId);
  });

  it('moves: one accepts after 20 s and each minute, Work 365 sees it 30 s later', async () => {
    const { sandbox, clock, told } = await start();
    sandbox.world.begin();
    const after = (ms: number) => {
      clock.turn(ms);
      sandbox.advance();
      return told.splice(0);
    };
    expect(after(19 * SECOND)).toEqual([]);
    expect(after(1 * SECOND)).toEqual(['Tailspin Toys accepted the invitation']);
    expect(after(29 * SECOND)).toEqual([]);
    expect(after(1 * SECOND)).toEqual(['Work 365 has seen Tailspin Toys']);
    expect(after(30 * SECOND)).toEqual(['WWI GmbH accepted the invitation']);
  });

  it('comes to rest when everybody has accepted', async () => {
    const { sandbox, clock } = await start();
    sandbox.world.begin();
    clock.turn(1000 * MINUTE);
    sandbox.advance();
    sandbox.advance();
    expect(sandbox.world.state.invited).toEqual([]);
    expect(sandbox.world.state.nextAcceptance).toBeUndefined();
    const { tenants, rows } = sandbox.world.state;
    expect(new Set(tenants.map((t) => t.tenantId)).size).toBe(tenants.length);
    expect(new Set(rows.map((r) => r.id)).size).toBe(rows.length);
  });
});

describe('a kept world', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('is there again after a stop, mappings too', async () => {
    const stateFile = join(folder, 'deep', 'world.json');
    const first = (await start({ stateFile })).sandbox;
    first.control('map-in-work365', { tenant: 'Contoso Ltd', customer: 'Contoso Limited' });
    first.control('accept');
    await first.close();
    const { world } = (await start({ stateFile })).sandbox;
    expect(world.state).toEqual(first.world.state);
    expect(world.rowOf('Contoso Ltd')?.customerId).toBe(world.findCustomer('Contoso Limited')?.id);
  });

  it('does not make up for the time in which nobody ran it', async () => {
    const stateFile = join(folder, 'world.json');
    const first = await start({ stateFile });
    first.sandbox.world.begin();
    first.sandbox.control('accept');
    const { sandbox, clock, told } = await start({ stateFile });
    clock.turn(300 * MINUTE);
    sandbox.world.begin();
    sandbox.advance();
    expect(told).toEqual([]);
    clock.turn(30 * SECOND);
    sandbox.advance();
    expect(told).toEqual(['WWI GmbH accepted the invitation', 'Work 365 has seen Tailspin Toys']);
  });

  it('that cannot be read begins anew', async () => {
    const stateFile = join(folder, 'world.json');
    writeFileSync(stateFile, '{"half":');
    const { sandbox } = await start({ stateFile });
    sandbox.control('accept');
    expect(JSON.parse(readFileSync(stateFile, 'utf8')).tenants).toHaveLength(sandbox.world.state.tenants.length);
  });
});

describe('the control API', () => {
  async function post(sandbox: Sandbox, action: string, body: unknown = {}) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(`${sandbox.urls.control}/control/${action}`, { method: 'POST', body: text });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  it('lets the next company accept, one by name, and a stranger', async () => {
    const { sandbox } = await start();
    expect((await post(sandbox, 'accept')).body).toMatchObject({ name: 'Tailspin Toys' });
    expect((await post(sandbox, 'accept', { name: 'wingtip toys' })).body).toMatchObject({ name: 'Wingtip Toys' });
    expect((await post(sandbox, 'accept', { name: 'Zava Ltd' })).body).toMatchObject({
      name: 'Zava Ltd',
      label: 'zavaltd',
    });
    expect(await post(sandbox, 'accept', { name: 'Zava Ltd' })).toEqual({
      status: 400,
      body: { problem: 'has accepted already' },
    });
  });

  it('lets one leave and come back', async () => {
    const { sandbox } = await start();
    await post(sandbox, 'leave', { tenant: 'Contoso Ltd' });
    expect(sandbox.world.findTenant('Contoso Ltd')?.relation).toBe('none');
    await post(sandbox, 'accept', { name: 'Contoso Ltd' });
    expect(sandbox.world.findTenant('Contoso Ltd')?.relation).toBe('reseller');
  });

  it('runs Work 365’s job', async () => {
    const { sandbox } = await start();
    const { body } = await post(sandbox, 'sync');
    expect((body as unknown as { name: string }[]).map((r) => r.name)).toEqual([
      'Northwind Electric Cars',
      'Nod Publishers',
      'Consolidated Messenger',
    ]);
    expect((await post(sandbox, 'sync')).body).toEqual([]);
  });

  it('shows the world and who visited, without tokens', async () => {
    const stand = await startStand();
    open.push(stand.sandbox);
    await all(stand.provider().listTenants());
    const world = (await (await fetch(`${stand.sandbox.urls.control}/control/world`)).json()) as { tenants: unknown[] };
    expect(world.tenants).toHaveLength(stand.sandbox.world.state.tenants.length);
    const text = await (await fetch(`${stand.sandbox.urls.control}/control/visits`)).text();
    expect(text).toContain('/v1/customers');
    expect(text).not.toContain('Bearer');
  });

  it.each([
    ['an unknown action', 'explode', {}, 404],
    ['a missing field', 'rename', { tenant: 'Contoso Ltd' }, 400],
    ['a tenant that is not there', 'leave', { tenant: 'nobody' }, 400],
    ['an unknown service', 'fail', { service: 'weather' }, 400],
    ['a body that is not JSON', 'accept', '{', 400],
  ])('refuses %s with a reason', async (_name, action, body, status) => {
    const { sandbox } = await start();
    const answer = await post(sandbox, action, body);
    expect(answer.status).toBe(status);
    expect(answer.body['problem']).toEqual(expect.any(String));
  });

  it('orders faults that are counted, and heals them', async () => {
    const { sandbox } = await start();
    await post(sandbox, 'throttle', { service: 'entra', times: 1, retryAfterS: 3 });
    await post(sandbox, 'html', { service: 'entra' });
    const statusOf = async () => (await fetch(`${sandbox.urls.entra}/x`)).status;
    expect([await statusOf(), await statusOf(), await statusOf()]).toEqual([429, 502, 502]);
    await post(sandbox, 'heal');
    expect(await statusOf()).toBe(404);
  });

  it('makes an answer late', async () => {
    let release: () => void = () => undefined;
    const waits: number[] = [];
    const wait = (ms: number) => {
      waits.push(ms);
      return new Promise<void>((resolve) => (release = resolve));
    };
    const { sandbox } = await start({ wait });
    await post(sandbox, 'slow', { service: 'graph', ms: 5000 });
    let answered = false;
    const asked = fetch(`${sandbox.urls.graph}/x`).then((r) => ((answered = true), r.status));
    while (sandbox.visits.count.graph === undefined) await new Promise((resolve) => setImmediate(resolve));
    expect([answered, waits]).toEqual([false, [5000]]);
    release();
    expect(await asked).toBe(401);
  });
});

it('gives settings for every address that the bot needs', async () => {
  const { sandbox } = await start();
  expect(Object.keys(sandbox.settings).toSorted()).toEqual([
    'DATAVERSE_AUTHORITY',
    'DATAVERSE_CLIENT_ID',
    'DATAVERSE_CLIENT_SECRET',
    'DATAVERSE_TENANT_ID',
    'DATAVERSE_URL',
    'DIRECTORY',
    'GRAPH_BASE_URL',
    'PARTNER_CENTER_AUTHORITY',
    'PARTNER_CENTER_BASE_URL',
    'PARTNER_CENTER_CLIENT_ID',
    'PARTNER_CENTER_CLIENT_SECRET',
    'PARTNER_CENTER_REFRESH_TOKEN',
    'PARTNER_CENTER_TENANT_ID',
    'WORK365_WRITE_AS_APP',
  ]);
});
