import { snoozeOf } from '../../src/domain/snooze';
import { snoozeAccount } from '../../src/domain/snoozes';
import { DAY } from '../../src/domain/time';
import { keepBoards } from '../../src/reconcile/keep-board';
import { reconcile } from '../../src/reconcile/reconcile';
import type { Drawings } from '../../src/reconcile/reconcile';
import { changeAccount } from '../../src/records/change-document';
import { account, T0 } from '../builders';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

const plain: Drawings = {
  account: ({ record }) => ({
    text: snoozeOf(record) === undefined ? (record.snooze === undefined ? 'open' : 'back') : 'asleep',
    summary: 'account',
  }),
  board: ({ open, snoozed = 0, lines }) => ({
    text: `${open} open, ${snoozed} asleep${lines.some((line) => line.isBack) ? ', one is back' : ''}`,
    summary: 'board',
  }),
  movedBoard: () => ({ text: 'moved', summary: 'moved' }),
  watch: () => ({ text: 'watch', summary: 'watch' }),
  invitation: () => ({ text: 'watch', summary: 'watch' }),
};

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
});
afterEach(() => stand.close());

const settle = async (): Promise<void> => {
  await keepBoards(stand.ports);
  for (let round = 0; round < 5; round += 1) await reconcile(stand.ports, plain, { aborted: false });
};
/** What was said since this was last asked. */
const said = (): string[] => stand.ports.courier.said.splice(0).map(({ message }) => message.text);

it('comes back by itself at its time, once, on every card and on the board, whatever the clock does then', async () => {
  const record = account({ tell: ['channel-a'], writesBack: false });
  await put(stand.ports, conversation(), conversation({ conversationId: 'channel-b' }), record);
  await settle();
  expect(said().sort()).toEqual(['1 open, 0 asleep', '1 open, 0 asleep', 'open']);

  const by = { id: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Ana Silva' };
  const wanted = { by, at: T0, until: T0 + 3 * DAY };
  await changeAccount(stand.ports, record.id, (r) => snoozeAccount(r, wanted, undefined).record);
  await settle();
  expect(said().sort()).toEqual(['0 open, 1 asleep', '0 open, 1 asleep', 'asleep']);

  stand.clock.move(3 * DAY - 1);
  await settle();
  expect(said()).toEqual([]);

  stand.clock.move(1);
  await settle();
  await settle();
  expect(said().sort()).toEqual(['1 open, 0 asleep, one is back', '1 open, 0 asleep, one is back', 'back']);

  stand.clock.move(-DAY);
  await settle();
  stand.clock.move(DAY);
  await settle();
  expect(said().filter((text) => text === 'asleep' || text === 'back')).toEqual([]);
});
