import type { AccountRecord } from '../domain/account';
import type { Mapping } from '../domain/decision';
import type { ConversationRecord } from '../domain/documents';
import type { Person } from '../domain/person';
import type { Ports } from '../ports';

type Register = Pick<Ports, 'register'>;

/** The chat of a person with the bot alone, while the bot may speak there. */
export function personalChatOf({ register }: Register, personId: string): ConversationRecord | undefined {
  for (const c of register.allConversations())
    if (c.type === 'personal' && c.personId === personId && c.state === 'active') return c;
  return undefined;
}

/** Where somebody is told that their decision was taken back: in their personal chat, else, by name, where they decided. */
export function whereToTell(
  ports: Register,
  record: AccountRecord,
  mapping: Mapping,
  person: Person,
): { readonly conversationId: string; readonly mention?: Person } | undefined {
  const personal = personalChatOf(ports, person.id);
  if (personal !== undefined) return { conversationId: personal.conversationId };
  const decision = mapping.state === 'open' ? undefined : record.decisions.find((d) => d.id === mapping.decisionId);
  // Where it was told of with others it has no card of its own.
  const announced = record.notices.find(
    ({ reason, state, gathered }) => reason === 'announcement' && (state === 'posted' || gathered !== undefined),
  )?.conversationId;
  const speaksIn = (id: string | undefined): id is string =>
    id !== undefined && ports.register.conversation(id)?.state === 'active';
  const conversationId = [decision?.where, announced].find(speaksIn);
  return conversationId === undefined ? undefined : { conversationId, mention: { id: person.id, name: person.name } };
}
