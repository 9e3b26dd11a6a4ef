import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTalks } from '../../src/records/keep-talk';
import { createLog } from '../../src/runtime/log';
import type { Store } from '../../src/store';
import { openEmbeddedStore } from '../../src/stores/embedded';
import type { Place } from '../../src/turn';

/** Two replicas on one store, each with what it has at hand. */

const partnerId = '11111111-1111-4111-8111-111111111111';
const log = createLog('silent');
let now = Date.UTC(2026, 10, 25, 10);
const clock = { now: () => now };
const dir = mkdtempSync(join(tmpdir(), 'handshake-talks-'));
let store: Store;
beforeAll(async () => {
  store = await openEmbeddedStore({ dir, partnerId, log, clock });
});
afterAll(async () => {
  await store.close();
  rmSync(dir, { recursive: true, force: true });
});

/** Each test has a thread of its own. */
let place: Place;
let threads = 0;
beforeEach(() => {
  place = {
    conversationId: '19:channel@thread.tacv2',
    threadId: `19:channel@thread.tacv2;messageid=${(threads += 1)}`,
    type: 'channel',
    serviceUrl: 'http://127.0.0.1',
    tenantId: partnerId,
    botId: 'bot',
  };
});
const fabrikam = { name: 'Fabrikam Inc', accountId: 'account:f' };
const offer = { verb: 'confirm-map' };

it('goes on at another replica, for the person and in the thread where it was', async () => {
  const [first, second] = [
    createTalks({ store, partnerId, clock, log }),
    createTalks({ store, partnerId, clock, log }),
  ];
  const turn = first.enter(place, 'ada');
  await turn.leave(() => ({ talkedAbout: [fabrikam], last: { about: [fabrikam], at: now }, offer, at: now }));
  await first.save(place, 'ada');

  expect(await second.enter(place, 'ada').before()).toMatchObject({ last: { about: [fabrikam] }, offer });
  expect(await second.enter(place, 'ben').before()).toBeUndefined();
  expect(await second.enter({ ...place, threadId: 'another' }, 'ada').before()).toBeUndefined();
});

it('gives everybody in the thread the list that it saw last, and nothing else', async () => {
  const [first, second] = [
    createTalks({ store, partnerId, clock, log }),
    createTalks({ store, partnerId, clock, log }),
  ];
  now += 1_000;
  const list = { items: [fabrikam], of: 'accounts', shownAt: now } as const;
  const turn = first.enter(place, 'ada');
  await turn.leave(() => ({ talkedAbout: [fabrikam], list, offer, at: now }));
  await first.save(place, 'ada');

  const seen = await second.enter(place, 'ben').before();
  expect(seen).toEqual({ talkedAbout: [], list: { ...list, others: true }, at: now });
});

it('remembers for half an hour, and of what is older only whom to ask about', async () => {
  const talks = createTalks({ store, partnerId, clock, log });
  const turn = talks.enter({ ...place, type: 'personal', threadId: 'p' }, 'ada');
  await turn.leave(() => ({ talkedAbout: [fabrikam], last: { about: [fabrikam], at: now }, offer, at: now }));
  const before = () => talks.enter({ ...place, type: 'personal', threadId: 'p' }, 'ada');

  now += 30 * 60_000;
  const still = before();
  expect(await still.before()).toMatchObject({ offer });
  await still.leave((same) => same);
  now += 1;
  expect(await before().before()).toEqual({ talkedAbout: [], earlier: [fabrikam], at: now - 1 - 30 * 60_000 });
});
