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

/** A channel or group chat as people know it; empty where Teams never said. */
export function nameOfPlace({ teamName, name }: ConversationRecord): string {
  return [teamName, name].filter((part) => part !== undefined).join(' › ');
}

/** The names of the channels and group chats, besides this one, in which new accounts are announced. */
export function announcedElsewhere(ports: Ports, { conversationId }: ConversationRecord): readonly string[] {
  const names = [...ports.register.allConversations()]
    .filter((c) => c.conversationId !== conversationId && c.type !== 'personal' && hearsNews(ports, c))
    .map(nameOfPlace)
    .filter((name) => name !== '');
  return [...new Set(names)].sort((a, b) => a.localeCompare(b));
}
