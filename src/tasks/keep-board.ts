import { backoff } from '../domain/backoff';
import type { BoardRecord, ConversationRecord } from '../domain/documents';
import { documentId } from '../domain/documents';
import { POST_CLAIM_LAPSES_AFTER } from '../domain/notice';
import type { Message, Sent } from '../courier';
import type { Versioned } from '../store';
import { changeDocument } from './change-document';
import { pauseConversation } from './keep-conversation';
import type { Ports } from './ports';

export type DrawBoard = (board: BoardRecord, conversation: ConversationRecord) => Message;

const OLDEST = 8;
const PAUSED_FOR = 6 * 3_600_000;

export function boardDocumentId(conversationId: string): string {
  return documentId('board', conversationId);
}

/**
 * Sees to it that each conversation that is told of new accounts has a board, and that the board knows what is open.
 * A board is wanted once there is something to list; from then on it is edited in place, silently.
 */
export async function keepBoards(ports: Ports): Promise<void> {
  for (const conversation of ports.register.allConversations()) {
    if (conversation.state === 'active' && conversation.settings.notifications) await keepBoard(ports, conversation);
  }
}

async function keepBoard(ports: Ports, conversation: ConversationRecord): Promise<void> {
  const open = ports.register.openAccounts();
  const news = {
    open: open.length,
    oldest: open.slice(0, OLDEST).map((a) => ({ accountId: a.id, name: a.tenant.name, since: a.firstSeenAt })),
  };
  const known = ports.register.board(conversation.conversationId);
  if (known === undefined) {
    if (news.open > 0) await insertBoard(ports, conversation, news);
    return;
  }
  if (known.open === news.open && JSON.stringify(known.oldest) === JSON.stringify(news.oldest)) return;
  await changeDocument(ports, 'board', known.id, (b) => ({
    document: settleBoard({ ...b, ...news, version: b.version + 1 }, ports.clock.now()),
    result: undefined,
  }));
}

async function insertBoard(
  ports: Ports,
  conversation: ConversationRecord,
  news: Pick<BoardRecord, 'open' | 'oldest'>,
): Promise<void> {
  const now = ports.clock.now();
  const { conversationId } = conversation;
  const board: BoardRecord = {
    kind: 'board',
    id: boardDocumentId(conversationId),
    partnerId: ports.partnerId,
    format: 1,
    conversationId,
    version: 1,
    shownVersion: 0,
    state: 'wanted',
    ...news,
    attempts: 0,
    dueAt: now,
  };
  const inserted = await ports.store.write({ write: 'insert', document: board });
  if (inserted.outcome === 'saved') ports.register.apply(board);
}

/** Posts or redraws one board; the same care as for an account's card. */
export async function showBoard(ports: Ports, stored: Versioned<BoardRecord>, draw: DrawBoard): Promise<void> {
  const now = ports.clock.now();
  const conversation = ports.register.conversation(stored.document.conversationId);
  if (conversation === undefined || conversation.state === 'removed') {
    await save(ports, stored, (b) => ({ ...b, state: 'dropped' }));
    return;
  }
  if (conversation.state === 'paused') {
    await save(ports, stored, (b) => ({ ...b, notBefore: now + PAUSED_FOR }));
    return;
  }
  const { messageId, threadId } = stored.document;
  if (stored.document.state === 'posted' && messageId !== undefined) {
    const place = { messageId, ...(threadId === undefined ? {} : { threadId }) };
    const sent = await ports.courier.update(conversation, place, draw(stored.document, conversation));
    await note(ports, stored, conversation, sent, stored.document.version);
    return;
  }
  const claimed = await save(ports, stored, (b) =>
    b.state === 'posting' && (b.claimedAt ?? 0) + POST_CLAIM_LAPSES_AFTER > now
      ? b
      : { ...b, state: 'posting', claimedAt: now },
  );
  if (claimed?.changed !== 'saved') return;
  const sent = await ports.courier.post(conversation, draw(claimed.document, conversation));
  await note(ports, claimed, conversation, sent, claimed.document.version);
}

async function note(
  ports: Ports,
  stored: Versioned<BoardRecord>,
  conversation: ConversationRecord,
  sent: Sent,
  shownVersion: number,
): Promise<void> {
  if (sent.sent === 'conversation-gone' || sent.sent === 'paused') await pauseConversation(ports, conversation, sent);
  const now = ports.clock.now();
  await save(ports, stored, (b) => {
    const { claimedAt: _claim, notBefore: _wait, lastError: _error, ...rest } = b;
    const refused = (reason: string, retryAt = 0): BoardRecord => ({
      ...rest,
      state: b.state === 'posting' ? 'wanted' : b.state,
      attempts: b.attempts + 1,
      notBefore: Math.max(retryAt, now + backoff(b.attempts + 1, ports.random())),
      lastError: reason,
    });
    switch (sent.sent) {
      case 'sent':
        return b.state === 'posted'
          ? { ...rest, shownVersion, attempts: 0 }
          : { ...rest, ...placeOf(sent), state: 'posted', shownVersion, attempts: 0 };
      case 'later':
        return refused(sent.reason, sent.retryAt);
      case 'unsure':
        return b.state === 'posted' ? refused(sent.reason) : b;
      case 'message-gone':
      case 'conversation-gone':
        // Somebody deleted the board: that is an answer, too.
        return { ...rest, state: 'dropped' };
      case 'paused':
      case 'rejected':
        return refused(sent.reason, now + PAUSED_FOR);
    }
  });
}

function placeOf(sent: Extract<Sent, { sent: 'sent' }>): { messageId: string; threadId?: string } {
  return { messageId: sent.messageId, ...(sent.threadId === undefined ? {} : { threadId: sent.threadId }) };
}

type Saved = Awaited<ReturnType<typeof changeDocument<'board', undefined>>> & { readonly changed: 'saved' | 'left' };

async function save(
  ports: Ports,
  stored: Versioned<BoardRecord>,
  change: (board: BoardRecord) => BoardRecord,
): Promise<Saved | undefined> {
  const settle = (b: BoardRecord): BoardRecord => {
    const next = change(b);
    return next === b ? b : settleBoard(next, ports.clock.now());
  };
  const saved = await changeDocument(
    ports,
    'board',
    stored.document.id,
    (b) => ({ document: settle(b), result: undefined }),
    stored,
  );
  return saved.changed === 'not-there' ? undefined : saved;
}

/** When the board is next to be worked on. */
export function settleBoard(board: BoardRecord, now: number): BoardRecord {
  const { dueAt: _old, ...rest } = board;
  switch (board.state) {
    case 'wanted':
      return { ...rest, dueAt: board.notBefore ?? now };
    case 'posting':
      return { ...rest, dueAt: (board.claimedAt ?? now) + POST_CLAIM_LAPSES_AFTER };
    case 'posted':
      return board.shownVersion < board.version ? { ...rest, dueAt: board.notBefore ?? now } : rest;
    case 'dropped':
      return rest;
  }
}
