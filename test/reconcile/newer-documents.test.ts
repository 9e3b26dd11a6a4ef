import { SECOND } from '../../src/domain/time';
import { unreadDocuments } from '../../src/records/unread-documents';
import { keepBoards } from '../../src/reconcile/keep-board';
import { reconcile } from '../../src/reconcile/reconcile';
import { tellNews } from '../../src/reconcile/tell-news';
import { wakeWaiting } from '../../src/reconcile/wake-waiting';
import { account } from '../builders';
import { plainDrawings } from '../tasks/drawings';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

/** A roll-out is under way, and a replica of a later version has written what this one remembers and cannot read any more. */

const drawings = plainDrawings({
  account: ({ record }) => ({ text: `card ${record.tenantId}`, summary: 'card' }),
  board: (board) => ({ text: `board of ${board.open}`, summary: 'board' }),
});
const CHANNELS = ['channel-a', 'channel-b', 'channel-c'];

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
  for (const conversationId of CHANNELS)
    await put(stand.ports, conversation({ conversationId, id: `conversation:${conversationId}` }));
});
afterEach(() => stand.close());

/** The later version's write; memory here keeps what it knew. */
async function writeNewer(kind: 'board' | 'account', id: string): Promise<void> {
  const { store } = stand.ports;
  const found = (await store.read(kind, id))!;
  const document = { ...found.document, format: 99, dueAt: stand.clock.now() };
  await store.write({ write: 'replace', document, etag: found.etag });
}

const come = (tenantId: string) => put(stand.ports, account({ tenantId, at: stand.clock.now(), writesBack: false }));

async function round(): Promise<void> {
  const { ports } = stand;
  await wakeWaiting(ports);
  await tellNews(ports);
  await keepBoards(ports);
  await reconcile(ports, drawings, { aborted: false });
  stand.clock.move(10 * SECOND);
}

const said = (): readonly string[] =>
  stand.ports.courier.said.map(({ conversationId, message: { text } }) => `${conversationId}: ${text}`);

it('leaves such a board alone, keeps the others, and names it', async () => {
  await come('t1');
  await round();
  stand.ports.courier.said.length = 0;
  await writeNewer('board', 'board:channel-a');
  await come('t2');
  await round();
  expect(said().filter((one) => one.includes('board'))).toEqual(['channel-b: board of 2', 'channel-c: board of 2']);
  await stand.ports.store.list('board', { limit: 10 });
  const unread = await unreadDocuments(stand.ports);
  expect(unread.map(({ id, reason }) => [id, /format 99/.test(reason)])).toEqual([['board:channel-a', true]]);
});

it('leaves such an account alone, though it is news by what is remembered of it, and goes on with the others', async () => {
  await come('t1');
  await come('t2');
  await writeNewer('account', account({ tenantId: 't1' }).id);
  await round();
  const cards = said().filter((one) => one.includes('card'));
  expect(cards.sort()).toEqual(CHANNELS.map((channel) => `${channel}: card t2`));
});
