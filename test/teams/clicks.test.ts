import type { Reply } from '../../src/turn';
import type { Json } from '../doubles/connector';
import { activity, card, click, execute, inChannel, startStand, TENANT, text, THREAD, type Stand } from './stand';

let stand: Stand;
beforeEach(async () => {
  stand = await startStand();
});
afterEach(() => stand.stop());

describe('clicks', () => {
  const answer = async (reply: Reply, body = click(execute({ accountId: 'a' }))) => {
    stand.desk.reply = () => reply;
    const response = await stand.send(body);
    return [response.status, await response.json()];
  };

  it('passes on the payload with its verb, the message and whether the client did it by itself', async () => {
    await stand.send(click(execute({ accountId: 'a' }, 'manual')));
    await stand.send(click(execute({ accountId: 'a' }, 'automatic')));
    await stand.send(click(execute({ accountId: 'a', verb: 'own' })));

    expect(stand.desk.turns.map((turn) => turn.input)).toEqual([
      { kind: 'action', data: { verb: 'pick', accountId: 'a' }, messageId: '17', automatic: false },
      { kind: 'action', data: { verb: 'pick', accountId: 'a' }, messageId: '17', automatic: true },
      { kind: 'action', data: { verb: 'own', accountId: 'a' }, messageId: '17', automatic: false },
    ]);
  });

  it('reads a payload that comes as JSON in a text, as some clients send it (T8)', async () => {
    const data = { handshake: 1, verb: 'pick', accountId: 'a' };
    await stand.send(click(execute(JSON.stringify(data))));
    await stand.send(activity({ value: JSON.stringify(data), text: undefined, replyToId: '17' }));

    const input = { kind: 'action', data, messageId: '17', automatic: false };
    expect(stand.desk.turns.map((turn) => turn.input)).toEqual([input, input]);
  });

  it('looks at the first fields of a payload only: no card of ours has a hundred', async () => {
    const wide = Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`k${n}`, n]));
    await stand.send(click(execute({ verb: 'pick', ...wide })));
    await stand.send(activity({ value: { verb: 'pick', ...wide }, text: undefined }));
    await stand.send(activity({ value: JSON.stringify({ verb: 'pick', ...wide }), text: undefined }));
    await stand.send(activity(wide));

    const sizes = stand.desk.turns.map(
      ({ input }) => input.kind === 'action' && Object.keys(input.data as object).length,
    );
    expect(sizes).toEqual([100, 100, 100, false]);
  });

  it('answers with the card for the one who clicked, and updates nothing', async () => {
    const message = card('Mapped');

    expect(await answer({ reply: 'card', message })).toEqual([
      200,
      { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: message.card },
    ]);
    expect(stand.connector.requests).toEqual([]);
  });

  it('answers with a note', async () => {
    expect(await answer({ reply: 'note', text: 'Bob was faster.' })).toEqual([
      200,
      { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Bob was faster.' },
    ]);
  });

  it('says a message in the conversation and leaves its summary on the card', async () => {
    const [status, body]: Json[] = await answer({ reply: 'message', message: text('long answer') });
    await stand.connector.arrived(1);

    expect([status, body.value]).toEqual([200, 'long answer']);
    expect(stand.connector.messages()[0]?.body.text).toBe('long answer');
  });

  describe('on an answer whose keeping is under way', () => {
    const elsewhere = () =>
      stand.send({ ...click(execute({ other: 1 })), conversation: { id: 'a:other', tenantId: TENANT } });
    const asked = () => stand.desk.turns.map(({ input }) => (input.kind === 'action' ? input.data : input.kind));

    let kept: () => void;
    beforeEach(() => {
      const keeping = new Promise<void>((resolve) => (kept = resolve));
      stand.desk.answered = ({ input }) => (input.kind === 'text' ? keeping : Promise.resolve());
    });
    afterEach(() => {
      kept();
    });

    it('wait until it is known which message that is, and hold up no other conversation', async () => {
      await stand.send(activity());
      const clicked = stand.send(click(execute({ accountId: 'a' })));
      await elsewhere();
      expect(asked()).toEqual(['text', { verb: 'pick', other: 1 }]);

      kept();
      expect((await clicked).status).toBe(200);
      expect(asked()).toEqual(['text', { verb: 'pick', other: 1 }, { verb: 'pick', accountId: 'a' }]);
    });

    it('are answered all the same when the keeping hangs', async () => {
      await stand.send(activity());
      expect((await stand.send(click(execute({ accountId: 'a' })))).status).toBe(200);
      expect(asked()).toEqual(['text', { verb: 'pick', accountId: 'a' }]);
    });
  });

  it.each([undefined, null, 7, 'text', {}, { action: 7 }, { action: { data: 'x' } }])(
    'lets the desk judge the payload %j',
    async (value) => {
      const response = await stand.send(click(value));

      expect(response.status).toBe(200);
      expect(stand.desk.turns[0]?.input.kind).toBe('action');
    },
  );

  it('answers a search with choices', async () => {
    stand.desk.reply = () => ({ reply: 'choices', choices: [{ title: 'Contoso · contoso.com', value: 'c1' }] });
    const value = { queryText: 'cont', queryOptions: { skip: 0, top: 50 }, dataset: 'customers', data: { a: 1 } };
    const response = await stand.send(activity({ type: 'invoke', name: 'application/search', value }));

    expect(stand.desk.turns[0]?.input).toEqual({
      kind: 'search',
      dataset: 'customers',
      text: 'cont',
      limit: 15,
      data: { a: 1 },
    });
    expect(await response.json()).toEqual({
      type: 'application/vnd.microsoft.search.searchResponse',
      value: { results: [{ title: 'Contoso · contoso.com', value: 'c1' }] },
    });
  });

  it.each([
    'task/fetch',
    'composeExtension/query',
    'signin/verifyState',
    'message/submitAction',
    'new/thing',
    undefined,
  ])('answers the invoke %s that it has no use for', async (name) => {
    const response = await stand.send(activity({ type: 'invoke', name, value: {} }));

    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(expect.any(Object));
  });

  describe('of clients that submit', () => {
    const submit = activity({
      value: { verb: 'pick', accountId: 'a' },
      text: undefined,
      replyToId: '17',
      ...inChannel,
    });

    it('get a message of their own: what others look at is changed by nobody who only says what was clicked', async () => {
      stand.desk.reply = () => ({ reply: 'card', message: card('Mapped') });
      await stand.send({ ...submit, id: 's1' });

      expect(stand.desk.turns[0]?.input).toMatchObject({ kind: 'action', messageId: '17', automatic: false });
      expect(stand.connector.messages().map((one) => [one.kind, one.conversationId, one.activityId])).toEqual([
        ['post', THREAD, 's1'],
      ]);
    });

    it('says a note in words', async () => {
      stand.desk.reply = () => ({ reply: 'note', text: 'Bob was faster.' });
      await stand.send({ ...submit, id: 's3' });

      expect(stand.connector.messages()[0]?.body.text).toBe('Bob was faster.');
    });
  });
});
