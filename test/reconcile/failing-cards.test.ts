import type { Sent } from '../../src/courier';
import { trackCard } from '../../src/domain/notices';
import { HOUR } from '../../src/domain/time';
import { keepBoards } from '../../src/reconcile/keep-board';
import { reconcile } from '../../src/reconcile/reconcile';
import type { Drawings } from '../../src/reconcile/reconcile';
import { account } from '../builders';
import { plainDrawings } from '../tasks/drawings';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

const plain = plainDrawings();

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
});
afterEach(() => stand.close());

const run = () => reconcile(stand.ports, plain, { aborted: false });

describe('a message that Teams says is not there', () => {
  const gone: Sent = { sent: 'message-gone' };

  async function posted(): Promise<string> {
    const record = account({ tell: ['channel-a'], writesBack: false });
    await put(stand.ports, conversation(), record);
    await run();
    const found = await stand.ports.store.read('account', record.id);
    const behind = { ...found!.document, version: 2, dueAt: stand.clock.now() };
    await stand.ports.store.write({ write: 'replace', document: behind, etag: found!.etag });
    return record.id;
  }

  async function notices(id: string) {
    return (await stand.ports.store.read('account', id))?.document.notices;
  }

  it('is not posted a second time because Teams was wrong once', async () => {
    const id = await posted();
    const answers = [gone, gone];
    stand.ports.courier.answer = () => answers.shift() ?? { sent: 'sent', messageId: 'm1' };

    for (let round = 0; round < 5; round += 1) {
      await run();
      stand.clock.move(HOUR);
    }

    expect(stand.ports.courier.said.filter((one) => one.messageId === undefined)).toHaveLength(1);
    expect(await notices(id)).toMatchObject([{ state: 'posted', messageId: 'm1', shownVersion: 2, attempts: 0 }]);
  });

  it('is posted anew when Teams says so again and again', async () => {
    const id = await posted();
    stand.ports.courier.answer = (_to, what) => (what === 'update' ? gone : { sent: 'sent', messageId: 'new' });

    for (let round = 0; round < 5; round += 1) {
      await run();
      stand.clock.move(HOUR);
    }

    expect(stand.ports.courier.said.filter((one) => one.messageId === 'm1')).toHaveLength(3);
    expect(await notices(id)).toMatchObject([{ state: 'posted', messageId: 'new', shownVersion: 2 }]);
  });
});

describe('what makes us fail', () => {
  const draws = { account: 0, board: 0, watch: 0 };
  const poison = (what: keyof typeof draws) => () => {
    draws[what] += 1;
    throw new Error('poison');
  };
  const poisoned: Drawings = {
    account: poison('account'),
    board: poison('board'),
    movedBoard: poison('board'),
    watch: poison('watch'),
    invitation: poison('watch'),
  };

  it('is tried more and more seldom: a card somebody asked for, and a board', async () => {
    const record = account({ writesBack: false });
    const asked = trackCard(record, { conversationId: 'channel-a', messageId: 'm1' }, 0, stand.clock.now());
    await put(stand.ports, conversation(), asked);
    await keepBoards(stand.ports);

    for (let second = 0; second < 300; second += 1) {
      await reconcile(stand.ports, poisoned, { aborted: false });
      stand.clock.move(1_000);
    }

    expect(draws.account).toBeGreaterThan(3);
    expect(draws.account).toBeLessThan(15);
    expect(draws.board).toBeGreaterThan(3);
    expect(draws.board).toBeLessThan(15);
  });
});
