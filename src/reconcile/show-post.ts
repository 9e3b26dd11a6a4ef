import type { Message, Sent } from '../courier';
import type { ConversationRecord } from '../domain/documents';
import {
  claimPost,
  dropPost,
  holdPost,
  isBeingMade,
  letWait,
  noteGone,
  noteOutcome,
  POST_LEAVES_WITHIN,
  postWork,
  putOff,
  UPDATE_LEAVES_WITHIN,
} from '../domain/post';
import type { Post, WhenGone } from '../domain/post';
import { quietUntil } from '../domain/quiet';
import type { Instant } from '../domain/time';
import { marksOn } from '../records/button-marks';
import { pauseConversation } from '../records/keep-conversation';
import { keepShown } from '../records/keep-said';
import type { Ports } from '../ports';

/** A message as it is to be now, and the version of its document that it shows. */
export interface Drawn {
  readonly message: Message;
  readonly version: number;
}

/** A post that a document owes: what its owner says of it. */
export interface OwedPost {
  /** Names the document in the log. */
  readonly id: string;
  readonly post: Post;
  /** The version of the document that is to be shown. */
  readonly version: number;
  /** Where it belongs; undefined when there is no such place. */
  readonly conversation: ConversationRecord | undefined;
  readonly whenGone: WhenGone;
  /** When what it shows was read: of what is redrawn, an older form leaves soon after that or not at all. */
  readonly asOf?: () => Instant;
  /** No document says afterwards which message it is: its buttons are written down, so that clicks on them are known. */
  readonly isKeptNowhere?: true;
  /** What came in quiet hours is told with the others that did. */
  readonly isGathered?: boolean;
  /** More have come within the hour than get a message each: it is told with the others that came beyond. */
  readonly isBeyond?: () => boolean;
  /** It is said in quiet hours, too. */
  readonly isUrgent?: boolean;
  /** Undefined when there is nothing to say any more. */
  draw(conversation: ConversationRecord): Drawn | undefined | Promise<Drawn | undefined>;
  /** Changes it in its document by compare-and-swap; gives what was saved. */
  change(how: <P extends Post>(post: P) => P | undefined): Promise<Post | undefined>;
  /** It was made twice: this message is there beside the one that counts. */
  beside?(place: Pick<Post, 'messageId' | 'threadId'>, version: number): Promise<void>;
}

/**
 * Makes or redraws a post that is due, whoever owes it. It is drawn before it is claimed, so that the claim is held for
 * no longer than the request lasts; the claim is saved before the post is made, and what became of it after. Each step
 * may be the last one that this process does.
 */
export async function showPost(ports: Ports, owed: OwedPost): Promise<void> {
  const { clock } = ports;
  const { conversation } = owed;
  if (conversation?.state !== 'active') {
    await owed.change(unlessMade(clock, (post) => setAside(post, owed, clock.now())));
    return;
  }
  const work = postWork(owed.post, owed.version, clock.now());
  if (work === undefined) return;
  // A redraw disturbs nobody.
  const kept = work === 'post' ? keptBack(owed, conversation, clock.now()) : undefined;
  if (kept !== undefined) {
    await owed.change(unlessMade(clock, kept));
    return;
  }
  const asOf = owed.asOf?.() ?? clock.now();
  const drawn = await owed.draw(conversation);
  if (drawn === undefined) {
    await owed.change(unlessMade(clock, (post) => dropPost(post, 'there is nothing to say any more')));
    return;
  }
  const claimed = work === 'post' ? await owed.change((post) => claimPost(post, clock.now())) : undefined;
  if (work === 'post' && claimed === undefined) return;
  const { message, version: shownVersion } = drawn;
  const sent = await send(ports, { conversation, post: claimed ?? owed.post, message, asOf });
  if (sent.sent === 'conversation-gone' || sent.sent === 'paused') await pauseConversation(ports, conversation, sent);
  if (sent.sent === 'rejected')
    ports.log.error({ document: owed.id, reason: sent.reason }, 'Teams rejected a message; it waits, others go on');
  const claim = claimed?.claimedAt === undefined ? {} : { claimedAt: claimed.claimedAt };
  const outcome = { sent, ...claim, shownVersion, whenGone: owed.whenGone, random: ports.random() };
  const noted = await owed.change((post) => noteOutcome(post, outcome, clock.now()));
  if (noted === undefined && claimed !== undefined && sent.sent === 'sent') await owed.beside?.(sent, shownVersion);
  if (owed.isKeptNowhere === true && sent.sent === 'sent') {
    const at = { conversationId: conversation.conversationId, messageId: sent.messageId };
    await keepShown(ports, at, { about: [], buttons: marksOn(message.card) });
  }
}

/** Another replica may have claimed the post since it was read: it is left to that one. */
function unlessMade(clock: Ports['clock'], how: <P extends Post>(post: P) => P) {
  return <P extends Post>(post: P): P | undefined => (isBeingMade(post, clock.now()) ? undefined : how(post));
}

/** What becomes of a message that is not made now, though it could be. */
function keptBack({ isUrgent, isGathered, isBeyond }: OwedPost, { settings }: ConversationRecord, now: Instant) {
  const quiet = isUrgent === true ? undefined : quietUntil(settings, now);
  if (quiet === undefined)
    return isBeyond?.() === true ? <P extends Post>(post: P): P => holdPost(post, now, 'burst') : undefined;
  return <P extends Post>(post: P): P => (isGathered === true ? holdPost(post, now) : putOff(post, quiet));
}

/** Nobody can be told there now: it waits where the conversation is only paused. */
function setAside<P extends Post>(post: P, { conversation, whenGone }: OwedPost, now: Instant): P {
  if (conversation?.state === 'paused') return letWait(post, conversation.stateReason ?? 'paused', now);
  return noteGone(post, whenGone, 'the conversation is gone', now);
}

interface Outgoing {
  readonly conversation: ConversationRecord;
  readonly post: Post;
  readonly message: Message;
  readonly asOf: Instant;
}

function send({ courier }: Ports, { conversation, post, message, asOf }: Outgoing): Promise<Sent> {
  const { claimedAt, messageId, threadId } = post;
  if (messageId === undefined || claimedAt !== undefined)
    return courier.post(conversation, message, claimedAt === undefined ? undefined : claimedAt + POST_LEAVES_WITHIN);
  const place = { messageId, ...(threadId === undefined ? {} : { threadId }) };
  return courier.update(conversation, place, message, asOf + UPDATE_LEAVES_WITHIN);
}
