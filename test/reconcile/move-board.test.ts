import type { BoardRecord } from '../../src/domain/documents';
import { HOUR, MINUTE } from '../../src/domain/time';
import { keepBoards } from '../../src/reconcile/keep-board';
import { countBelow } from '../../src/reconcile/move-board';
import type { Typed } from '../../src/reconcile/move-board';
import { reconcile } from '../../src/reconcile/reconcile';
import { account } from '../builders';
import { plainDrawings } from '../tasks/drawings';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

const plain = plainDrawings({
  account: () => ({ text: 'account', summary: 'account' }),
  board: (board) => ({ text: `board of ${board.open}`, summary: 'board' }),
});

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
  await put(stand.ports, conversation());
});
afterEach(() => stand.close());

let companies = 0;
/** One more account that waits; with `announced` it was told in the channel. */
async function accept(announced = false): Promise<void> {
  companies += 1;
  const tenantId = `22222222-2222-4222-8222-${String(companies).padStart(12, '0')}`;
  await put(
    stand.ports,
    account({ tenantId, at: stand.clock.now(), writesBack: false, tell: announced ? ['channel-a'] : [] }),
  );
}

async function settle(): Promise<void> {
  await keepBoards(stand.ports);
  for (let round = 0; round < 3; round += 1) await reconcile(stand.ports, plain, { aborted: false });
}

async function board(): Promise<BoardRecord> {
  return (await stand.ports.store.read('board', 'board:channel-a'))!.document;
}

const said = (): readonly string[] =>
  stand.ports.courier.said.map(({ messageId, message: { text } }) => (messageId === undefined ? `new: ${text}` : text));

function typed(id: string, thread = id): Typed {
  const place = { conversationId: 'channel-a', type: 'channel', threadId: `channel-a;messageid=${thread}` } as const;
  return { id, place, answers: 1 };
}

describe('a board under ten messages', () => {
  beforeEach(async () => {
    await accept();
    await settle();
  });

  it('moves to the end when what it says has changed, and its old message says so', async () => {
    const { messageId: before } = await board();
    stand.clock.move(HOUR);
    for (let n = 0; n < 10; n += 1) await accept(true);
    await settle();
    stand.clock.move(MINUTE);
    await settle();

    const moved = await board();
    expect(moved).toMatchObject({ state: 'posted', open: 11, shownVersion: moved.version });
    expect(moved.messageId).not.toBe(before);
    expect(moved).not.toHaveProperty('old');
    expect(stand.ports.courier.said.filter(({ messageId }) => messageId === before).at(-1)?.message.text).toBe('moved');
    expect(said().indexOf('new: board of 11')).toBeLessThan(said().indexOf('moved'));
  });

  it('stays when nothing has changed, however much was written below it', async () => {
    for (let n = 0; n < 12; n += 1) await countBelow(stand.ports, typed(`m-${n}`));
    stand.clock.move(2 * HOUR);
    await settle();
    expect(said().filter((text) => text.startsWith('new: board'))).toHaveLength(1);
    expect((await board()).below).toBe(10);
  });

  it('counts what people write below it, and not what they write in threads', async () => {
    stand.clock.move(HOUR);
    await accept();
    for (let n = 0; n < 12; n += 1) await countBelow(stand.ports, typed(`m-${n}`, 'm-0'));
    await settle();
    expect((await board()).below).toBe(1);

    for (let n = 1; n < 10; n += 1) await countBelow(stand.ports, typed(`m-${n}`));
    await settle();
    expect(said().filter((text) => text.startsWith('new: board'))).toHaveLength(2);
    expect(await board()).not.toHaveProperty('below');
  });

  it('moves once an hour at most', async () => {
    const burst = async (): Promise<number> => {
      for (let n = 0; n < 10; n += 1) await accept(true);
      await settle();
      stand.clock.move(MINUTE);
      await settle();
      return said().filter((text) => text.startsWith('new: board')).length;
    };
    expect(await burst()).toBe(1);
    stand.clock.move(HOUR);
    expect(await burst()).toBe(2);
    expect(await burst()).toBe(2);
    stand.clock.move(HOUR);
    await settle();
    expect(said().filter((text) => text.startsWith('new: board'))).toHaveLength(3);
  });

  it('tells its old message again until Teams takes it', async () => {
    stand.clock.move(HOUR);
    for (let n = 0; n < 10; n += 1) await accept(true);
    const { messageId: before } = await board();
    let refused = 0;
    const takes = stand.ports.courier.answer;
    stand.ports.courier.answer = (to, what) => {
      if (what === 'update' && (refused += 1) <= 2) return { sent: 'later', reason: 'busy' };
      return takes(to, what);
    };
    for (let n = 0; n < 20; n += 1) {
      await settle();
      stand.clock.move(MINUTE);
    }
    const tries = stand.ports.courier.said.filter(
      ({ messageId, message }) => messageId === before && message.text === 'moved',
    );
    expect(tries.length).toBeGreaterThan(1);
    expect(await board()).not.toHaveProperty('old');
  });
});
