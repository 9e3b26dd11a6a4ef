import type { AccountRecord } from '../domain/account';
import type { BoardLine, BoardRecord, ConversationRecord } from '../domain/documents';
import { documentId } from '../domain/documents';
import { anew, calm, postDue, UNTRIED, waitsForConversation } from '../domain/post';
import { mayBeTold } from '../domain/quiet';
import { isOverdue } from '../domain/reminders';
import type { ReminderSteps } from '../domain/reminders';
import { presentFormat, UPGRADES } from '../domain/upgrades';
import { assignmentOf } from '../domain/assignment';
import { isBack, snoozeOf } from '../domain/snooze';
import { atStake, isNew, MostUrgent } from '../domain/waiting-order';
import { atTheEnd, hasSunk, mayMove, oldDue, withOld } from './move-board';
import type { Instant } from '../domain/time';
import { chosenFrom, inSlices } from '../matching/slices';
import type { Message } from '../courier';
import { updateDocument } from '../records/change-document';
import { countByProvider } from '../records/all-providers';
import { accountLine } from '../records/draw-account';
import type { Ports } from '../ports';
import { choiceIn, hearingIn } from '../records/hears-of';
import type { Audience } from '../records/hears-of';
import { ifReadable } from '../records/leave-out';
import { hearsNews } from '../records/team-approval';
import type { SharedRecord } from './shared-record';
import type { OwedPost } from './show-post';

export interface DrawBoard {
  readonly board: (board: BoardRecord, conversation: ConversationRecord) => Message;
  /** What the message says that a board had before it moved. */
  readonly movedBoard: (conversation: ConversationRecord) => Message;
}

/** How many accounts a board names. */
const NAMED = 8;

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
  const contents = new Map<string, Content>();
  for (const conversation of told) {
    const steps = conversation.settings.reminders?.days ?? ports.reminderSteps;
    const key = `${choiceIn(ports, conversation)} ${steps.join()}`;
    const content = contents.get(key) ?? (await contentOf(ports, steps, hearingIn(ports, conversation)));
    contents.set(key, content);
    await ifReadable(() => keepBoard(ports, conversation, content));
  }
}

async function keepBoard(ports: Ports, conversation: ConversationRecord, content: Content): Promise<void> {
  const known = ports.register.board(conversation.conversationId);
  if (known === undefined) {
    if (content.open > 0 || content.snoozed !== undefined || content.stuck !== undefined)
      await insertBoard(ports, conversation, content);
    return;
  }
  const now = ports.clock.now();
  const moves = mayBeTold(conversation, now) && mayMove(withContent(known, content), now) && hasSunk(ports, known);
  if (!moves && sameContent(known, content)) return;
  await updateDocument(ports, 'board', known.id, (board) => {
    const next = sameContent(board, content) ? board : withContent(board, content);
    return settleBoard(moves && mayMove(next, now) ? atTheEnd(next) : next, now);
  });
}

type Content = Pick<BoardRecord, 'open' | 'lines' | 'providers' | 'snoozed' | 'overdue' | 'stuck'>;

function withContent(
  { stuck: _old, snoozed: _then, providers: _before, ...board }: BoardRecord,
  content: Content,
): BoardRecord {
  const isNews = board.state === 'posted' && !sameMatter(board, content);
  return { ...board, ...content, ...(isNews ? { news: true } : {}), version: board.version + 1 };
}

/** What the boards list now of conversations that hear this. */
async function contentOf(ports: Ports, steps: ReminderSteps, { hears }: Audience): Promise<Content> {
  const { register, clock } = ports;
  const now = clock.now();
  const open: AccountRecord[] = [];
  const urgent = new MostUrgent(NAMED, now);
  let [snoozed, overdue] = [0, 0];
  const look = (account: AccountRecord): void => {
    if (!hears(account)) return;
    if (snoozeOf(account) !== undefined) {
      snoozed += 1;
      return;
    }
    open.push(account);
    urgent.add(account);
    if (isOverdue(account, steps, now)) overdue += 1;
  };
  await inSlices(register.openAccounts(), look);
  const isStuck = (account: AccountRecord): boolean => account.stuckToldAt !== undefined && hears(account);
  const { length: stuck } = await chosenFrom(register.allAccounts(), isStuck);
  const providers = countByProvider(ports, open);
  return {
    ...(providers === undefined ? {} : { providers }),
    open: open.length,
    lines: urgent.records().map((record) => boardLine(ports, record, now)),
    ...(snoozed === 0 ? {} : { snoozed }),
    ...(overdue === 0 ? {} : { overdue: { count: overdue, days: steps.at(-1) ?? 0 } }),
    ...(stuck === 0 ? {} : { stuck }),
  };
}

