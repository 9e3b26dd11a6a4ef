import { askColleague } from '../../src/domain/requests';
import { HOUR } from '../../src/domain/time';
import { reconcile } from '../../src/reconcile/reconcile';
import { changeAccount } from '../../src/records/change-document';
import { replyToRequest } from '../../src/tasks/ask-colleague';
import { account, T0 } from '../builders';
import { plainDrawings } from '../tasks/drawings';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

const ANA = { id: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Ana Silva' };
const BEN = { id: 'aaaaaaaa-0000-4000-8000-000000000002', name: 'Ben Ito' };
const plain = plainDrawings({
  account: ({ record: { request } }, { conversationId }, { role }) => ({
    text: `${conversationId} ${role ?? 'card'} ${request?.end?.how ?? 'waits'}`,
    summary: 'account',
  }),
});

let stand: TaskStand;
const record = account({ writesBack: false });
beforeEach(async () => {
  stand = await taskStand();
  const chat = (conversationId: string, { id: personId, name: personName }: typeof ANA) =>
    conversation({ conversationId, type: 'personal', personId, personName });
  await put(stand.ports, chat('chat-ana', ANA), chat('chat-ben', BEN), record);
  const request = { id: 'r1', by: ANA, to: BEN, at: T0, until: T0 + 2 * HOUR, where: 'chat-ana' };
  await changeAccount(stand.ports, record.id, (r) => askColleague(r, request, 'chat-ben').record);
});
afterEach(() => stand.close());

const settle = async (): Promise<void> => {
  for (let round = 0; round < 6; round += 1) await reconcile(stand.ports, plain, { aborted: false });
};
const shown = (): readonly (string | undefined)[] => stand.ports.courier.said.map(({ message }) => message.text);

it('asks once, and tells once that nobody answered', async () => {
  await settle();
  await settle();
  expect(shown()).toEqual(['chat-ben asking waits']);
  stand.clock.move(2 * HOUR);
  await settle();
  stand.clock.move(9 * HOUR);
  await settle();
  expect(shown().slice(1).sort()).toEqual(['chat-ana answer lapsed', 'chat-ben asking lapsed']);
});

it('two answers at the same moment are one answer, told once', async () => {
  await settle();
  const answer = (yes: boolean) =>
    replyToRequest(
      stand.ports,
      { person: BEN, conversationId: 'b', zone: 'UTC' },
      { accountId: record.id, requestId: 'r1', yes },
    );
  const both = await Promise.all([answer(true), answer(true), answer(false)]);
  expect(both.map((one) => one.answer).sort()).toEqual(expect.arrayContaining(['taken']));
  expect(both.filter(({ answer: how }) => how === 'taken' || how === 'passed')).toHaveLength(1);
  await settle();
  expect(shown().filter((text) => text?.includes('chat-ana answer'))).toHaveLength(1);
});
