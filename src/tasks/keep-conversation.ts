import { documentId } from '../domain/documents';
import type { ConversationRecord } from '../domain/documents';
import { wakeNotices } from '../domain/notices';
import type { Place, Turn } from '../turn';
import { changeAccount, changeDocument } from './change-document';
import type { Ports } from './ports';

export function conversationDocumentId(conversationId: string): string {
  return documentId('conversation', conversationId);
}

/**
 * Remembers where a turn took place, so that the bot can speak there later. Teams may move a conversation to another
 * service address at any time, so every turn counts; nothing is written when nothing changed.
 */
export async function keepConversation(ports: Ports, place: Place, resume: boolean): Promise<ConversationRecord> {
  const known = ports.register.conversation(place.conversationId);
  if (known !== undefined && !differs(known, place, resume)) return known;
  const fresh = newConversation(ports, place);
  const inserted = known === undefined ? await ports.store.write({ write: 'insert', document: fresh }) : undefined;
  if (inserted?.outcome === 'saved') {
    ports.register.apply(fresh);
    return fresh;
  }
  const changed = await changeDocument(ports, 'conversation', fresh.id, (c) =>
    differs(c, place, resume) ? { document: refreshed(ports, c, place, resume), result: c.state } : { result: c.state },
  );
  if (changed.changed === 'not-there') return fresh;
  if (changed.result !== 'active' && changed.document.state === 'active')
    await wakeAccounts(ports, place.conversationId);
  return changed.document;
}

/** Teams refused to let us speak there; what waits for that conversation waits on. */
export async function pauseConversation(
  ports: Ports,
  conversation: ConversationRecord,
  why: { readonly sent: 'paused' | 'conversation-gone'; readonly reason: string },
): Promise<void> {
  const state = why.sent === 'paused' ? 'paused' : 'removed';
  await setState(ports, conversation.conversationId, state, why.reason);
}

export async function setState(
  ports: Ports,
  conversationId: string,
  state: ConversationRecord['state'],
  reason: string,
): Promise<void> {
  await changeDocument(ports, 'conversation', conversationDocumentId(conversationId), (c) =>
    c.state === state
      ? { result: undefined }
      : { document: { ...c, state, stateReason: reason, since: ports.clock.now() }, result: undefined },
  );
}

/** The bot left a whole team, or the team is gone: every channel of it. */
export async function leaveTeam(
  ports: Ports,
  place: Place,
  why: Extract<Turn['input'], { kind: 'removed' }>['why'],
): Promise<void> {
  const gone = [...ports.register.allConversations()].filter(
    (c) =>
      c.conversationId === place.conversationId ||
      (why !== 'channel-deleted' && place.teamId !== undefined && c.teamId === place.teamId),
  );
  const state = why === 'team-archived' ? 'paused' : 'removed';
  for (const conversation of gone) await setState(ports, conversation.conversationId, state, why);
}

export async function markGreeted(ports: Ports, conversationId: string): Promise<boolean> {
  const changed = await changeDocument(ports, 'conversation', conversationDocumentId(conversationId), (c) =>
    c.greetedAt === undefined ? { document: { ...c, greetedAt: ports.clock.now() }, result: true } : { result: false },
  );
  return changed.changed === 'saved' && changed.result;
}

function differs(known: ConversationRecord, place: Place, resume: boolean): boolean {
  return (
    known.serviceUrl !== place.serviceUrl ||
    (known.state !== 'active' && (resume || known.state === 'paused')) ||
    fields(place).some(([key, value]) => value !== undefined && known[key] !== value)
  );
}

const REFRESHED = ['name', 'teamId', 'teamName', 'personId', 'personName', 'memberId', 'botId'] as const;

function fields(place: Place): (readonly [(typeof REFRESHED)[number], string | undefined])[] {
  return REFRESHED.map((key) => [key, place[key]] as const);
}

function refreshed(ports: Ports, known: ConversationRecord, place: Place, resume: boolean): ConversationRecord {
  const news = Object.fromEntries(fields(place).filter(([, value]) => value !== undefined));
  // Somebody speaks to us there, or installed us again: we may speak there too.
  const speaks = resume || known.state === 'paused' ? 'active' : known.state;
  const { stateReason, ...rest } = known;
  return {
    ...rest,
    ...news,
    serviceUrl: place.serviceUrl,
    state: speaks,
    ...(speaks === known.state && stateReason !== undefined ? { stateReason } : {}),
    ...(speaks === known.state ? {} : { since: ports.clock.now() }),
  };
}

function newConversation(ports: Ports, place: Place): ConversationRecord {
  const { threadId: _turnOnly, ...kept } = place;
  return {
    ...kept,
    kind: 'conversation',
    id: conversationDocumentId(place.conversationId),
    partnerId: ports.partnerId,
    format: 1,
    state: 'active',
    since: ports.clock.now(),
    // Channels are told of new accounts; people are told in person only of what they asked for.
    settings: { notifications: place.type === 'channel' },
  };
}

async function wakeAccounts(ports: Ports, conversationId: string): Promise<void> {
  const waiting = [...ports.register.allAccounts()].filter((a) =>
    a.notices.some((n) => n.conversationId === conversationId && n.notBefore !== undefined),
  );
  for (const account of waiting) {
    await changeAccount(ports, account.id, (r) => wakeNotices(r, conversationId, ports.clock.now()));
  }
  ports.nudge('reconcile');
}
