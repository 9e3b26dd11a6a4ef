import { assignAccount } from '../../src/domain/assignments';
import { HOUR } from '../../src/domain/time';
import { reconcile } from '../../src/reconcile/reconcile';
import { changeAccount } from '../../src/records/change-document';
import { account, T0 } from '../builders';
import { plainDrawings } from '../tasks/drawings';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

const plain = plainDrawings({
  account: ({ record: { assignment } }) => ({
    text: assignment === undefined ? 'free' : assignment.lapsedAt === undefined ? 'taken' : 'lapsed',
    summary: 'account',
  }),
});

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
});
afterEach(() => stand.close());

const settle = async (): Promise<void> => {
  for (let round = 0; round < 5; round += 1) await reconcile(stand.ports, plain, { aborted: false });
};
const shown = (): readonly (string | undefined)[] => stand.ports.courier.said.map(({ message }) => message.text);

it('lapses at its time, once, and every card says so', async () => {
  const record = account({ tell: ['channel-a', 'channel-b'], writesBack: false });
  await put(stand.ports, conversation(), conversation({ conversationId: 'channel-b' }), record);
  await settle();
  const by = { id: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Ana Silva' };
  const assignment = { by, at: T0, until: T0 + 2 * HOUR };
  await changeAccount(stand.ports, record.id, (r) => assignAccount(r, assignment, undefined).record);
  await settle();
  stand.ports.courier.said.length = 0;

  stand.clock.move(2 * HOUR - 1);
  await settle();
  expect(shown()).toEqual([]);

  stand.clock.move(1);
  await settle();
  stand.clock.move(9 * HOUR);
  await settle();
  expect(shown()).toEqual(['lapsed', 'lapsed']);
  const stored = await stand.ports.store.read('account', record.id);
  expect([stored?.document.assignment?.lapsedAt, stored?.document.dueAt]).toEqual([T0 + 2 * HOUR, undefined]);
});
