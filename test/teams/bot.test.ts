import type { Reply } from '../../src/turn';
import type { Json } from '../doubles/connector';
import { activity, ALICE, BOT, card, CHANNEL, startStand, TEAM, TENANT, text, type Stand } from './stand';
import { createVirtualTimer } from './virtual-timer';

let stand: Stand;
beforeEach(async () => {
  stand = await startStand();
});
afterEach(() => stand.stop());

const THREAD = `${CHANNEL};messageid=17`;
const inChannel = {
  conversation: { id: THREAD, conversationType: 'channel', isGroup: true, tenantId: TENANT },
  channelData: {
    tenant: { id: TENANT },
    team: { id: TEAM, name: 'Team One' },
    channel: { id: CHANNEL, name: 'Board' },
  },
};
const click = (value: unknown, overrides: Record<string, unknown> = {}) =>
  activity({ type: 'invoke', name: 'adaptiveCard/action', value, replyToId: '17', text: undefined, ...overrides });
const execute = (data: unknown, trigger?: string) => ({
  action: { type: 'Action.Execute', verb: 'pick', data },
  trigger,
});

describe('what the desk is told', () => {
  it('gives person, place, language and time of a personal message', async () => {
    await stand.send(
      activity({ id: 'm1', localTimestamp: '2026-11-22T11:00:00.000+01:00', text: ' is  Contoso accepted? ' }),
    );

    expect(stand.desk.turns).toEqual([
      {
        id: 'm1',
        at: Date.parse('2026-11-22T10:00:00.000Z'),
        person: { id: ALICE, name: 'Alice Example', guest: false },
        place: {
          conversationId: 'a:personal',
          type: 'personal',
          serviceUrl: stand.connector.serviceUrl,
          tenantId: TENANT,
          botId: BOT,
          personId: ALICE,
          personName: 'Alice Example',
          memberId: '29:alice',
        },
        locale: 'en-GB',
        utcOffsetMinutes: 60,
        input: { kind: 'text', text: 'is  Contoso accepted?' },
      },
    ]);
  });

  it('separates channel and thread, names team and channel, and takes only our own mention away', async () => {
    const entities = [
      { type: 'mention', text: '<at>Handshake</at>', mentioned: { id: BOT } },
      { type: 'mention', text: '<at>Bob</at>', mentioned: { id: '29:bob' } },
    ];
    const said = '<at>Handshake</at> ask <at>Bob</at>, <at>Handshake</at>';
    await stand.send(activity({ ...inChannel, entities, text: said }));

    const [turn] = stand.desk.turns;
    expect(turn?.place).toMatchObject({ conversationId: CHANNEL, threadId: THREAD, type: 'channel', teamId: TEAM });
    expect(turn?.place).toMatchObject({ teamName: 'Team One', name: 'Board' });
    expect(turn?.input).toEqual({ kind: 'text', text: 'ask <at>Bob</at>,' });
  });

  it('calls a chat with several people a group', async () => {
    const group = { id: '19:group@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: TENANT };
    await stand.send(activity({ conversation: group }));

    expect(stand.desk.turns[0]?.place).toMatchObject({ type: 'group', conversationId: '19:group@thread.v2' });
  });

  it.each([
    ['a role', { userRole: 'guest' }],
    ['a sign-in name of a guest', { userPrincipalName: 'bob_contoso.com#EXT#@partner.example' }],
  ])('knows a guest by %s', async (_what, from) => {
    await stand.send(activity({ from: { id: '29:bob', aadObjectId: ALICE, ...from } }));

    expect(stand.desk.turns[0]?.person?.guest).toBe(true);
  });

  it.each([
    ['a zone', { localTimezone: 'Asia/Kolkata' }, 330],
    ['a zone of the client', { entities: [{ type: 'clientInfo', timezone: 'America/St_Johns' }] }, expect.any(Number)],
    ['west of Greenwich', { localTimestamp: '2026-11-22T05:30:00-04:30' }, -270],
    ['an unknown zone', { localTimezone: 'Mars/Olympus' }, undefined],
  ])('reads the offset from %s', async (_what, overrides, minutes) => {
    await stand.send(activity(overrides));

    expect(stand.desk.turns[0]?.utcOffsetMinutes).toEqual(minutes);
  });

  it.each([
    ['installationUpdate', { action: 'add' }, { kind: 'installed', upgrade: false }],
    ['installationUpdate', { action: 'add-upgrade' }, { kind: 'installed', upgrade: true }],
    ['installationUpdate', { action: 'remove' }, { kind: 'removed', why: 'uninstalled' }],
    ['conversationUpdate', { membersRemoved: [{ id: BOT }] }, { kind: 'removed', why: 'uninstalled' }],
    ['conversationUpdate', event('teamDeleted'), { kind: 'removed', why: 'team-deleted' }],
    ['conversationUpdate', event('teamHardDeleted'), { kind: 'removed', why: 'team-deleted' }],
    ['conversationUpdate', event('teamArchived'), { kind: 'removed', why: 'team-archived' }],
    ['conversationUpdate', event('channelDeleted'), { kind: 'removed', why: 'channel-deleted' }],
    ['conversationUpdate', event('teamRestored'), { kind: 'restored' }],
    ['conversationUpdate', event('teamUnarchived'), { kind: 'restored' }],
    ['conversationUpdate', event('channelRestored'), { kind: 'restored' }],
    ['conversationUpdate', event('teamRenamed'), { kind: 'renamed', of: 'team', name: 'Team One' }],
    ['conversationUpdate', event('channelRenamed'), { kind: 'renamed', of: 'channel', name: 'Board' }],
  ])('turns %s %j into %j', async (type, overrides, input) => {
    const response = await stand.send(activity({ type, ...overrides }));

    expect(response.status).toBe(200);
    expect(stand.desk.turns.map((turn) => turn.input)).toEqual([input]);
  });

  it.each([
    ['a member who is not us', { type: 'conversationUpdate', membersAdded: [{ id: '29:bob' }] }],
    ['an event of the future', { type: 'conversationUpdate', channelData: { tenant: { id: TENANT }, eventType: 'x' } }],
    ['the first half of an upgrade', { type: 'installationUpdate', action: 'remove-upgrade' }],
    ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
    ['an edited message', { type: 'messageUpdate' }],
    ['a type of the future', { type: 'somethingNew', from: undefined }],
  ])('answers 200 to %s and bothers nobody', async (_what, overrides) => {
    const response = await stand.send(activity(overrides));

    expect([response.status, await response.text(), stand.desk.turns]).toEqual([200, '', []]);
  });

  it('tells an installation once, whichever of its two events comes first', async () => {
    const add = { type: 'installationUpdate', action: 'add' };
    const joined = { type: 'conversationUpdate', membersAdded: [{ id: BOT }] };
    for (const pair of [
      [add, joined],
      [joined, add],
    ]) {
      const conversation = { id: `a:${stand.desk.turns.length}`, conversationType: 'personal', tenantId: TENANT };
      for (const one of pair) await stand.send(activity({ ...one, conversation }));
    }

    expect(stand.desk.turns.map((turn) => turn.input.kind)).toEqual(['installed', 'installed']);
  });

  it('tells an installation after a removal again', async () => {
    for (const action of ['add', 'remove', 'add']) await stand.send(activity({ type: 'installationUpdate', action }));

    expect(stand.desk.turns.map((turn) => turn.input.kind)).toEqual(['installed', 'removed', 'installed']);
  });

  it('greets a team in the channel that was chosen, as a new thread', async () => {
    stand.desk.reply = () => ({ reply: 'message', message: text('hello') });
    const channelData = {
      tenant: { id: TENANT },
      team: { id: TEAM, name: 'Team One' },
      settings: { selectedChannel: { id: CHANNEL, name: 'Board' } },
    };
    const conversation = { id: CHANNEL, conversationType: 'channel', tenantId: TENANT };
    await stand.send(activity({ type: 'installationUpdate', action: 'add', conversation, channelData }));
    const joined = { ...conversation, id: TEAM };
    const membersAdded = [{ id: BOT }];
    await stand.send(activity({ type: 'conversationUpdate', membersAdded, conversation: joined, channelData }));

    expect(stand.connector.messages().map((one) => [one.kind, one.conversationId])).toEqual([['create', CHANNEL]]);
  });
});

function event(eventType: string) {
  return {
    conversation: { id: TEAM, conversationType: 'channel', tenantId: TENANT },
    channelData: { ...inChannel.channelData, eventType },
  };
}

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

    it('updates the card that was clicked', async () => {
      stand.desk.reply = () => ({ reply: 'card', message: card('Mapped') });
      await stand.send({ ...submit, id: 's1' });

      expect(stand.desk.turns[0]?.input).toMatchObject({ kind: 'action', messageId: '17', automatic: false });
      expect(stand.connector.messages().map((one) => [one.kind, one.conversationId, one.activityId])).toEqual([
        ['update', THREAD, '17'],
      ]);
    });

    it('says the card anew when the old one is gone', async () => {
      const gone = { error: { code: 'ActivityNotFoundInConversation' } };
      stand.connector.script(CHANNEL, { do: 'status', status: 404, body: gone });
      stand.desk.reply = () => ({ reply: 'card', message: card('Mapped') });
      await stand.send({ ...submit, id: 's2' });

      expect(stand.connector.messages().map((one) => one.kind)).toEqual(['update', 'post']);
    });

    it('says a note in words', async () => {
      stand.desk.reply = () => ({ reply: 'note', text: 'Bob was faster.' });
      await stand.send({ ...submit, id: 's3' });

      expect(stand.connector.messages()[0]?.body.text).toBe('Bob was faster.');
    });
  });
});

