import type { AccountRecord } from '../domain/account';
import { backoff } from '../domain/backoff';
import type { BoardLine, BoardRecord, ConversationRecord } from '../domain/documents';
import { documentId } from '../domain/documents';
import { MESSAGE_MISSING, MISSING_UNTIL_GONE } from '../domain/notices';
import { POST_CLAIM_LAPSES_AFTER, POST_LEAVES_WITHIN } from '../domain/notice';
import type { Message, Sent } from '../courier';
import type { Versioned } from '../store';
import { changeDocument } from '../records/change-document';
import { accountLine } from '../records/draw-account';
import { pauseConversation } from '../records/keep-conversation';
import type { Ports } from '../ports';
import { hearsNews } from '../records/team-approval';

export type DrawBoard = (board: BoardRecord, conversation: ConversationRecord) => Message;

const OLDEST = 8;
const PAUSED_FOR = 6 * 3_600_000;
const CONVERSATION_GONE = 'the conversation is gone';

export function boardDocumentId(conversationId: string): string {
  return documentId('board', conversationId);
}

/**
 * Sees to it that each conversation that is told of new accounts has a board, and that the board knows what is open.
 * A board is wanted once there is something to list; from then on it is edited in place, silently.
 */
export async function keepBoards(ports: Ports): Promise<void> {
  const told = [...ports.register.allConversations()].filter((c) => hearsNews(ports, c));
  if (told.length === 0) return;
  const content = contentOf(ports);
  for (const conversation of told) await keepBoard(ports, conversation, content);
}

async function keepBoard(ports: Ports, conversation: ConversationRecord, content: Content): Promise<void> {
  const known = ports.register.board(conversation.conversationId);
  if (known === undefined) {
    if (content.open > 0 || content.stuck !== undefined) await insertBoard(ports, conversation, content);
    return;
  }
  if (sameContent(known, content)) return;
  await changeDocument(ports, 'board', known.id, ({ stuck: _old, ...b }) => ({
    document: settleBoard({ ...b, ...content, version: b.version + 1 }, ports.clock.now()),
    result: undefined,
  }));
}

type Content = Pick<BoardRecord, 'open' | 'oldest' | 'stuck'>;

/** What every board lists now. */
function contentOf({ register }: Ports): Content {
  const open = register.openAccounts();
  let stuck = 0;
  for (const account of register.allAccounts()) if (account.stuckToldAt !== undefined) stuck += 1;
  return {
    open: open.length,
    oldest: open.slice(0, OLDEST).map(boardLine),
    ...(stuck === 0 ? {} : { stuck }),
  };
}

function boardLine(record: AccountRecord): BoardLine {
  const { accountId, name, firstSeenAt: since, accepted, rowCreatedAt } = accountLine(record);
  return {
    accountId,
    name,
    since,
    ...(accepted === undefined ? {} : { accepted }),
    ...(rowCreatedAt === undefined ? {} : { rowCreatedAt }),
  };
}

function sameContent(a: Content, b: Content): boolean {
  return a.open === b.open && a.stuck === b.stuck && JSON.stringify(a.oldest) === JSON.stringify(b.oldest);
}

async function insertBoard(ports: Ports, conversation: ConversationRecord, content: Content): Promise<void> {
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
    ...content,
    attempts: 0,
    dueAt: now,
  };
  const inserted = await ports.store.write({ write: 'insert', document: board });
  if (inserted.outcome === 'saved') ports.register.apply(board);
}

/** Boards of conversations that are open to us again: due at once, and posted anew where we had been sent away. */
export async function wakeBoards(ports: Ports): Promise<number> {
  let woken = 0;
  for (const { conversationId } of ports.register.allConversations()) {
    const known = ports.register.board(conversationId);
    if (known === undefined || wakened(ports, known) === known) continue;
    await changeDocument(ports, 'board', known.id, (b) => {
      const next = wakened(ports, b);
      return next === b ? { result: undefined } : { document: settleBoard(next, ports.clock.now()), result: undefined };
    });
    woken += 1;
  }
  return woken;
}

