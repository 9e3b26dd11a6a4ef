import type { Sent } from '../../src/courier';
import { DAY, HOUR } from '../../src/domain/time';
import type { ConversationRecord, WatchRecord } from '../../src/domain/documents';
import { keepBoards } from '../../src/reconcile/keep-board';
import { leaveTeam, renameConversations, restoreConversations } from '../../src/records/conversation-events';
import { keepConversation } from '../../src/records/keep-conversation';
import { reconcile } from '../../src/reconcile/reconcile';
import { wakeWaiting } from '../../src/reconcile/wake-waiting';
import type { Place } from '../../src/turn';
import { account, T0 } from '../builders';
import { plainDrawings } from '../tasks/drawings';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

const plain = plainDrawings();
const TEAM = 'team-general';

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
});
afterEach(() => stand.close());

const run = () => reconcile(stand.ports, plain, { aborted: false });

function place(news: Partial<Place> = {}): Place {
  const known = conversation({ conversationId: 'channel-a', teamId: TEAM, teamName: 'Team', name: 'A' });
  const { conversationId, type, serviceUrl, tenantId, botId } = known;
  return { conversationId, type, serviceUrl, tenantId, botId, teamId: TEAM, teamName: 'Team', name: 'A', ...news };
}

/** Two channels of one team, and one of another. */
async function channels(): Promise<void> {
  await put(
    stand.ports,
    conversation({ conversationId: 'channel-a', teamId: TEAM, teamName: 'Team', name: 'A' }),
    conversation({ conversationId: 'channel-b', teamId: TEAM, teamName: 'Team', name: 'B' }),
    conversation({ conversationId: 'elsewhere', teamId: 'other', teamName: 'Other', name: 'C' }),
  );
}

const states = (): Record<string, string> =>
  Object.fromEntries([...stand.ports.register.allConversations()].map((c) => [c.conversationId, c.state]));

async function stored(conversationId: string): Promise<ConversationRecord | undefined> {
  return (await stand.ports.store.read('conversation', `conversation:${conversationId}`))?.document;
}

describe('the life of a conversation', () => {
  it.each([
    ['uninstalled', 'removed'],
    ['team-deleted', 'removed'],
    ['team-archived', 'paused'],
  ] as const)('ends for every channel of a team that is %s', async (why, state) => {
    await channels();

    await leaveTeam(stand.ports, place({ conversationId: TEAM }), why);

    expect(states()).toEqual({ 'channel-a': state, 'channel-b': state, 'elsewhere': 'active' });
  });

  it('ends for one channel that is deleted, and begins again when that is restored', async () => {
    await channels();
    await leaveTeam(stand.ports, place(), 'channel-deleted');
    const deleted = states();

    await restoreConversations(stand.ports, place({ serviceUrl: 'http://127.0.0.1/moved/' }));

    expect(deleted).toEqual({ 'channel-a': 'removed', 'channel-b': 'active', 'elsewhere': 'active' });
    expect(states()['channel-a']).toBe('active');
    expect(await stored('channel-a')).toMatchObject({ serviceUrl: 'http://127.0.0.1/moved/' });
    expect(await stored('channel-a')).not.toHaveProperty('stateReason');
  });

  it.each(['team-deleted', 'team-archived'] as const)(
    'begins again in every channel when a team that was %s is back, and in no channel that we never were in',
    async (why) => {
      await channels();
      await leaveTeam(stand.ports, place({ conversationId: TEAM }), why);

      await restoreConversations(stand.ports, place({ conversationId: TEAM }));

      expect(states()).toEqual({ 'channel-a': 'active', 'channel-b': 'active', 'elsewhere': 'active' });
    },
  );

  it('does not begin again where we were uninstalled, only because the team is back', async () => {
    await channels();
    await leaveTeam(stand.ports, place({ conversationId: TEAM }), 'uninstalled');

    await restoreConversations(stand.ports, place({ conversationId: TEAM }));

    expect(states()['channel-a']).toBe('removed');
  });

  it('begins again when somebody speaks to us, whatever Teams said before', async () => {
    await channels();
    await leaveTeam(stand.ports, place(), 'channel-deleted');

    await keepConversation(stand.ports, place(), false);
    const silent = states()['channel-a'];
    await keepConversation(stand.ports, place(), true);

    expect([silent, states()['channel-a']]).toEqual(['removed', 'active']);
  });

  it('keeps names as they are now, and makes no conversation of a channel that is only renamed', async () => {
    await channels();

    await renameConversations(stand.ports, place({ conversationId: TEAM, teamName: 'New' }), 'team');
    await renameConversations(stand.ports, place({ conversationId: 'channel-b', name: 'Board' }), 'channel');
    await renameConversations(stand.ports, place({ conversationId: 'unknown', name: 'X' }), 'channel');

    expect([await stored('channel-a'), await stored('channel-b'), await stored('elsewhere')]).toMatchObject([
      { teamName: 'New', name: 'A' },
      { teamName: 'New', name: 'Board' },
      { teamName: 'Other', name: 'C' },
    ]);
    expect(Object.keys(states())).not.toContain('unknown');
  });
});

