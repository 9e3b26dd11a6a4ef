import type { AccountRecord } from '../domain/account';
import type { BoardLine, BoardRecord, ConversationRecord } from '../domain/documents';
import { documentId } from '../domain/documents';
import { anew, calm, postDue, UNTRIED, waitsForConversation } from '../domain/post';
import type { Instant } from '../domain/time';
import type { Message } from '../courier';
import { updateDocument } from '../records/change-document';
import { accountLine } from '../records/draw-account';
import type { Ports } from '../ports';
import { hearsNews } from '../records/team-approval';
import type { SharedRecord } from './shared-record';
import type { OwedPost } from './show-post';

export type DrawBoard = (board: BoardRecord, conversation: ConversationRecord) => Message;

const OLDEST = 8;
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
  await updateDocument(ports, 'board', known.id, ({ stuck: _old, ...b }) =>
    settleBoard({ ...b, ...content, version: b.version + 1 }, ports.clock.now()),
  );
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
    ...content,
    ...UNTRIED,
    dueAt: now,
  };
  const inserted = await ports.store.write({ write: 'insert', document: board });
  if (inserted.outcome === 'saved') ports.register.apply(board);
}

/** A board that waited for its conversation, or had gone with it. The same one when it did not. */
export function wokenBoard({ register }: Pick<Ports, 'register'>, board: BoardRecord, now: Instant): BoardRecord {
  if (register.conversation(board.conversationId)?.state !== 'active') return board;
  // Whoever deleted the message left no error.
  if (board.state === 'dropped' && board.lastError !== undefined) return settleBoard(anew(board), now);
  return waitsForConversation(board) ? settleBoard(calm(board), now) : board;
}

/** When the board is next to be worked on. */
export function settleBoard({ dueAt: _old, ...board }: BoardRecord, now: Instant): BoardRecord {
  const dueAt = postDue(board, board.version, now);
  return dueAt === undefined ? board : { ...board, dueAt };
}

export function owedBoard(ports: Ports, shared: SharedRecord<BoardRecord>, draw: DrawBoard): OwedPost {
  const { document: board } = shared.latest();
  const { id, version } = board;
  return {
    id,
    post: board,
    version,
    conversation: ports.register.conversation(board.conversationId),
    whenGone: 'drop',
    draw: (conversation) => ({ message: draw(board, conversation), version }),
    async change(how) {
      const changed = await shared.change((b) => {
        const next = how(b);
        return next === undefined ? undefined : settleBoard(next, ports.clock.now());
      });
      return changed.changed === 'saved' ? changed.document : undefined;
    },
  };
}
