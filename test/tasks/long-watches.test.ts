import { startWatch } from '../../src/tasks/watch-company';
import { taskStand, type TaskStand } from './stand';

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
  ['a thousand letters', 'a'.repeat(1_000)],
  ['characters that an address writes with nine each', '株'.repeat(300)],
  ['characters that unfold to many', '\ufdfa'.repeat(300)],
  ['pairs of which one is cut in two', `a${'😀'.repeat(150)}`],
])('a watch by a name of %s is kept, once', async (_what, query) => {
  const first = await startWatch(stand.ports, watcher, query);
  const second = await startWatch(stand.ports, watcher, query);

  expect(first).toMatchObject({ answer: 'watching', already: false });
  expect(second).toMatchObject({ answer: 'watching', already: true });
});
