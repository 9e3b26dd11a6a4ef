import type { Sent } from '../../src/courier';
import type { AccountRecord } from '../../src/domain/account';
import type { BoardRecord } from '../../src/domain/documents';
import { POST_CLAIM_LAPSES_AFTER, POST_LEAVES_WITHIN } from '../../src/domain/post';
import { keepBoards } from '../../src/reconcile/keep-board';
import { reconcile } from '../../src/reconcile/reconcile';
import { account } from '../builders';
import { plainDrawings } from '../tasks/drawings';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

const plain = plainDrawings();
const go = { aborted: false };

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
});
afterEach(() => stand.close());

async function stored(id: string): Promise<AccountRecord> {
  const found = await stand.ports.store.read('account', id);
  if (found === undefined) throw new Error('the account is gone');
  return found.document;
}

async function board(): Promise<BoardRecord | undefined> {
  return (await stand.ports.store.read('board', 'board:channel-a'))?.document;
}

const run = () => reconcile(stand.ports, plain, go);

/** The first post hangs until it is let go, with this answer; whatever comes after it arrives. */
function hangFirst(answer: Sent): { arrived: Promise<void>; letGo: () => void } {
  let letGo = (): void => undefined;
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  let calls = 0;
  stand.ports.courier.answer = () => {
    calls += 1;
    if (calls > 1) return { sent: 'sent', messageId: `other-${calls}` };
    arrive();
    return new Promise((resolve) => {
      letGo = () => {
        resolve(answer);
      };
    });
  };
  return {
    arrived,
    letGo: () => {
      letGo();
    },
  };
}

describe('a claim that lapses', () => {
  it('says to the courier until when the post may leave', async () => {
    await put(stand.ports, conversation(), account({ tell: ['channel-a'], writesBack: false }));
    const claimedAt = stand.clock.now();

    await run();

    expect(stand.ports.courier.said[0]?.notAfter).toBe(claimedAt + POST_LEAVES_WITHIN);
  });

  it('leaves a post that was too late owed, and it is made once', async () => {
    const record = account({ tell: ['channel-a'], writesBack: false });
    await put(stand.ports, conversation(), record);
    const answers: Sent[] = [{ sent: 'too-late' }];
    stand.ports.courier.answer = () => answers.shift() ?? { sent: 'sent', messageId: 'in-time' };

    await run();
    const waiting = await stored(record.id);
    stand.clock.move(POST_CLAIM_LAPSES_AFTER);
    await run();
    await run();

    expect(waiting.notices[0]).toMatchObject({ state: 'posting', attempts: 0 });
    expect(waiting.dueAt).toBe(record.firstSeenAt + POST_CLAIM_LAPSES_AFTER);
    expect(stand.ports.courier.said).toHaveLength(2);
    expect((await stored(record.id)).notices).toMatchObject([{ state: 'posted', messageId: 'in-time' }]);
  });

  it.each<[string, Sent]>([
    ['was too late', { sent: 'too-late' }],
    ['was refused', { sent: 'later', reason: 'throttled' }],
    ['got no answer', { sent: 'unsure', reason: 'timeout' }],
  ])('is not given back by one whose post %s, when another one has claimed and posted', async (_how, answer) => {
    const record = account({ tell: ['channel-a'], writesBack: false });
    await put(stand.ports, conversation(), record);
    const first = hangFirst(answer);

    const slow = run();
    await first.arrived;
    stand.clock.move(POST_CLAIM_LAPSES_AFTER);
    await run();
    first.letGo();
    await slow;
    stand.clock.move(POST_CLAIM_LAPSES_AFTER);
    await run();

    expect(stand.ports.courier.said).toHaveLength(2);
    expect((await stored(record.id)).notices).toMatchObject([{ state: 'posted', messageId: 'other-2', attempts: 0 }]);
  });

  it('keeps both cards up to date when Teams took both', async () => {
    const record = account({ tell: ['channel-a'], writesBack: false });
    await put(stand.ports, conversation(), record);
    const first = hangFirst({ sent: 'sent', messageId: 'late' });

    const slow = run();
    await first.arrived;
    stand.clock.move(POST_CLAIM_LAPSES_AFTER);
    await run();
    first.letGo();
    await slow;

    expect((await stored(record.id)).notices).toMatchObject([
      { state: 'posted', messageId: 'other-2' },
      { state: 'posted', messageId: 'late', conversationId: 'channel-a' },
    ]);
  });

  it.each<[string, Sent]>([
    ['was too late', { sent: 'too-late' }],
    ['was refused', { sent: 'later', reason: 'throttled' }],
    ['arrived after all', { sent: 'sent', messageId: 'late' }],
  ])('of a board is left alone by one whose post %s', async (_how, answer) => {
    await put(stand.ports, conversation(), account({ writesBack: false }));
    await keepBoards(stand.ports);
    const first = hangFirst(answer);

    const slow = run();
    await first.arrived;
    stand.clock.move(POST_CLAIM_LAPSES_AFTER);
    await run();
    first.letGo();
    await slow;
    stand.clock.move(POST_CLAIM_LAPSES_AFTER);
    await run();

    expect(stand.ports.courier.said).toHaveLength(2);
    expect(await board()).toMatchObject({ state: 'posted', messageId: 'other-2', shownVersion: 1 });
  });
});
