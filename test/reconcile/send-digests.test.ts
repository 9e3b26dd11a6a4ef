import type { Sent } from '../../src/courier';
import type { ConversationRecord } from '../../src/domain/documents';
import { POST_CLAIM_LAPSES_AFTER, POST_LEAVES_WITHIN } from '../../src/domain/post';
import { DAY, HOUR, MINUTE } from '../../src/domain/time';
import { sendDigests } from '../../src/reconcile/send-digests';
import { account } from '../builders';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

/** A Monday, just after the hour for which the digest was asked. */
const MONDAY = Date.UTC(2026, 9, 5, 8, 1);
const settings = { notifications: true, digest: { on: true, when: 'daily', time: '08:00' } };
const draw = () => ({ text: 'what is open', summary: 'digest' });

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
  stand.clock.move(MONDAY - stand.clock.now());
  await put(stand.ports, conversation({ settings }), account({ writesBack: false }));
});
afterEach(() => stand.close());

const run = () => sendDigests(stand.ports, draw);
const sentTimes = () => stand.ports.courier.said.length;

async function stored(): Promise<ConversationRecord | undefined> {
  return (await stand.ports.store.read('conversation', 'conversation:channel-a'))?.document;
}

function answers(...sent: Sent[]): void {
  stand.ports.courier.answer = () => sent.shift() ?? { sent: 'sent', messageId: 'm' };
}

describe('a digest', () => {
  it('is sent once a day', async () => {
    await run();
    stand.clock.move(MINUTE);
    await run();
    const first = sentTimes();
    stand.clock.move(DAY);
    await run();

    expect([first, sentTimes()]).toEqual([1, 2]);
    expect((await stored())?.digestPost).toBeUndefined();
  });

  it('is noted as sent only after Teams took it', async () => {
    let during: ConversationRecord | undefined;
    stand.ports.courier.answer = async () => {
      during = await stored();
      return { sent: 'sent', messageId: 'm' };
    };
    await run();

    expect(during).toMatchObject({ digestPost: { claimedAt: MONDAY } });
    expect(during?.digestSentAt).toBeUndefined();
    expect(await stored()).toMatchObject({ digestSentAt: MONDAY });
    expect(stand.ports.courier.said[0]?.notAfter).toBe(MONDAY + POST_LEAVES_WITHIN);
  });

  it('is sent by the next one when its sender died after the claim, and not before the claim has lapsed', async () => {
    stand.ports.courier.answer = () => Promise.reject(new Error('killed'));
    await run();
    answers();
    stand.clock.move(POST_CLAIM_LAPSES_AFTER - 1);
    await run();
    const early = sentTimes();
    stand.clock.move(1);
    await run();
    stand.clock.move(HOUR);
    await run();

    expect([early, sentTimes()]).toEqual([1, 2]);
  });

  it.each<[string, Sent, number]>([
    ['was refused for now', { sent: 'later', reason: 'throttled' }, 5_000],
    ['was too late to leave', { sent: 'too-late' }, POST_CLAIM_LAPSES_AFTER],
    ['may not have arrived', { sent: 'unsure', reason: 'timeout' }, POST_CLAIM_LAPSES_AFTER],
  ])('that %s is sent again, and then once', async (_what, answer, wait) => {
    answers(answer);
    await run();
    await run();
    const atOnce = sentTimes();
    stand.clock.move(wait);
    await run();
    stand.clock.move(HOUR);
    await run();

    expect([atOnce, sentTimes()]).toEqual([1, 2]);
    expect((await stored())?.digestPost).toBeUndefined();
  });

  it('is posted once by two replicas at the same moment', async () => {
    await Promise.all([run(), run()]);

    expect(sentTimes()).toBe(1);
  });

  it('that cannot be drawn does not hold up the others', async () => {
    await put(stand.ports, conversation({ conversationId: 'channel-b', settings }));
    await sendDigests(stand.ports, (_list, to) => {
      if (to.conversationId === 'channel-a') throw new Error('poison');
      return draw();
    });

    expect(stand.ports.courier.said.map(({ conversationId }) => conversationId)).toEqual(['channel-b']);
  });

  it('waits for a conversation that was paused, and does not hold up the others', async () => {
    await put(stand.ports, conversation({ conversationId: 'channel-b', settings }));
    stand.ports.courier.answer = (id) =>
      id === 'channel-a' ? { sent: 'paused', reason: 'blocked' } : { sent: 'sent', messageId: 'm' };
    await run();

    expect(await stored()).toMatchObject({ state: 'paused', digestPost: { lastError: 'blocked' } });
    expect(stand.ports.courier.said.map(({ conversationId }) => conversationId)).toEqual(['channel-a', 'channel-b']);
  });
});
