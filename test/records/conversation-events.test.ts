import { leaveTeam, renameConversations, resumeTeam } from '../../src/records/conversation-events';
import { keepConversation } from '../../src/records/keep-conversation';
import type { Place } from '../../src/turn';
import { T0 } from '../builders';
import { conversation, put, taskStand } from '../tasks/stand';
import type { TaskStand } from '../tasks/stand';

const TEAM = 'team-general';

let stand: TaskStand;
beforeEach(async () => {
  stand = await taskStand();
});
afterEach(() => stand.close());

function place(news: Partial<Place> = {}): Place {
  const { conversationId, type, serviceUrl, tenantId, botId } = conversation({ conversationId: 'channel-a' });
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

describe('events of a team that come late, twice or out of order', () => {
  const at = (minutes: number): number => T0 + minutes * 60_000;
  const installed = async (news: Partial<Place>, minutes: number): Promise<void> => {
    await keepConversation(stand.ports, place(news), true, at(minutes));
    await resumeTeam(stand.ports, place(news), at(minutes));
  };

  it('a shared channel that takes the bot out ends alone (T1), and begins again alone (T2)', async () => {
    await channels();
    const here = { conversationId: 'channel-a', channel: 'shared' } as const;
    await leaveTeam(stand.ports, place(here), 'channel-left', at(1));
    const left = states();
    await installed({ conversationId: 'channel-b' }, 2);
    expect([left, states()['channel-a']]).toEqual([
      { 'channel-a': 'removed', 'channel-b': 'active', 'elsewhere': 'active' },
      'removed',
    ]);
    await installed(here, 3);
    expect(states()['channel-a']).toBe('active');
  });

  it('a removal that is older than the last installation is none (T3)', async () => {
    await channels();
    await leaveTeam(stand.ports, place({ conversationId: TEAM }), 'uninstalled', at(2));
    await installed({}, 3);
    await leaveTeam(stand.ports, place({ conversationId: TEAM }), 'uninstalled', at(1));

    expect(states()['channel-a']).toBe('active');
  });

  it('an upgrade that is told as a removal and an addition in one channel leaves no channel silent (T4)', async () => {
    await channels();
    await leaveTeam(stand.ports, place({ conversationId: TEAM }), 'uninstalled', at(1));
    await installed({ conversationId: 'channel-a' }, 2);

    expect(states()).toEqual({ 'channel-a': 'active', 'channel-b': 'active', 'elsewhere': 'active' });
  });

  it('an installation resumes at once what Teams had refused in that team (T5)', async () => {
    await put(
      stand.ports,
      conversation({
        conversationId: 'channel-a',
        teamId: TEAM,
        state: 'paused',
        stateReason: 'BotNotInConversationRoster',
      }),
      conversation({
        conversationId: 'channel-b',
        teamId: TEAM,
        state: 'paused',
        stateReason: 'BotNotInConversationRoster',
      }),
    );
    await installed({ conversationId: 'channel-a' }, 1);

    expect([...Object.values(states())]).toEqual(['active', 'active']);
  });

  it('an older name is no news', async () => {
    await channels();
    await renameConversations(stand.ports, place({ teamName: 'New', conversationId: TEAM }), 'team', at(2));
    await renameConversations(stand.ports, place({ teamName: 'Old', conversationId: TEAM }), 'team', at(1));

    expect(stand.ports.register.conversation('channel-a')?.teamName).toBe('New');
  });
});