function wakened({ register }: Ports, board: BoardRecord): BoardRecord {
  if (register.conversation(board.conversationId)?.state !== 'active') return board;
  const { notBefore, lastError, messageId: _message, threadId: _thread, ...rest } = board;
  if (board.state === 'dropped' && lastError === CONVERSATION_GONE) {
    return { ...rest, state: 'wanted', shownVersion: 0, attempts: 0 };
  }
  if (board.attempts > 0 || notBefore === undefined) return board;
  const { notBefore: _wait, lastError: _error, ...due } = board;
  return due;
}

/** Something in this board makes us fail: it is tried again later, and the others go on. */
export async function postponeBoard(ports: Ports, id: string, reason: string): Promise<void> {
  await changeDocument(ports, 'board', id, (b) => {
    const attempts = b.attempts + 1;
    const notBefore = ports.clock.now() + backoff(attempts, ports.random());
    return {
      document: settleBoard({ ...b, attempts, notBefore, lastError: reason }, ports.clock.now()),
      result: undefined,
    };
  });
}

/** Posts or redraws one board; the same care as for an account's card. */
export async function showBoard(ports: Ports, stored: Versioned<BoardRecord>, draw: DrawBoard): Promise<void> {
  const now = ports.clock.now();
  const conversation = ports.register.conversation(stored.document.conversationId);
  if (conversation === undefined || conversation.state === 'removed') {
    await save(ports, stored, (b) => ({ ...b, state: 'dropped', lastError: CONVERSATION_GONE }));
    return;
  }
  if (conversation.state === 'paused') {
    await save(ports, stored, (b) => ({ ...b, attempts: 0, notBefore: now + PAUSED_FOR }));
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
    b.state === 'posting' && claimEnds(b, now) > now ? b : { ...b, state: 'posting', claimedAt: now },
  );
  if (claimed?.changed !== 'saved') return;
  const { claimedAt = now, version } = claimed.document;
  const message = draw(claimed.document, conversation);
  const sent = await ports.courier.post(conversation, message, claimedAt + POST_LEAVES_WITHIN);
  await note(ports, claimed, conversation, sent, version);
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
  const { claimedAt } = stored.document;
  await save(ports, stored, (b) => {
    // Our claim has lapsed, and somebody else has made the post or is making it: that one counts.
    if (stored.document.state === 'posting' && (b.state !== 'posting' || b.claimedAt !== claimedAt)) return b;
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
        // A post may be there already: its claim stays until it lapses, later and later.
        return { ...refused(sent.reason), state: b.state, ...(claimedAt === undefined ? {} : { claimedAt }) };
      case 'too-late':
        // A claim lapses by itself; then the board is posted.
        return b.state === 'posted' ? refused('it had to wait for too long') : b;
      case 'message-gone':
        // Somebody deleted the board: that is an answer, too. Teams has to say so more than once.
        return b.lastError === MESSAGE_MISSING && b.attempts >= MISSING_UNTIL_GONE - 1
          ? { ...rest, state: 'dropped' }
          : refused(MESSAGE_MISSING);
      case 'conversation-gone':
        return { ...rest, state: 'dropped', lastError: CONVERSATION_GONE };
      case 'paused':
        return { ...refused(sent.reason), attempts: 0, notBefore: now + PAUSED_FOR };
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

function claimEnds({ claimedAt, notBefore }: BoardRecord, now: number): number {
  return Math.max((claimedAt ?? now) + POST_CLAIM_LAPSES_AFTER, notBefore ?? 0);
}

/** When the board is next to be worked on. */
export function settleBoard(board: BoardRecord, now: number): BoardRecord {
  const { dueAt: _old, ...rest } = board;
  switch (board.state) {
    case 'wanted':
      return { ...rest, dueAt: board.notBefore ?? now };
    case 'posting':
      return { ...rest, dueAt: claimEnds(board, now) };
    case 'posted':
      return board.shownVersion < board.version ? { ...rest, dueAt: board.notBefore ?? now } : rest;
    case 'dropped':
      return rest;
  }
}
