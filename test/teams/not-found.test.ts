import { conversation, startStand, text, type Stand } from './stand';
import { createVirtualTimer, finish, type VirtualTimer } from './virtual-timer';

let stand: Stand;
let timer: VirtualTimer;
beforeEach(async () => {
  timer = createVirtualTimer();
  stand = await startStand({ timer });
});
afterEach(async () => {
  const stopped = stand.stop();
  await timer.advance(60_000);
  await stopped;
});

const status = (code: number, body?: unknown) => ({ do: 'status', status: code, body, headers: {} }) as const;
const personal = () => conversation(stand.connector, { conversationId: 'a:personal' });
const settle = <T>(work: Promise<T>): Promise<T> => finish(work, timer, stand.outbound);
const post = () => settle(stand.outbound.courier.post(personal(), text('news')));
const update = () => settle(stand.outbound.courier.update(personal(), { messageId: '17' }, text('news')));

describe('a 404 without a reason', () => {
  it('takes a conversation that is not found for gone when Teams has said so for some time', async () => {
    stand.connector.script('a:personal', ...Array.from({ length: 9 }, () => status(404)));
    const atOnce = await Promise.all([post(), post(), post(), post()]);
    await timer.advance(30_000);

    expect(atOnce.map(({ sent }) => sent)).toEqual(['later', 'later', 'later', 'later']);
    expect(await post()).toEqual({ sent: 'conversation-gone', reason: 'status-404' });
  });

  it.each([
    ['a post', post],
    ['an update', update],
  ])('counts anew how often a conversation was not found after %s', async (_what, succeed) => {
    stand.connector.script('a:personal', status(404), status(404), status(200, { id: '1' }), status(404));
    const outcomes: string[] = [];
    for (const send of [post, post, succeed, post]) {
      outcomes.push((await send()).sent);
      await timer.advance(30_000);
    }

    expect(outcomes).toEqual(['later', 'later', 'sent', 'later']);
  });
});
