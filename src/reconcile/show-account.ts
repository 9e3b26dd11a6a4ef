import type { AccountRecord } from '../domain/account';
import type { AccountPicture, ListAnswer } from '../domain/answers';
import { counted, isBeyond } from '../domain/gathering';
import { UTC } from '../domain/calendar';
import type { ConversationRecord } from '../domain/documents';
import type { CardView, Notice } from '../domain/notice';
import { changeNotice, noticeWork, trackCard, whenNoticeGone } from '../domain/notices';
import type { Person } from '../domain/person';
import { roleOf } from '../domain/requests';
import type { PostWork } from '../domain/post';
import type { Message } from '../courier';
import { administratorIds } from '../records/administrators';
import { drawAccount } from '../records/draw-account';
import { conversationDocumentId } from '../records/keep-conversation';
import { listAccounts } from '../records/list-accounts';
import { refreshDetails } from '../records/refresh-acceptance';
import type { Ports } from '../ports';
import type { SharedRecord } from './shared-record';
import { showPost } from './show-post';
import type { OwedPost } from './show-post';

/** What a message about an account is when it is more, or something else, than the account's own card. */
export interface DrawnAs {
  readonly view?: CardView;
  /** With a list: the page of it as it is now. */
  readonly list?: ListAnswer;
  readonly mention?: Person;
  /** It puts the question whether somebody takes it, or tells the answer. */
  readonly role?: 'asking' | 'answer';
}

/** Draws an account for a conversation, in its language. */
export type DrawCard = (picture: AccountPicture, conversation: ConversationRecord, as: DrawnAs) => Message;

/** The part of an account's cards that is worked on: what is to be posted, or redrawn, in one conversation. */
export interface CardErrand {
  readonly work: PostWork;
  readonly conversationId: string;
}

/** Brings an account's cards in one conversation up to date: posts what is wanted, or redraws what is behind. */
export async function showAccount(ports: Ports, shared: SharedRecord, draw: DrawCard, part: CardErrand): Promise<void> {
  for (const { work, notice } of noticeWork(shared.latest().document, ports.clock.now())) {
    if (work !== part.work || notice.conversationId !== part.conversationId) continue;
    await showPost(ports, await owedCard(ports, shared, draw, notice));
  }
}

async function owedCard(ports: Ports, shared: SharedRecord, draw: DrawCard, notice: Notice): Promise<OwedPost> {
  const { id, conversationId } = notice;
  const { document } = shared.latest();
  return {
    id: document.id,
    post: notice,
    version: document.version,
    conversation: await conversationOf(ports, conversationId),
    asOf: shared.asOf,
    isGathered: notice.reason === 'announcement',
    isBeyond: () => isBeyondTheHour(ports, document.id, notice),
    get whenGone() {
      return whenNoticeGone(shared.latest().document, notice);
    },
    async draw(conversation) {
      const record = notice.state === 'posted' ? shared.latest().document : await lookedAgain(ports, shared);
      const message = draw(
        drawAccount(ports, record),
        conversation,
        await drawnAs(ports, notice, conversation, record),
      );
      return { message, version: record.version };
    },
    async change(how) {
      const changed = await shared.change((r) => changeNotice(r, id, how, ports.clock.now()));
      return changed.changed === 'saved' ? changed.document.notices.find((n) => n.id === id) : undefined;
    },
    async beside({ messageId, threadId }, version) {
      if (messageId === undefined) return;
      const place = { conversationId, messageId, ...(threadId === undefined ? {} : { threadId }) };
      await shared.change((r) => trackCard(r, place, version, ports.clock.now()));
    },
  };
}

function isBeyondTheHour({ register, clock, cardsAnHour: most }: Ports, accountId: string, notice: Notice): boolean {
  const own = counted(accountId, notice);
  const others = register.announcedLately.in(notice.conversationId);
  return own !== undefined && isBeyond(own, others, { most, now: clock.now() });
}

/** A card that is new says what is so now. */
async function lookedAgain(ports: Ports, shared: SharedRecord): Promise<AccountRecord> {
  const { document: known } = shared.latest();
  const record = await refreshDetails(ports, known);
  if (record !== known) shared.forget();
  return record;
}

async function drawnAs(
  ports: Ports,
  notice: Notice,
  conversation: ConversationRecord,
  record: AccountRecord,
): Promise<DrawnAs> {
  const { view, mention } = notice;
  const role = roleOf(notice, record);
  const list = view?.view === 'list' ? await listOf(ports, view, conversation) : undefined;
  return {
    ...(view === undefined ? {} : { view }),
    ...(list === undefined ? {} : { list }),
    ...(mention === undefined ? {} : { mention }),
    ...(role === undefined ? {} : { role }),
  };
}

function listOf(
  ports: Ports,
  view: Extract<CardView, { view: 'list' }>,
  conversation: ConversationRecord,
): Promise<ListAnswer> {
  const { settings, personId } = conversation;
  const { what, offset, period, filter, order } = view;
  const others = personId !== undefined && administratorIds(ports).has(personId.toLowerCase());
  const reader = personId === undefined ? {} : { reader: { personId, others } };
  const narrowed = { ...(period === undefined ? {} : { period }), ...(filter === undefined ? {} : { filter }) };
  const asked = { ...narrowed, ...(order === undefined ? {} : { order }) };
  return listAccounts(ports, what, { offset, zone: settings.timeZone ?? UTC, ...reader, ...asked });
}

async function conversationOf(ports: Ports, conversationId: string): Promise<ConversationRecord | undefined> {
  const known = ports.register.conversation(conversationId);
  if (known !== undefined) return known;
  return (await ports.store.read('conversation', conversationDocumentId(conversationId)))?.document;
}
