import type { ConversationRecord } from '../../domain/documents';
import { presentFormat, UPGRADES } from '../../domain/upgrades';
import type { Ports } from '../../ports';
import type { Place, Turn } from '../../turn';

/** A person's own chat with the bot; undefined when there is none, or the bot may not speak there. */
export function ownChat({ register }: Pick<Ports, 'register'>, personId: string): ConversationRecord | undefined {
  for (const conversation of register.allConversations()) {
    const { type, state, personId: whose } = conversation;
    if (type === 'personal' && state === 'active' && whose === personId) return conversation;
  }
  return undefined;
}

/** In its place, where there is none: it is kept nowhere, and nothing can be said in it. */
export function noChat({ partnerId, clock }: Pick<Ports, 'partnerId' | 'clock'>, { place }: Turn): ConversationRecord {
  const { serviceUrl, tenantId, botId } = place;
  return {
    kind: 'conversation',
    id: 'conversation:none',
    partnerId,
    format: presentFormat('conversation', UPGRADES),
    conversationId: 'none',
    type: 'personal',
    serviceUrl,
    tenantId,
    botId,
    state: 'active',
    since: clock.now(),
    settings: { notifications: false },
  };
}

/**
 * What somebody asks from another chat is answered to that person alone, as in their own chat: the place where they asked
 * is not kept, and nothing is said there.
 */
export function asInOwnChat(turn: Turn, own: ConversationRecord): Turn {
  const { conversationId, serviceUrl, tenantId, botId } = own;
  const place: Place = { conversationId, type: 'personal', serviceUrl, tenantId, botId };
  return { ...turn, place };
}
