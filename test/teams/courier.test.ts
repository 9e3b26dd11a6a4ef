import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { ALICE, card, CHANNEL, conversation, startStand, TEAM, TENANT, text, type Stand } from './stand';
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

const status = (code: number, body?: unknown, headers: Record<string, string> = {}) =>
  ({ do: 'status', status: code, body, headers }) as const;
const coded = (code: number, name: string) => status(code, { error: { code: name, message: 'no' } });
const board = () => conversation(stand.connector, { conversationId: CHANNEL, type: 'channel', teamId: TEAM });
const personal = (conversationId = 'a:personal') => conversation(stand.connector, { conversationId });

const settle = <T>(work: Promise<T>): Promise<T> => finish(work, timer, stand.outbound);

/** Until Teams' answers to all that has left are in; no time passes. */
async function answered(): Promise<void> {
  do await timer.settle();
  while (stand.outbound.underWay() > 0);
}

const post = (to = personal()) => settle(stand.outbound.courier.post(to, text('news')));
const update = (to = personal()) => settle(stand.outbound.courier.update(to, { messageId: '17' }, text('news')));

describe('the courier', () => {
  it('opens a thread in a channel and says its id and the id of the message', async () => {
    const sent = await post(board());

    expect(sent).toEqual({ sent: 'sent', messageId: '1001', threadId: `${CHANNEL};messageid=1001` });
    expect(stand.connector.requests[0]).toMatchObject({
      kind: 'create',
      body: {
        isGroup: true,
        tenantId: TENANT,
        channelData: { channel: { id: CHANNEL } },
        activity: { summary: 'news' },
      },
    });
  });

  it('sends cards without text beside them', async () => {
    const sent = await settle(stand.outbound.courier.post(personal(), card('Contoso')));

    expect(sent).toEqual({ sent: 'sent', messageId: '1001' });
    const [shown] = stand.connector.shown.values();
    expect(shown).toMatchObject({
      type: 'message',
      summary: 'Contoso',
      attachments: [{ content: { version: '1.5' } }],
    });
    expect(shown).not.toHaveProperty('text');
  });

  it('updates a message in its thread', async () => {
    const threadId = `${CHANNEL};messageid=17`;
    const sent = await settle(stand.outbound.courier.update(board(), { messageId: '17', threadId }, card('Mapped')));

    expect(sent).toEqual({ sent: 'sent', messageId: '17' });
    expect(stand.connector.requests.map((one) => [one.method, one.conversationId, one.activityId])).toEqual([
      ['PUT', threadId, '17'],
    ]);
  });

  const inString = { errorCode: 209, message: '{ "subCode": "MessageWritesBlocked", "details": null }' };
  it.each([
    ['400 BadArgument', coded(400, 'BadArgument'), { sent: 'rejected', reason: 'BadArgument' }],
    ['403 BotDisabledByAdmin', coded(403, 'BotDisabledByAdmin'), { sent: 'paused', reason: 'BotDisabledByAdmin' }],
    ['403 BotNotInConversationRoster', coded(403, 'BotNotInConversationRoster'), { sent: 'paused' }],
    ['403 ConversationBlockedByUser', coded(403, 'ConversationBlockedByUser'), { sent: 'paused' }],
    ['403 ForbiddenOperationException', coded(403, 'ForbiddenOperationException'), { sent: 'paused' }],
    ['403 InvalidBotApiHost', coded(403, 'InvalidBotApiHost'), { sent: 'rejected' }],
    ['403 NotEnoughPermissions', coded(403, 'NotEnoughPermissions'), { sent: 'rejected' }],
    ['403 MessageWritesBlocked', coded(403, 'MessageWritesBlocked'), { sent: 'paused' }],
    ['403 with JSON in a string', status(403, inString), { sent: 'paused', reason: 'MessageWritesBlocked' }],
    [
      '403 with JSON in a string of an error',
      status(403, { error: { ...inString, code: 'Forbidden' } }),
      { sent: 'paused' },
    ],
    ['403 in another case', coded(403, 'botNotInConversationRoster'), { sent: 'paused' }],
    ['403 without a code', status(403), { sent: 'later', reason: 'status-403' }],
    ['403 in HTML', status(403, '<html>no</html>'), { sent: 'later', reason: 'status-403' }],
    ['403 with a code of the future', coded(403, 'BotIsTired'), { sent: 'later', reason: 'BotIsTired' }],
    ['404 ConversationNotFound', coded(404, 'ConversationNotFound'), { sent: 'conversation-gone' }],
    ['404 without a code', status(404), { sent: 'later', reason: 'status-404' }],
    ['404 with a code of the future', coded(404, 'Elsewhere'), { sent: 'later', reason: 'Elsewhere' }],
    ['413 MessageSizeTooBig', coded(413, 'MessageSizeTooBig'), { sent: 'rejected' }],
    ['413 without a code', status(413), { sent: 'rejected', reason: 'status-413' }],
    ['500 ServiceError', coded(500, 'ServiceError'), { sent: 'unsure', over: true }],
    ['500 without a code', status(500), { sent: 'unsure', over: true }],
    ['401 BotNotRegistered', coded(401, 'BotNotRegistered'), { sent: 'later', retryAt: expect.any(Number) }],
    ['a redirection', status(302, undefined, { location: 'http://127.0.0.1:1/' }), { sent: 'rejected' }],
    ['an answer without an id', status(200, {}), { sent: 'unsure', reason: 'no-message-id' }],
  ])('takes %s for a post for what it means, at the first attempt', async (_what, step, expected) => {
    stand.connector.script('a:personal', step);

    expect(await post()).toMatchObject(expected);
    expect(stand.connector.requests).toHaveLength(1);
  });

  it.each([
    ['404 ActivityNotFoundInConversation', coded(404, 'ActivityNotFoundInConversation'), { sent: 'message-gone' }],
    ['404 ConversationNotFound', coded(404, 'ConversationNotFound'), { sent: 'conversation-gone' }],
    ['404 without a code', status(404), { sent: 'message-gone' }],
    ['403 BotNotInConversationRoster', coded(403, 'BotNotInConversationRoster'), { sent: 'paused' }],
    ['an empty answer', status(200), { sent: 'sent', messageId: '17' }],
  ])('takes %s for an update for what it means', async (_what, step, expected) => {
    stand.connector.script('a:personal', step);

    expect(await update()).toMatchObject(expected);
  });

  it('takes a thread that is gone for a message that is gone, and not for the end of its channel', async () => {
    const threadId = `${CHANNEL};messageid=17`;
    stand.connector.script(CHANNEL, coded(404, 'ConversationNotFound'));
    const place = { messageId: '17', threadId };

    expect(await settle(stand.outbound.courier.update(board(), place, text('news')))).toEqual({ sent: 'message-gone' });
  });

  it('takes several refusals without a known reason for a pause, and any success for the end of it', async () => {
    stand.connector.script('a:personal', status(403), status(403), status(403), status(201, { id: '1' }), status(403));
    const outcomes: string[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1) outcomes.push((await post()).sent);

    expect(outcomes).toEqual(['later', 'later', 'paused', 'sent', 'later']);
  });

  it.each([
    ['412', status(412)],
    ['429', status(429)],
    ['502', status(502, '<html>')],
    ['503', status(503)],
    ['504', status(504)],
    ['404 in HTML, which is no answer of Teams', status(404, '<html>')],
    ['a code in another status', coded(400, 'Throttled')],
  ])('tries again after %s', async (_what, step) => {
    stand.connector.script('a:personal', step, step);

    expect(await post()).toMatchObject({ sent: 'sent' });
    expect(stand.connector.requests).toHaveLength(3);
  });

  it('gives up after four attempts and says when to come back', async () => {
    stand.connector.script('a:personal', ...Array.from({ length: 9 }, () => status(503)));
    const sent = await post();

    expect(sent).toMatchObject({ sent: 'later', reason: 'status-503', retryAt: expect.any(Number) });
    expect(stand.connector.requests).toHaveLength(4);
  });

  it('keeps a throttled conversation silent for as long as Teams says, and only that one', async () => {
    stand.connector.script('a:personal', status(429, undefined, { 'retry-after': '7' }));
    const sent = stand.outbound.courier.post(personal(), text('news'));
    await answered();
    await stand.outbound.courier.post(personal('a:other'), text('other'));
    const early = stand.connector.requests.map((one) => one.conversationId);
    const before = timer.now();
    await settle(sent);

    expect(early).toEqual(['a:personal', 'a:other']);
    expect(timer.now() - before).toBeGreaterThan(6_000);
    expect(stand.connector.messages()).toHaveLength(3);
  });

  it('does not wait for a pause that is longer than its patience', async () => {
    stand.connector.script('a:personal', status(429, undefined, { 'retry-after': '600' }));
    const before = Date.now();
    const sent = await post();

    expect(sent.sent).toBe('later');
    expect(sent.sent === 'later' ? (sent.retryAt ?? 0) - before : 0).toBeGreaterThanOrEqual(599_000);
    expect(stand.connector.requests).toHaveLength(1);
  });

  it('slows down a whole tenant when several conversations are throttled at once', async () => {
    const retry = { 'retry-after': '9' };
    for (const id of ['a:1', 'a:2', 'a:3']) stand.connector.script(id, status(429, undefined, retry));
    const sent = ['a:1', 'a:2', 'a:3'].map((id) => stand.outbound.courier.post(personal(id), text('news')));
    await answered();
    const other = stand.outbound.courier.post(personal('a:other'), text('news'));
    await timer.advance(5_000);
    const early = stand.connector.requests.length;
    await settle(Promise.all([...sent, other]));

    expect([early, stand.connector.requests.length]).toEqual([3, 7]);
  });

  it('never repeats a post that may have been shown', async () => {
    for (const how of ['lose', 'reset'] as const) {
      stand.connector.script('a:personal', { do: how });

      expect(await post()).toMatchObject({ sent: 'unsure' });
    }
    expect(stand.connector.requests).toHaveLength(2);
    expect(stand.connector.shown.size).toBe(1);
  });

  it('gives up on a connector that does not answer within ten seconds', async () => {
    stand.connector.script('a:personal', { do: 'hang' });
    const sent = stand.outbound.courier.post(personal(), text('news'));
    await stand.connector.arrived(1);
    await timer.advance(10_000);

    expect(await sent).toEqual({ sent: 'unsure', reason: 'timeout' });
  });

  it('repeats an update that got no answer, because that does no harm', async () => {
    stand.connector.script('a:personal', { do: 'lose' });

    expect(await update()).toMatchObject({ sent: 'sent' });
    expect(stand.connector.requests).toHaveLength(2);
  });

  it('knows that nothing was shown when nobody listens', async () => {
    const server = http.createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const sent = await post({ ...personal(), serviceUrl: `http://127.0.0.1:${port}/` });

    expect(sent).toMatchObject({ sent: 'later', reason: 'ECONNREFUSED' });
  });

  it('sends to no host that is not on the list', async () => {
    const to = { ...personal(), serviceUrl: 'https://evil.example/' };

    expect(await post(to)).toMatchObject({ sent: 'rejected' });
    expect(await stand.outbound.courier.isMember(to, { id: ALICE })).toBeUndefined();
    expect(stand.connector.requests).toEqual([]);
  });

  it('sends only the newest content of a message that is updated again and again', async () => {
    let release: () => void = () => undefined;
    const until = new Promise<void>((resolve) => (release = resolve));
    stand.connector.script('a:personal', { do: 'late', until });
    const { courier } = stand.outbound;
    const updates = ['1', '2', '3', '4'].map((words, index) => {
      const sent = courier.update(personal(), { messageId: '17' }, text(words));
      return index === 0 ? stand.connector.arrived(1).then(() => sent) : sent;
    });
    await stand.connector.arrived(1);
    release();
    const outcomes = await settle(Promise.all(updates));

    const contents = stand.connector.requests.map((one) => one.body.text);
    expect(contents.at(-1)).toBe('4');
    expect(contents.length).toBeLessThanOrEqual(2);
    expect(outcomes.every((one) => one.sent === 'sent')).toBe(true);
  });
});
