import type { AccountRecord } from '../domain/account';
import { requestOf } from '../domain/request';
import { tellAsker } from '../domain/requests';
import type { Instant } from '../domain/time';
import type { Ports } from '../ports';
import { personalChatOf } from './where-to-tell';

/**
 * The changed record with a message for whoever asked a colleague, where the change ended that: in their own chat, else,
 * by name, where they asked. `actor` changed it, and need not be told.
 */
export function withAskerTold(
  { register }: Pick<Ports, 'register'>,
  before: AccountRecord,
  after: AccountRecord,
  { actor, now }: { readonly actor?: string; readonly now: Instant },
): AccountRecord {
  const asked = requestOf(before);
  const { request } = after;
  if (asked === undefined || request?.id !== asked.id || request.end === undefined) return after;
  if (request.by.id === actor) return after;
  const personal = personalChatOf({ register }, request.by.id);
  if (personal !== undefined) return tellAsker(after, { conversationId: personal.conversationId }, now);
  const said = register.conversation(request.where);
  const place = said?.state === 'active' ? { conversationId: request.where, mention: request.by } : undefined;
  return tellAsker(after, place, now);
}
