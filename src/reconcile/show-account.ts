import type { AccountRecord } from '../domain/account';
import { UTC } from '../domain/calendar';
import type { AccountPicture, ListAnswer } from '../domain/answers';
import type { ConversationRecord } from '../domain/documents';
import { POST_LEAVES_WITHIN } from '../domain/notice';
import type { CardView, Notice } from '../domain/notice';
import {
  claimPost,
  dropNotice,
  noteMessageMissing,
  notePosted,
  noteRefused,
  noteShown,
  noteUnsure,
  noteWaits,
  noticeWork,
  trackCard,
} from '../domain/notices';
import type { NoticeWork } from '../domain/notices';
import type { Person } from '../domain/person';
import type { Instant } from '../domain/time';
import type { Message, Sent } from '../courier';
import type { SharedRecord } from './shared-record';
import { drawAccount } from '../records/draw-account';
import { conversationDocumentId, pauseConversation } from '../records/keep-conversation';
import { administratorIds } from '../records/administrators';
import { listAccounts } from '../records/list-accounts';
import { periodOf } from '../domain/period';
import type { Ports } from '../ports';
import { refreshDetails } from '../records/refresh-acceptance';

/** What a message about an account is when it is more, or something else, than the account's own card. */
export interface DrawnAs {
  readonly view?: CardView;
  /** With a list: the page of it as it is now. */
  readonly list?: ListAnswer;
  readonly mention?: Person;
}

/** Draws an account for a conversation, in its language. */
export type DrawCard = (picture: AccountPicture, conversation: ConversationRecord, as: DrawnAs) => Message;

/** While a conversation is paused its notices wait; an install or a message wakes them. */
const PAUSED_FOR = 6 * 3_600_000;

/** The part of an account's cards that is worked on: what is to be posted, or redrawn, in one conversation. */
export interface CardErrand {
  readonly work: NoticeWork['work'];
  readonly conversationId: string;
}

/**
 * Brings an account's cards in one conversation up to date: posts what is wanted, or redraws what is behind. Each post
 * is claimed in the record before it is made and noted after; each step may be the last one that this process does.
 */
export async function showAccount(ports: Ports, shared: SharedRecord, draw: DrawCard, part: CardErrand): Promise<void> {
  for (const { work, notice } of noticeWork(shared.latest().document, ports.clock.now())) {
    if (work !== part.work || notice.conversationId !== part.conversationId) continue;
    const conversation = await conversationOf(ports, notice.conversationId);
    if (conversation?.state !== 'active') await setAside(ports, shared, notice, conversation);
    else if (work === 'post') await post({ ports, shared, notice, conversation, draw });
    else await redraw({ ports, shared, notice, conversation, draw });
  }
}

/** One notice that is being worked on. */
interface Showing {
  readonly ports: Ports;
  readonly shared: SharedRecord;
  readonly notice: Notice;
  readonly conversation: ConversationRecord;
  readonly draw: DrawCard;
  /** With a post: our claim. */
  readonly claimedAt?: Instant;
}

/** Looks up and draws before it claims, so that the claim is held for no longer than the request lasts. */
async function post(showing: Showing): Promise<void> {
  const { ports, shared, notice, conversation } = showing;
  const known = shared.latest().document;
  const record = await refreshDetails(ports, known);
  if (record !== known) shared.forget();
  const message = drawn(showing, record);
  const claimed = await shared.change((r) => claimPost(r, notice.id, ports.clock.now()));
  if (claimed.changed !== 'saved') return;
  const claimedAt = claimOf(claimed.document, notice.id) ?? ports.clock.now();
  const sent = await ports.courier.post(conversation, message, claimedAt + POST_LEAVES_WITHIN);
  await note({ ...showing, claimedAt }, sent, record.version);
}

function drawn({ ports, notice, conversation, draw }: Showing, record: AccountRecord): Message {
  const { view, mention } = notice;
  const list = view?.view === 'list' ? listOf(ports, view, conversation) : undefined;
  return draw(drawAccount(ports, record), conversation, {
    ...(view === undefined ? {} : { view }),
    ...(list === undefined ? {} : { list }),
    ...(mention === undefined ? {} : { mention }),
  });
}

