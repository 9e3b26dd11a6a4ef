import { activity, ALICE, BOT, CHANNEL, inChannel, startStand, TEAM, TENANT, text, THREAD, type Stand } from './stand';

let stand: Stand;
beforeEach(async () => {
  stand = await startStand();
});
afterEach(() => stand.stop());

describe('what the desk is told', () => {
  it('gives person, place, language and time of a personal message', async () => {
    await stand.send(
      activity({ id: 'm1', localTimestamp: '2026-11-22T11:00:00.000+01:00', text: ' is  Contoso accepted? ' }),
    );

    expect(stand.desk.turns).toEqual([
      {
        id: 'm1',
        at: Date.parse('2026-11-22T10:00:00.000Z'),
        person: { id: ALICE, name: 'Alice Example', memberId: '29:alice', standing: 'member' },
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
        timeZone: '+01:00',
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
    const mentions = [{ memberId: '29:bob', name: 'Bob', text: '<at>Bob</at>' }];
    expect(turn?.input).toEqual({ kind: 'text', text: 'ask <at>Bob</at>,', mentions });
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

    expect(stand.desk.turns[0]?.person?.standing).toBe('guest');
  });

  it.each([
    ['a zone', { localTimezone: 'Asia/Dubai', localTimestamp: '2026-11-22T05:30:00-04:30' }, 'Asia/Dubai'],
    ['a zone of the client', { entities: [{ type: 'clientInfo', timezone: 'America/St_Johns' }] }, 'America/St_Johns'],
    ['a zone in other letters', { localTimezone: 'america/new_york' }, 'America/New_York'],
    ['a zone as Windows calls it', { localTimezone: 'W. Europe Standard Time' }, 'Europe/Berlin'],
    ['an offset', { localTimestamp: '2026-11-22T05:30:00-04:30' }, '-04:30'],
    ['an offset of the winter in New York', { localTimestamp: '2026-11-22T05:30:00.123-05:00' }, '-05:00'],
    [
      'an offset beside an unknown zone',
      { localTimezone: 'Mars', localTimestamp: '2026-11-22T05:30:00+05:45' },
      '+05:45',
    ],
    ['an unknown zone', { localTimezone: 'Mars/Olympus', localTimestamp: 'soon' }, undefined],
    ['an impossible offset', { localTimestamp: '2026-11-22T05:30:00+99:00' }, undefined],
  ])('reads the time zone from %s', async (_what, overrides, zone) => {
    await stand.send(activity(overrides));

    expect(stand.desk.turns[0]?.timeZone).toBe(zone);
  });

  it.each([
    ['installationUpdate', { action: 'add' }, { kind: 'installed', upgrade: false }],
    ['installationUpdate', { action: 'add-upgrade' }, { kind: 'installed', upgrade: true }],
    ['installationUpdate', { action: 'remove' }, { kind: 'removed', why: 'uninstalled' }],
    ['conversationUpdate', { membersRemoved: [{ id: BOT }] }, { kind: 'removed', why: 'uninstalled' }],
    ['conversationUpdate', shared('channelMemberRemoved', 'membersRemoved'), { kind: 'removed', why: 'channel-left' }],
    ['conversationUpdate', shared('channelMemberAdded', 'membersAdded'), { kind: 'installed', upgrade: false }],
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

  it('hands over both events of an installation: what was done of it is written down, not remembered here', async () => {
    const add = { type: 'installationUpdate', action: 'add' };
    const joined = { type: 'conversationUpdate', membersAdded: [{ id: BOT }] };
    for (const pair of [
      [add, joined],
      [joined, add],
    ]) {
      const conversation = { id: `a:${stand.desk.turns.length}`, conversationType: 'personal', tenantId: TENANT };
      for (const one of pair) await stand.send(activity({ ...one, conversation }));
    }

    expect(stand.desk.turns.map((turn) => turn.input.kind)).toEqual([
      'installed',
      'installed',
      'installed',
      'installed',
    ]);
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

  it('greets where it was installed when the chosen channel is named by nothing', async () => {
    const settings = { selectedChannel: { id: '' } };
    const channelData = { tenant: { id: TENANT }, team: { id: TEAM }, channel: { id: '' }, settings };
    const conversation = { id: CHANNEL, conversationType: 'channel', tenantId: TENANT };
    await stand.send(activity({ type: 'installationUpdate', action: 'add', conversation, channelData }));

    expect(stand.desk.turns.at(-1)?.place.conversationId).toBe(CHANNEL);
  });
});

function event(eventType: string) {
  return {
    conversation: { id: TEAM, conversationType: 'channel', tenantId: TENANT },
    channelData: { ...inChannel.channelData, eventType },
  };
}

/** The bot joins or leaves one shared channel. */
function shared(eventType: string, what: 'membersAdded' | 'membersRemoved') {
  const { channelData, conversation } = event(eventType);
  const channel = { ...channelData.channel, type: 'shared' };
  return { conversation, channelData: { ...channelData, channel }, [what]: [{ id: BOT }] };
}
