import { fixedOffset, offsetAt } from '../domain/calendar';
import type { TimeZone } from '../domain/calendar';
import { documentId } from '../domain/documents';
import type { ConversationSettings } from '../domain/conversation-settings';
import type { ConversationRecord } from '../domain/documents';
import type { Language } from '../domain/language';
import { keptConversation } from '../domain/retention';
import { presentFormat, UPGRADES } from '../domain/upgrades';
import type { Instant } from '../domain/time';
import type { Place } from '../turn';
import { changeDocument } from './change-document';
import type { Ports } from '../ports';

export function conversationDocumentId(conversationId: string): string {
  return documentId('conversation', conversationId);
}

/**
 * Remembers where a turn took place, so that the bot can speak there later. Teams may move a conversation to another
 * service address at any time, so every turn counts; nothing is written when nothing changed.
 */
export async function keepConversation(
  ports: Ports,
  place: Place,
  resume: boolean,
  at: Instant = ports.clock.now(),
): Promise<ConversationRecord> {
  const known = ports.register.conversation(place.conversationId);
  if (known !== undefined && !differs(known, place, resume)) return known;
  const fresh = newConversation(ports, place, at);
  const inserted = known === undefined ? await ports.store.write({ write: 'insert', document: fresh }) : undefined;
  if (inserted?.outcome === 'saved') {
    ports.register.apply(fresh);
    return fresh;
  }
  const changed = await changeDocument(ports, 'conversation', fresh.id, (c) =>
    differs(c, place, resume)
      ? { document: refreshed(ports, c, place, { resume, at }), result: c.state }
      : { result: c.state },
  );
  return changed.changed === 'not-there' ? fresh : changed.document;
}

/** What the client of somebody says of them. */
export interface OwnClient {
  readonly timeZone?: TimeZone;
  readonly language?: Language;
}

/**
 * Remembers on which clock and in which language the person of a personal chat lives, for what we say there of our own
 * accord. An offset says less than a zone with a name and takes its place only when the two cannot be the same clock.
 */
export async function keepOwnClient(
  ports: Ports,
  conversation: ConversationRecord,
  client: OwnClient,
): Promise<ConversationRecord> {
  const now = ports.clock.now();
  const newsIn = ({ type, settings }: ConversationRecord): Pick<ConversationSettings, 'timeZone' | 'ownLanguage'> => {
    const { timeZone, language } = client;
    if (type !== 'personal') return {};
    return {
      ...(timeZone !== undefined && isOtherClock(settings.timeZone, timeZone, now) ? { timeZone } : {}),
      ...(language !== undefined && language !== settings.ownLanguage ? { ownLanguage: language } : {}),
    };
  };
  if (isNothing(newsIn(conversation))) return conversation;
  const changed = await changeDocument(ports, 'conversation', conversation.id, (c) => {
    const news = newsIn(c);
    if (isNothing(news)) return { result: undefined };
    return { document: { ...c, settings: { ...c.settings, ...news } }, result: undefined };
  });
  return changed.changed === 'not-there' ? conversation : changed.document;
}

function isNothing(news: object): boolean {
  return Object.keys(news).length === 0;
}

function isOtherClock(known: TimeZone | undefined, zone: TimeZone, now: Instant): boolean {
  if (known === undefined || fixedOffset(zone) === undefined) return known !== zone;
  return offsetAt(now, known) !== offsetAt(now, zone);
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
      : {
          document: keptConversation({ ...c, state, stateReason: reason, since: ports.clock.now() }),
          result: undefined,
        },
  );
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

const REFRESHED = ['name', 'channel', 'teamId', 'teamName', 'personId', 'personName', 'memberId', 'botId'] as const;

function fields(place: Place): (readonly [(typeof REFRESHED)[number], string | undefined])[] {
  return REFRESHED.map((key) => [key, place[key]] as const);
}

function refreshed(
  ports: Ports,
  known: ConversationRecord,
  place: Place,
  { resume, at }: { readonly resume: boolean; readonly at: Instant },
): ConversationRecord {
  const news = Object.fromEntries(fields(place).filter(([, value]) => value !== undefined));
  // Somebody speaks to us there, or installed us again: we may speak there too.
  const speaks = resume || known.state === 'paused' ? 'active' : known.state;
  const { stateReason, ...rest } = known;
  return keptConversation({
    ...rest,
    ...news,
    serviceUrl: place.serviceUrl,
    state: speaks,
    ...(speaks === known.state && stateReason !== undefined ? { stateReason } : {}),
    ...(speaks === known.state ? {} : { since: ports.clock.now(), eventAt: at }),
  });
}

function newConversation(ports: Ports, place: Place, at: Instant): ConversationRecord {
  const { threadId: _turnOnly, groupId: _ofTeam, ...kept } = place;
  return {
    ...kept,
    kind: 'conversation',
    id: conversationDocumentId(place.conversationId),
    partnerId: ports.partnerId,
    format: presentFormat('conversation', UPGRADES),
    state: 'active',
    since: ports.clock.now(),
    eventAt: at,
    // Nothing is announced anywhere before somebody wants it there.
    settings: { notifications: false },
    ...(place.type === 'channel' ? { announcing: 'undecided' } : {}),
  };
}