function listOf(ports: Ports, view: Extract<CardView, { view: 'list' }>, conversation: ConversationRecord): ListAnswer {
  const { settings, personId } = conversation;
  const { what, offset, period, filter } = view;
  const span = period === undefined ? {} : { period: periodOf(period, ports.clock.now(), settings.timeZone ?? UTC) };
  const others = personId !== undefined && administratorIds(ports).has(personId.toLowerCase());
  const reader = personId === undefined ? {} : { reader: { personId, others } };
  const narrowed = filter === undefined ? {} : { filter, zone: settings.timeZone ?? UTC };
  return listAccounts(ports, what, { offset, ...span, ...reader, ...narrowed });
}

function claimOf(record: AccountRecord, noticeId: string): Instant | undefined {
  const notice = record.notices.find((n) => n.id === noticeId);
  return notice?.state === 'posting' ? notice.claimedAt : undefined;
}

async function redraw(showing: Showing): Promise<void> {
  const { ports, shared, notice, conversation } = showing;
  const { document: record } = shared.latest();
  const { messageId, threadId } = notice;
  if (messageId === undefined) return;
  const place = { messageId, ...(threadId === undefined ? {} : { threadId }) };
  const sent = await ports.courier.update(conversation, place, drawn(showing, record));
  await note(showing, sent, record.version);
}

/** Writes down how a post or redraw ended. */
async function note(
  { ports, shared, notice, conversation, claimedAt }: Showing,
  sent: Sent,
  shownVersion: number,
): Promise<void> {
  const now = ports.clock.now();
  const isPost = notice.state !== 'posted';
  const refused = (r: AccountRecord, reason: string, retryAt = 0): AccountRecord =>
    noteRefused(r, notice.id, { reason, retryAt, random: ports.random() }, now);
  const change = (r: AccountRecord): AccountRecord | undefined => {
    // Our claim has lapsed, and somebody else has made the post or is making it: a card of ours beside that one is
    // kept up to date like it, and nothing else that we know counts any more.
    if (isPost && claimOf(r, notice.id) !== claimedAt) {
      const { conversationId } = notice;
      return sent.sent === 'sent' ? trackCard(r, { conversationId, ...placeOf(sent) }, shownVersion, now) : undefined;
    }
    switch (sent.sent) {
      case 'sent':
        return isPost
          ? notePosted(r, notice.id, placeOf(sent), shownVersion, now)
          : noteShown(r, notice.id, shownVersion, now);
      case 'later':
        return refused(r, sent.reason, sent.retryAt);
      case 'unsure':
        // An update may be repeated at will. A post may be there already: its claim stays until it lapses.
        return isPost
          ? noteUnsure(r, notice.id, { reason: sent.reason, random: ports.random() }, now)
          : refused(r, sent.reason);
      case 'too-late':
        // A claim lapses by itself; then the notice is owed again.
        return isPost ? undefined : refused(r, 'it had to wait for too long');
      case 'message-gone':
        return noteMessageMissing(r, notice.id, ports.random(), now);
      case 'conversation-gone':
        return dropNotice(r, notice.id, sent.reason, now);
      case 'paused':
        return noteWaits(r, notice.id, { reason: sent.reason, until: now + PAUSED_FOR }, now);
      case 'rejected':
        return refused(r, sent.reason, now + PAUSED_FOR);
    }
  };
  if (sent.sent === 'conversation-gone' || sent.sent === 'paused') await pauseConversation(ports, conversation, sent);
  if (sent.sent === 'rejected') {
    const account = shared.latest().document.id;
    ports.log.error({ account, reason: sent.reason }, 'Teams rejected a card; the account waits, others go on');
  }
  await shared.change(change);
}

function placeOf(sent: Extract<Sent, { sent: 'sent' }>): { readonly messageId: string; readonly threadId?: string } {
  return { messageId: sent.messageId, ...(sent.threadId === undefined ? {} : { threadId: sent.threadId }) };
}

/** Nobody can be told there now: forgotten when the conversation is gone, kept waiting when it is only paused. */
async function setAside(
  ports: Ports,
  shared: SharedRecord,
  notice: Notice,
  conversation: ConversationRecord | undefined,
): Promise<void> {
  const now = ports.clock.now();
  const wait = { reason: conversation?.stateReason ?? 'paused', until: now + PAUSED_FOR };
  await shared.change((r) =>
    conversation?.state === 'paused'
      ? noteWaits(r, notice.id, wait, now)
      : dropNotice(r, notice.id, 'the conversation is gone', now),
  );
}

async function conversationOf(ports: Ports, conversationId: string): Promise<ConversationRecord | undefined> {
  const known = ports.register.conversation(conversationId);
  if (known !== undefined) return known;
  return (await ports.store.read('conversation', conversationDocumentId(conversationId)))?.document;
}
