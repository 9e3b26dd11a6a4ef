import type { AccountRecord } from '../domain/account';
import { isAccepted } from '../domain/acceptance';
import type { AccountPicture } from '../domain/answers';
import type { ConversationRecord } from '../domain/documents';
import type { Notice } from '../domain/notice';
import {
  claimPost,
  dropNotice,
  noteMessageGone,
  notePosted,
  noteRefused,
  noteShown,
  noticeWork,
} from '../domain/notices';
import type { Message, Sent } from '../courier';
import type { Versioned } from '../store';
import { changeAccount } from './change-document';
import { drawAccount } from './draw-account';
import { conversationDocumentId, pauseConversation } from './keep-conversation';
import type { Ports } from './ports';
import { refreshDetails } from './refresh-acceptance';

/** Draws an account for a conversation, in its language. */
export type DrawCard = (picture: AccountPicture, conversation: ConversationRecord) => Message;

/** While a conversation is paused its notices wait; an install or a message wakes them. */
const PAUSED_FOR = 6 * 3_600_000;

/**
 * Brings every copy of one account's card up to date: posts what is wanted, redraws what is behind. Each post is
 * claimed in the record before it is made and noted after; each step may be the last one that this process does.
 */
export async function showAccount(
  ports: Ports,
  stored: Versioned<AccountRecord>,
  draw: DrawCard,
): Promise<Versioned<AccountRecord>> {
  let current = stored;
  for (const { work, notice } of noticeWork(current.document, ports.clock.now())) {
    const conversation = await conversationOf(ports, notice.conversationId);
    current =
      conversation?.state === 'active'
        ? await (work === 'post'
            ? post(ports, current, conversation, draw)
            : redraw(ports, current, notice, conversation, draw))
        : await setAside(ports, current, notice, conversation);
  }
  return current;
}

async function post(
  ports: Ports,
  stored: Versioned<AccountRecord>,
  conversation: ConversationRecord,
  draw: DrawCard,
): Promise<Versioned<AccountRecord>> {
  const { conversationId } = conversation;
  let claimed = false;
  const changed = await changeAccount(
    ports,
    stored.document.id,
    (r) => {
      const next = claimPost(r, conversationId, ports.clock.now());
      claimed = next !== undefined;
      return next;
    },
    stored,
  );
  if (changed.changed !== 'saved' || !claimed) return changed.changed === 'not-there' ? stored : changed;
  const record = isAccepted(changed.document.acceptance)
    ? await refreshDetails(ports, changed.document)
    : changed.document;
  const sent = await ports.courier.post(conversation, draw(drawAccount(ports, record), conversation));
  return note(
    ports,
    record.id,
    conversation,
    sent,
    record.version,
    record === changed.document ? changed : undefined,
    stored,
  );
}

async function redraw(
  ports: Ports,
  stored: Versioned<AccountRecord>,
  notice: Notice,
  conversation: ConversationRecord,
  draw: DrawCard,
): Promise<Versioned<AccountRecord>> {
  const { document: record } = stored;
  const { messageId, threadId } = notice;
  if (messageId === undefined) return stored;
  const place = { messageId, ...(threadId === undefined ? {} : { threadId }) };
  const sent = await ports.courier.update(conversation, place, draw(drawAccount(ports, record), conversation));
  return note(ports, record.id, conversation, sent, record.version, stored, stored, place);
}

/** Writes down how a post or redraw ended. `known` spares a read when nobody changed the record meanwhile. */
async function note(
  ports: Ports,
  id: string,
  conversation: ConversationRecord,
  sent: Sent,
  shownVersion: number,
  known: Versioned<AccountRecord> | undefined,
  fallback: Versioned<AccountRecord>,
  place?: { readonly messageId: string; readonly threadId?: string },
): Promise<Versioned<AccountRecord>> {
  const { conversationId } = conversation;
  const now = ports.clock.now();
  const change = (r: AccountRecord): AccountRecord | undefined => {
    switch (sent.sent) {
      case 'sent':
        return place === undefined
          ? notePosted(r, conversationId, placeOf(sent), shownVersion, now)
          : noteShown(r, conversationId, shownVersion, now);
      case 'later':
        return noteRefused(r, conversationId, trouble(ports, sent.reason, sent.retryAt), now);
      case 'unsure':
        // An update may be repeated at will. A post may be there already: its claim stays until it lapses.
        return place === undefined ? undefined : noteRefused(r, conversationId, trouble(ports, sent.reason), now);
      case 'message-gone':
        return noteMessageGone(r, conversationId, now);
      case 'conversation-gone':
        return dropNotice(r, conversationId, sent.reason, now);
      case 'paused':
        return noteRefused(r, conversationId, trouble(ports, sent.reason, now + PAUSED_FOR), now);
      case 'rejected':
        ports.log.error({ account: id, reason: sent.reason }, 'Teams rejected a card; the account waits, others go on');
        return noteRefused(r, conversationId, trouble(ports, sent.reason, now + PAUSED_FOR), now);
    }
  };
  if (sent.sent === 'conversation-gone' || sent.sent === 'paused') await pauseConversation(ports, conversation, sent);
  const saved = await changeAccount(ports, id, change, known);
  return saved.changed === 'not-there' ? fallback : saved;
}

function placeOf(sent: Extract<Sent, { sent: 'sent' }>): { readonly messageId: string; readonly threadId?: string } {
  return { messageId: sent.messageId, ...(sent.threadId === undefined ? {} : { threadId: sent.threadId }) };
}

function trouble(ports: Ports, reason: string, retryAt?: number): { reason: string; random: number; retryAt?: number } {
  return { reason, random: ports.random(), ...(retryAt === undefined ? {} : { retryAt }) };
}

/** Nobody can be told there now: forgotten when the conversation is gone, kept waiting when it is only paused. */
async function setAside(
  ports: Ports,
  stored: Versioned<AccountRecord>,
  notice: Notice,
  conversation: ConversationRecord | undefined,
): Promise<Versioned<AccountRecord>> {
  const now = ports.clock.now();
  const { conversationId } = notice;
  const saved = await changeAccount(
    ports,
    stored.document.id,
    (r) =>
      conversation?.state === 'paused'
        ? noteRefused(r, conversationId, trouble(ports, conversation.stateReason ?? 'paused', now + PAUSED_FOR), now)
        : dropNotice(r, conversationId, 'the conversation is gone', now),
    stored,
  );
  return saved.changed === 'not-there' ? stored : saved;
}

async function conversationOf(ports: Ports, conversationId: string): Promise<ConversationRecord | undefined> {
  const known = ports.register.conversation(conversationId);
  if (known !== undefined) return known;
  return (await ports.store.read('conversation', conversationDocumentId(conversationId)))?.document;
}
