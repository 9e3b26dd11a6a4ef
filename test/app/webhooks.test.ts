import { partnerCenterWebhook } from '../../src/app/webhooks';
import { DAY, MINUTE, SECOND } from '../../src/domain/time';
import type { ProviderEvent } from '../../src/providers/partner-center/webhook';
import type { ListedTenant, Provider } from '../../src/provider';
import type { Ports } from '../../src/ports';
import { Register } from '../../src/register/register';
import { wantSync } from '../../src/records/note-event';
import { noteSource } from '../../src/records/note-source';
import { StoreUnavailable } from '../../src/store';
import { workOffEvents } from '../../src/sync/work-off-events';
import { PROVIDER } from '../builders';
import { taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

/** Events of Partner Center and Dataverse from the door on: written down, acknowledged, and worked off by whoever may. */

const tenantId = '7e000000-0000-4000-a000-000000000001';
const go = { aborted: false };

let stand: TaskStand;
let looked: string[];
let nudged: string[];
let answer: 'seen' | 'absent' | 'failed';
let away: boolean;
let events: ProviderEvent[];
beforeEach(async () => {
  stand = await taskStand();
  [looked, nudged, events, answer, away] = [[], [], [], 'seen', false];
});
afterEach(() => stand.close());

const provider = {
  id: PROVIDER,
  name: 'Partner Center',
  readTenant(id: string) {
    looked.push(id);
    const value: ListedTenant = { tenant: { tenantId: id, name: 'Contoso' }, relation: 'reseller', relationName: 'r' };
    return Promise.resolve(answer === 'seen' ? { look: 'seen', value } : { look: answer });
  },
} as unknown as Provider;

/** One replica: its own memory, the common store. */
function replica(): Ports {
  const { store } = stand.ports;
  const write: typeof store.write = (w) =>
    away ? Promise.reject(new StoreUnavailable('away', 'wait')) : store.write(w);
  return {
    ...stand.ports,
    register: new Register(),
    providers: [provider],
    links: { partnerCenter: [], records: [] },
    searchesAsYouType: false,
    nudge: (job) => nudged.push(job),
    store: { ...store, write },
  };
}

const reader = { read: () => Promise.resolve({ outcome: 'event' as const, event: events.shift()! }) };
const door = (ports: Ports) => {
  const hook = partnerCenterWebhook('secret', reader, ports);
  return (event: Partial<ProviderEvent> = {}): Promise<number> => {
    events.push({ event: 'e', tenantId, at: stand.clock.now(), key: 'k', ...event });
    return hook.handle({ headers: {}, body: Buffer.alloc(0), url: '' });
  };
};
const waiting = async (): Promise<number> =>
  (await stand.ports.store.due('event', stand.clock.now() + DAY, { limit: 500 })).items.length;

describe('an event of Partner Center', () => {
  it('is looked into once, however often it comes, and to whichever replica', async () => {
    const [one, two] = [replica(), replica()];
    expect([await door(one)(), await door(two)(), await door(one)()]).toEqual([200, 200, 200]);
    await workOffEvents(two, go);
    await door(one)();
    await workOffEvents(two, go);

    expect(looked).toEqual([tenantId]);
    expect(two.register.accountsOfTenant(tenantId)).toHaveLength(1);
  });

  it('that was acknowledged survives the death of who took it (S16)', async () => {
    expect(await door(replica())()).toBe(200);
    const another = replica();
    await workOffEvents(another, go);

    expect([looked, another.register.accountsOfTenant(tenantId).length, await waiting()]).toEqual([[tenantId], 1, 0]);
  });

  it('is not acknowledged while it cannot be written down', async () => {
    const ports = replica();
    away = true;
    expect(await door(ports)()).toBe(503);
    away = false;
    expect(await door(ports)()).toBe(200);
  });

  it('that comes while Partner Center stumbles is looked into again, at once and then ever later (S16)', async () => {
    const ports = replica();
    answer = 'failed';
    await door(ports)();
    await workOffEvents(ports, go);
    await workOffEvents(ports, go);
    expect(looked).toHaveLength(1);
    answer = 'seen';
    stand.clock.move(2 * SECOND);
    await workOffEvents(ports, go);

    expect([looked.length, ports.register.accountsOfTenant(tenantId).length, await waiting()]).toEqual([2, 1, 0]);
  });

  it('that cannot be worked off falls to a sync at once, again and again until one has read everything', async () => {
    const ports = replica();
    answer = 'failed';
    await door(ports)();
    for (let look = 0; look < 4; look++) {
      await workOffEvents(ports, go);
      stand.clock.move(MINUTE);
    }
    expect([looked.length, nudged.filter((job) => job === 'sync')]).toEqual([4, ['sync']]);
    await workOffEvents(ports, go);
    expect(nudged.filter((job) => job === 'sync')).toHaveLength(2);

    // One that began before the event was left to it has not seen it.
    const part = `accounts:${PROVIDER}`;
    await noteSource(ports, part, { complete: true, count: 1, beganAt: stand.clock.now() - DAY });
    stand.clock.move(MINUTE);
    await workOffEvents(ports, go);
    expect(await waiting()).toBe(1);
    await noteSource(ports, part, { complete: true, count: 1, beganAt: stand.clock.now() });
    stand.clock.move(MINUTE);
    await workOffEvents(ports, go);
    expect(await waiting()).toBe(0);
  });

  it.each([
    ['a day and a minute old', -DAY - MINUTE, 0],
    ['a day less a minute old', -DAY + MINUTE, 1],
    ['ahead of our clock', MINUTE, 1],
  ])('that is %s is acknowledged', async (_what, age, looks) => {
    const ports = replica();
    const status = await door(ports)({ at: stand.clock.now() + age });
    await workOffEvents(ports, go);

    expect([status, looked.length]).toEqual([200, looks]);
  });

  it('among a flood of them becomes part of one sync', async () => {
    const ports = replica();
    const send = door(ports);
    for (let sent = 0; sent < 200; sent += 1) await send({ key: `k${sent}`, tenantId: `t${sent}` });
    expect(await waiting()).toBe(21);
    await workOffEvents(ports, go);

    expect([looked.length, nudged.includes('sync')]).toEqual([20, true]);
  });
});

describe('a call of Dataverse', () => {
  const read = (ports: Ports, beganAt: number) =>
    Promise.all(
      [`accounts:${PROVIDER}`, 'customers@file'].map((part) =>
        noteSource(ports, part, { complete: true, count: 1, beganAt }),
      ),
    );

  it('starts a sync at whoever reads the sources, whichever replica it came to (S17)', async () => {
    const [door, holder] = [replica(), replica()];
    await wantSync(door, 'work365', 'changed');
    await wantSync(door, 'work365', 'changed');
    await workOffEvents(holder, go);
    expect(nudged.filter((job) => job === 'sync')).toHaveLength(1);
    await read(holder, stand.clock.now());
    stand.clock.move(MINUTE);
    await workOffEvents(holder, go);
    expect(await waiting()).toBe(0);
  });

  it('that comes while a sync runs asks for another one', async () => {
    const ports = replica();
    await wantSync(ports, 'work365', 'changed');
    await workOffEvents(ports, go);
    await read(ports, stand.clock.now());
    stand.clock.move(SECOND);
    await wantSync(ports, 'work365', 'changed');
    await workOffEvents(ports, go);
    stand.clock.move(MINUTE);
    await workOffEvents(ports, go);

    expect(await waiting()).toBe(1);
  });
});
