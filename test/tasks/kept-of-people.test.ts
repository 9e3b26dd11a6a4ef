import { createKeptOfPeople } from '../../src/tasks/kept-of-people';
import type { Ports } from '../../src/ports';
import { conversation, handClock, taskStand } from './stand';
import type { TaskStand } from './stand';

/** Everybody may ask what is kept of them, and each time the whole store is looked through. */

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
});
afterEach(() => stand.close());

/** The stand, with what is read at the same time counted. */
function watched() {
  const clock = handClock();
  const seen = { reads: 0, atOnce: 0, most: 0 };
  const store: Ports['store'] = {
    ...stand.ports.store,
    async list(kind, page) {
      seen.reads += 1;
      seen.atOnce += 1;
      seen.most = Math.max(seen.most, seen.atOnce);
      const found = await stand.ports.store.list(kind, page);
      seen.atOnce -= 1;
      return found;
    },
  };
  return { kept: createKeptOfPeople({ ...stand.ports, store, clock }), clock, seen };
}

it('is looked for by one at a time, however many ask', async () => {
  const { kept, seen } = watched();

  await Promise.all(['a', 'b', 'c', 'd'].map((person) => kept.count(person)));

  expect(seen.most).toBe(1);
});

it('is not looked for again by who asks again within a minute', async () => {
  const { kept, clock, seen } = watched();
  await kept.count('a');
  const once = seen.reads;
  await Promise.all([kept.count('a'), kept.count('a')]);

  expect(seen.reads).toBe(once);
  clock.move(60_000);
  await kept.count('a');
  expect(seen.reads).toBe(2 * once);
});

it('is nothing at once for who was forgotten', async () => {
  const { kept } = watched();
  const chat = conversation({ conversationId: 'a:ana', type: 'personal', personId: 'ana', personName: 'Ana' });
  await stand.ports.store.write({ write: 'insert', document: chat });

  expect(await kept.count('ana')).toMatchObject({ conversations: 1 });
  await kept.forget('ana');
  expect(await kept.count('ana')).toMatchObject({ conversations: 0 });
});
