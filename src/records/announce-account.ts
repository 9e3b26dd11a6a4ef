import type { AccountRecord } from '../domain/account';
import type { ConversationRecord } from '../domain/documents';
import { wantNotice } from '../domain/observe';
import type { Instant } from '../domain/time';
import { hearingIn } from './hears-of';
import type { Audience, HearingDeps } from './hears-of';

/** A conversation that wants to be told, with what it is told of. */
export interface Listener {
  readonly conversation: ConversationRecord;
  readonly hearing: Audience;
}

export function listenersAmong(deps: HearingDeps, conversations: readonly ConversationRecord[]): readonly Listener[] {
  return conversations.map((conversation) => ({ conversation, hearing: hearingIn(deps, conversation) }));
}

/**
 * The record with a notice for each of these that is told of it. Where it is not known yet whether it is meant, that it
 * waits for that is written down, so that it is told there however late it becomes known. The same record when nothing
 * comes of it.
 */
export function announceTo(record: AccountRecord, listeners: Iterable<Listener>, at: Instant): AccountRecord {
  let next = record;
  const waits = new Set(record.awaitedBy);
  for (const { conversation, hearing } of listeners) {
    const { conversationId } = conversation;
    const { reach } = hearing.reach(record);
    if (reach === 'unknown') waits.add(conversationId);
    else waits.delete(conversationId);
    if (reach === 'here' && !isTold(record, conversationId))
      next = wantNotice(next, conversationId, 'announcement', at);
  }
  return withAwaiting(next, [...waits]);
}

/** Whoever had a card and lost it is not told again. */
function isTold({ notices }: AccountRecord, conversationId: string): boolean {
  return notices.some((notice) => notice.conversationId === conversationId);
}

function withAwaiting(record: AccountRecord, waits: readonly string[]): AccountRecord {
  if (waits.join() === (record.awaitedBy ?? []).join()) return record;
  const { awaitedBy: _before, ...rest } = record;
  return waits.length === 0 ? rest : { ...rest, awaitedBy: waits };
}