describe('what waited for a conversation', () => {
  it('is due as soon as the conversation is open again: cards and the board', async () => {
    await put(stand.ports, conversation(), account({ tell: ['channel-a'], writesBack: false }));
    await keepBoards(stand.ports);
    stand.ports.courier.answer = (): Sent => ({ sent: 'paused', reason: 'BotNotInConversationRoster' });
    await run();
    const refused = stand.ports.courier.said.length;
    stand.ports.courier.answer = () => ({ sent: 'sent', messageId: `m${stand.ports.courier.said.length}` });
    stand.clock.move(HOUR);
    await wakeWaiting(stand.ports);
    await run();
    const early = stand.ports.courier.said.length;

    await keepConversation(stand.ports, place(), true);
    await wakeWaiting(stand.ports);
    await run();

    expect(early).toBe(refused);
    expect(
      stand.ports.courier.said
        .slice(refused)
        .map((one) => one.message.summary)
        .sort(),
    ).toEqual(['account', 'board']);
  });

  it('leaves failures of their own alone', async () => {
    await put(stand.ports, conversation(), account({ tell: ['channel-a'], writesBack: false }));
    stand.ports.courier.answer = (): Sent => ({ sent: 'rejected', reason: 'BadArgument' });
    await run();

    await wakeWaiting(stand.ports);
    await run();

    expect(stand.ports.courier.said).toHaveLength(1);
  });

  it('has its board again after the bot was taken out and put back', async () => {
    await put(stand.ports, conversation({ teamId: TEAM }), account({ writesBack: false }));
    await keepBoards(stand.ports);
    await leaveTeam(stand.ports, place(), 'uninstalled');
    await run();
    const gone = stand.ports.register.board('channel-a')?.state;

    await keepConversation(stand.ports, place(), true);
    await wakeWaiting(stand.ports);
    await run();

    expect(gone).toBe('dropped');
    expect(stand.ports.register.board('channel-a')).toMatchObject({ state: 'posted', shownVersion: 1 });
  });

  it('tells a watcher who could not be reached for a day', async () => {
    const watch: WatchRecord = {
      kind: 'watch',
      id: 'watch:1',
      partnerId: 'partner',
      format: 1,
      person: { id: 'ana', name: 'Ana' },
      conversationId: 'chat',
      query: 'contoso',
      language: 'en',
      since: T0,
      state: 'waiting',
      asked: [],
      owes: 'silence',
      dueAt: T0,
    };
    const chat = { conversationId: 'chat', type: 'personal', personId: 'ana' } as const;
    await put(stand.ports, conversation({ ...chat, state: 'paused' }), watch);
    for (let hour = 0; hour < 24; hour += 1) {
      await run();
      stand.clock.move(DAY / 24);
    }
    const silent = stand.ports.courier.said.length;

    await keepConversation(stand.ports, place(chat), true);
    await wakeWaiting(stand.ports);
    await run();
    await run();

    expect(silent).toBe(0);
    expect(stand.ports.courier.said.map((one) => one.conversationId)).toEqual(['chat']);
  });
});
