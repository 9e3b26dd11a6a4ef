import type { ConversationRecord } from '../domain/documents';
import { changeDocument } from '../records/change-document';
import type { Ports } from '../ports';
import { hearsNews } from '../records/team-approval';

/** Whoever installs the bot into a channel wants new accounts announced there, unless somebody has decided otherwise. */
export async function announceWhereInstalled(
  ports: Ports,
  conversation: ConversationRecord,
): Promise<ConversationRecord> {
  if (conversation.announcing === undefined) return conversation;
  const changed = await changeDocument(ports, 'conversation', conversation.id, ({ announcing, ...c }) =>
    announcing === undefined
      ? { result: undefined }
      : { document: { ...c, settings: { ...c.settings, notifications: true } }, result: undefined },
  );
  return changed.changed === 'not-there' ? conversation : changed.document;
}

/** True once for each channel in which nobody has been asked yet whether new accounts are to be announced there. */
export async function mayAskToAnnounce(ports: Ports, { id, announcing }: ConversationRecord): Promise<boolean> {
  if (announcing !== 'undecided') return false;
  const changed = await changeDocument(ports, 'conversation', id, (c) =>
    c.announcing === 'undecided'
      ? { document: { ...c, announcing: 'asked' as const }, result: true }
      : { result: false },
  );
  return changed.changed === 'saved' && changed.result;
}

/** The names of the channels and group chats, besides this one, in which new accounts are announced. */
export function announcedElsewhere(ports: Ports, { conversationId }: ConversationRecord): readonly string[] {
  const names = [...ports.register.allConversations()]
    .filter((c) => c.conversationId !== conversationId && c.type !== 'personal' && hearsNews(ports, c))
    .map((c) => [c.teamName, c.name].filter((name) => name !== undefined).join(' › '))
    .filter((name) => name !== '');
  return [...new Set(names)].sort((a, b) => a.localeCompare(b));
}
