import { startWatch } from '../../src/tasks/watch-company';
import { taskStand, type TaskStand } from '../tasks/stand';

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
});
afterEach(() => stand.close());

const watcher = {
  person: { id: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Ana' },
  conversationId: 'a:ana',
  language: 'en',
};

it.each([
  ['characters that an address writes with nine each', '株'.repeat(120)],
  ['characters that unfold to many', '\ufdfa'.repeat(120)],
  ['pairs of which one is cut in two', `a${'😀'.repeat(60)}`.slice(0, 120)],
])('a watch by a name of %s is kept, once (S26)', async (_what, query) => {
  const first = await startWatch(stand.ports, watcher, query);
  const second = await startWatch(stand.ports, watcher, query);

  expect(first).toMatchObject({ answer: 'watching', begun: 'begun' });
  expect(second).toMatchObject({ answer: 'watching', begun: 'already' });
});

it('a name of a thousand letters is refused before anything is stored', async () => {
  const answer = await startWatch(stand.ports, watcher, 'a'.repeat(1_000));

  expect(answer).toMatchObject({ answer: 'refused' });
  expect((await stand.ports.store.list('watch', { limit: 1 })).items).toEqual([]);
});