function boardLine(ports: Ports, record: AccountRecord, now: Instant): BoardLine {
  const { accountId, name, provider, firstSeenAt: since, accepted, rowCreatedAt } = accountLine(ports, record);
  const assignment = assignmentOf(record);
  return {
    accountId,
    name,
    ...(provider === undefined ? {} : { provider }),
    since,
    ...(accepted === undefined ? {} : { accepted }),
    ...(rowCreatedAt === undefined ? {} : { rowCreatedAt }),
    ...atStake(record),
    ...(assignment === undefined ? {} : { assignee: assignment.by }),
    ...(isBack(record, now) ? { isBack: true } : isNew(record, now) ? { isNew: true } : {}),
  };
}

function sameContent(a: Content, b: Content): boolean {
  const listed = ({ lines, providers, overdue }: Content): string => JSON.stringify([lines, providers, overdue]);
  return a.open === b.open && a.snoozed === b.snoozed && a.stuck === b.stuck && listed(a) === listed(b);
}

/** The same accounts wait: that one of them is not new any more is no news to anybody. */
function sameMatter(a: Content, b: Content): boolean {
  const ids = ({ lines }: Content): string => JSON.stringify(lines.map(({ accountId }) => accountId).sort());
  return a.open === b.open && a.stuck === b.stuck && ids(a) === ids(b);
}

async function insertBoard(ports: Ports, conversation: ConversationRecord, content: Content): Promise<void> {
  const now = ports.clock.now();
  const { conversationId } = conversation;
  const board: BoardRecord = {
    kind: 'board',
    id: boardDocumentId(conversationId),
    partnerId: ports.partnerId,
    format: presentFormat('board', UPGRADES),
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
  const conversation = register.conversation(board.conversationId);
  if (conversation === undefined || !mayBeTold(conversation, now)) return board;
  // Whoever deleted the message left no error.
  if (board.state === 'dropped' && board.lastError !== undefined) return settleBoard(anew(board), now);
  return waitsForConversation(board) ? settleBoard(calm(board), now) : board;
}

/** When the board is next to be worked on. */
export function settleBoard({ dueAt: _old, ...board }: BoardRecord, now: Instant): BoardRecord {
  const due = [postDue(board, board.version, now), board.old === undefined ? undefined : oldDue(board, now)];
  const times = due.filter((at) => at !== undefined);
  return times.length === 0 ? board : { ...board, dueAt: Math.min(...times) };
}

/** Both messages of a board, the living one first. */
export function owedBoards(ports: Ports, shared: SharedRecord<BoardRecord>, draw: DrawBoard): readonly OwedPost[] {
  const { document: board } = shared.latest();
  const asOf = shared.asOf();
  const { id, version, old } = board;
  const conversation = ports.register.conversation(board.conversationId);
  const save = async (how: (board: BoardRecord) => BoardRecord | undefined): Promise<BoardRecord | undefined> => {
    const changed = await shared.change((b) => {
      const next = how(b);
      return next === undefined ? undefined : settleBoard(next, ports.clock.now());
    });
    return changed.changed === 'saved' ? changed.document : undefined;
  };
  const living: OwedPost = {
    id,
    post: board,
    version,
    conversation,
    whenGone: 'drop',
    asOf: () => asOf,
    draw: (to) => ({ message: draw.board(board, to), version }),
    change: (how) => save(how),
  };
  if (old === undefined || oldDue(board, ports.clock.now()) === undefined) return [living];
  return [
    living,
    {
      id,
      post: old,
      version: 1,
      conversation,
      whenGone: 'drop',
      draw: (to) => ({ message: draw.movedBoard(to), version: 1 }),
      change: async (how) => (await save((b) => withOld(b, how)))?.old,
    },
  ];
}