describe('messages that are said', () => {
  it('go out in order, and the desk hears where the one to keep ended up', async () => {
    stand.desk.reply = () => ({
      reply: 'message',
      message: card('first'),
      more: [text('second')],
      keep: { accountId: 'a', shownVersion: 3 },
    });
    await stand.send(activity({ ...inChannel }));

    const [first, second] = stand.connector.messages();
    expect(first?.body.attachments[0].contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect([first?.body.text, first?.body.summary, second?.body.text]).toEqual([undefined, 'first', 'second']);
    expect(stand.desk.kept).toEqual([{ messageId: '1001', threadId: THREAD }]);
  });
});

describe('when a turn fails', () => {
  const fail = () => {
    throw new Error('db password is hunter2');
  };

  it('says a sentence with a reference that is in the log, and nothing of the error', async () => {
    stand.desk.reply = fail;
    const response = await stand.send(activity());

    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(stand.connector.messages().map((one) => one.body.text)).toEqual(['sorry referenc']);
    expect(stand.lines.find((line) => line['msg'] === 'A turn failed.')).toMatchObject({
      level: 'error',
      reference: 'referenc',
    });
  });

  it('answers a click and a search too', async () => {
    stand.desk.reply = fail;
    stand.desk.apologise = (_turn, reference) => ({ reply: 'note', text: `sorry ${reference}` });
    const clicked = await (await stand.send(click(execute({})))).json();
    const searched = await (await stand.send(activity({ type: 'invoke', name: 'application/search' }))).json();

    expect(clicked).toMatchObject({ statusCode: 200, value: 'sorry referenc' });
    expect(searched).toMatchObject({ value: { results: [] } });
  });

  it('stays up when the apology fails as well', async () => {
    stand.desk.reply = fail;
    stand.desk.apologise = fail;
    const said = await stand.send(activity());
    const clicked = await stand.send(click(execute({})));

    expect([said.status, clicked.status]).toEqual([200, 200]);
  });

  it('bothers nobody about an event that nobody waits for', async () => {
    stand.desk.reply = fail;
    await stand.send(activity({ type: 'installationUpdate', action: 'remove' }));

    expect(stand.connector.requests).toEqual([]);
  });
});

describe('when Teams delivers again', () => {
  it('answers a message once', async () => {
    const once = activity();
    await stand.send(once);
    await stand.send(once);

    expect([stand.desk.turns.length, stand.connector.messages().length]).toEqual([1, 1]);
  });

  it('gives a click the same answer, also while the first is under way', async () => {
    let decide: (reply: Reply) => void = () => undefined;
    const decided = new Promise<Reply>((resolve) => (decide = resolve));
    stand.desk.reply = () => decided;
    const once = click(execute({}));
    const both = [stand.send(once), stand.send(once)];
    decide({ reply: 'note', text: 'done' });
    const early = await Promise.all(both.map(async (response) => (await response).json() as Promise<Json>));
    const late: Json = await (await stand.send(once)).json();

    expect(stand.desk.turns).toHaveLength(1);
    expect([...early, late].map((body) => body.value)).toEqual(['done', 'done', 'done']);
  });

  it('takes the same id in another conversation for something else', async () => {
    for (const id of ['a:1', 'a:2']) await stand.send(activity({ id: 'same', conversation: { id } }));

    expect(stand.desk.turns).toHaveLength(2);
  });

  it('runs a turn again after ten minutes', async () => {
    const timer = createVirtualTimer();
    const other = await startStand({ timer });
    const once = activity();
    await other.send(once);
    await timer.advance(9 * 60_000);
    await other.send(once);
    const before = other.desk.turns.length;
    await timer.advance(2 * 60_000);
    await other.send(once);
    const after = other.desk.turns.length;
    await other.stop();

    expect([before, after]).toEqual([1, 2]);
  });
});

describe('when a turn takes long', () => {
  it('shows once that we are at work, answers Teams in time and the person later', async () => {
    const timer = createVirtualTimer();
    const other = await startStand({ timer });
    let decide: (reply: Reply) => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      other.desk.reply = () => {
        resolve();
        return new Promise<Reply>((settle) => (decide = settle));
      };
    });
    const response = other.send(activity());
    await asked;
    await timer.advance(1_000);
    await other.connector.arrived(1);
    await timer.advance(8_000);
    const status = (await response).status;
    decide({ reply: 'message', message: text('at last') });
    await other.connector.arrived(2);
    const sent = other.connector.requests.map((one) => one.body.type);
    await other.stop();

    expect([status, sent]).toEqual([200, ['typing', 'message']]);
  });

  it('gives a click the apology before the client gives up', async () => {
    const timer = createVirtualTimer();
    const other = await startStand({ timer });
    const asked = new Promise<void>((resolve) => {
      other.desk.reply = () => {
        resolve();
        return new Promise<Reply>(() => undefined);
      };
    });
    const response = other.send(click(execute({})));
    await asked;
    await timer.advance(9_000);
    const body: Json = await (await response).json();
    const stopped = other.stop();
    await timer.advance(10_000);
    await stopped;

    expect(body.value).toBe('sorry referenc');
  });
});
