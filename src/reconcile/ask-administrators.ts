import type { Message } from '../courier';
import type { ConversationRecord, TeamRecord } from '../domain/documents';
import { quietUntil } from '../domain/quiet';
import { administratorChats } from '../records/administrators';
import { updateDocument } from '../records/change-document';
import { ifReadable } from '../records/leave-out';
import type { Ports } from '../ports';
import { waitingTeams } from '../records/team-approval';

export type DrawTeamQuestion = (team: TeamRecord, conversation: ConversationRecord) => Message;

/**
 * Asks the administrators in their own chats about each team that waits, once. Noted before it is asked: whoever dies in
 * between leaves the button in the team and the line in `health`.
 */
export async function askAdministrators(ports: Ports, draw: DrawTeamQuestion): Promise<void> {
  const waiting = waitingTeams(ports).filter((team) => team.askedAt === undefined);
  if (waiting.length === 0) return;
  const now = ports.clock.now();
  // Whoever is in their quiet hours finds it in the team, and in `health`.
  const chats = administratorChats(ports).filter(({ settings }) => quietUntil(settings, now) === undefined);
  if (chats.length === 0) return;
  for (const { id } of waiting) {
    const noted = await ifReadable(() =>
      updateDocument(ports, 'team', id, (team) =>
        team.state === 'waiting' && team.askedAt === undefined ? { ...team, askedAt: now } : undefined,
      ),
    );
    if (noted?.changed !== 'saved') continue;
    for (const chat of chats) await ports.courier.post(chat, draw(noted.document, chat));
  }
}
