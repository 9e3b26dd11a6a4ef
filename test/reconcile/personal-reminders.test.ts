import { ignoreAccount } from '../../src/domain/mapping';
import { DAY, HOUR } from '../../src/domain/time';
import { createWatchChecker } from '../../src/reconcile/check-watches';
import { reconcile } from '../../src/reconcile/reconcile';
import { changeAccount } from '../../src/records/change-document';
import { remindOf } from '../../src/tasks/remind';
import { listWatches, stopWatch } from '../../src/tasks/watch-company';
import { account, stamp, T0 } from '../builders';
import { plainDrawings } from '../tasks/drawings';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

const ANA = { id: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Ana Silva' };
const plain = plainDrawings({ watch: ({ news, watch }) => ({ text: `${news} ${watch.query}`, summary: 'watch' }) });
const record = account({ writesBack: false });

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
  const chat = { conversationId: 'chat-ana', type: 'personal', personId: ANA.id, personName: ANA.name } as const;
  await put(stand.ports, conversation(chat), record);
});
afterEach(() => stand.close());

const watcher = { person: ANA, conversationId: 'chat-ana', language: 'en' };
const remind = (named: 'tomorrow' | 'today' = 'tomorrow') =>
  remindOf(stand.ports, watcher, { company: 'x', account: record, day: { named }, zone: 'Europe/Berlin' });
const run = async (): Promise<void> => {
  await createWatchChecker(stand.ports).check();
  for (let round = 0; round < 3; round += 1) await reconcile(stand.ports, plain, { aborted: false });
};
const shown = (): readonly (string | undefined)[] => stand.ports.courier.said.map(({ message }) => message.text);

it('comes once, in the morning of that day by the person’s clock', async () => {
  const answer = await remind();
  if (answer.answer !== 'reminding') throw new Error(answer.answer);
  await run();
  expect(shown()).toEqual([]);
  const { at } = answer.watch.reminder!;
  expect(at - T0).toBeLessThan(2 * DAY);
  stand.clock.move(at - T0 - 1);
  await run();
  expect(shown()).toEqual([]);
  stand.clock.move(1);
  await run();
  stand.clock.move(3 * HOUR);
  await run();
  expect(shown()).toEqual([`reminder ${record.tenant.name}`]);
});

it('is one of the person’s watches, can be taken back, and another day takes its place', async () => {
  const first = await remind();
  await remind();
  const list = listWatches(stand.ports, ANA);
  expect(list.answer === 'list' && list.watches.map(({ query }) => query)).toEqual([record.tenant.name]);
  if (first.answer !== 'reminding') throw new Error(first.answer);
  await stopWatch(stand.ports, ANA, first.watch.id);
  stand.clock.move(3 * DAY);
  await run();
  expect(shown()).toEqual([]);
});

it('ends by itself when the account is decided, and never lies behind us', async () => {
  await remind();
  const decided = (r: typeof record) => ignoreAccount(r, stamp({ kind: 'person', person: ANA })).record;
  await changeAccount(stand.ports, record.id, decided);
  await run();
  stand.clock.move(3 * DAY);
  await run();
  expect(shown()).toEqual([]);
  expect(await remind('today')).toMatchObject({ answer: 'remind-when', why: 'past' });
});
