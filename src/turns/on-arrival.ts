import type { ConversationRecord } from '../domain/documents';
import { markGreeted } from '../records/keep-conversation';
import { keepBoards } from '../reconcile/keep-board';
import { administratorNames } from '../records/administrators';
import type { Ports } from '../ports';
import type { KnownSender } from '../records/sender-kind';
import { isApproved } from '../records/team-approval';
import type { Reply, Turn } from '../turn';
import { teamWaitingView } from '../views/talk/team';
import { welcomeView } from '../views/talk/welcome';
import { helpEntries } from './help-entries';
import { speechFor } from './here';
import { waitsFor } from './waits-for';

/** Installed somewhere: greets once, and shows what is open there. An upgrade is no reason to speak. */
export async function onArrival(
  ports: Ports,
  turn: Turn,
  conversation: ConversationRecord,
  upgrade: boolean,
  sender: KnownSender | undefined,
): Promise<Reply> {
  if (!isApproved(ports, conversation)) return waiting(ports, turn, conversation);
  const greets = !upgrade && (await markGreeted(ports, conversation.conversationId));
  if (conversation.settings.notifications) {
    await keepBoards(ports);
    ports.nudge('reconcile');
  }
  if (!greets) return { reply: 'nothing' };
  const speech = speechFor(turn, conversation);
  // The Playground knows no names here, and " added me" says nothing.
  const name = turn.person?.name ?? '';
  const addedBy = name === '' ? undefined : name;
  const message = welcomeView(
    {
      scope: conversation.type,
      entries: helpEntries(speech, conversation.type),
      ...(addedBy === undefined ? {} : { addedBy }),
      ...waitsFor(ports, sender, conversation, turn.person?.id),
    },
    speech,
  );
  return { reply: 'message', message };
}

/** Says hello in a team that no administrator has approved, and what it waits for; nothing else. */
function waiting(ports: Ports, turn: Turn, { teamId }: ConversationRecord): Reply {
  const team = teamId === undefined ? undefined : ports.register.team(teamId);
  if (team === undefined || team.state === 'refused') return { reply: 'nothing' };
  const message = teamWaitingView(team, administratorNames(ports), speechFor(turn, undefined));
  return { reply: 'message', message };
}
