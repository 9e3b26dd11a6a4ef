import { backoff } from './backoff';
import type { Sent } from './sent';
import { HOUR } from './time';
import type { Instant } from './time';

/**
 * One message of ours in one conversation, which is to be there and to show what its document says.
 * - `wanted`: owed, not yet made
 * - `posting`: somebody claimed it at `claimedAt`; if they die before noting the message id, the claim lapses and it is
 *   made again (the one window in which a message can appear twice)
 * - `posted`: the message is there and shows `shownVersion` of its document
 * - `dropped`: the conversation or the message is gone for good; nothing is owed any more
 */
export interface Post {
  readonly state: 'wanted' | 'posting' | 'posted' | 'dropped';
  readonly wantedAt?: Instant;
  readonly claimedAt?: Instant;
  readonly messageId?: string;
  /** When the message was made; absent where an earlier version made it. */
  readonly postedAt?: Instant;
  /** The conversation id that the message lives in when that is a thread of its own (`...;messageid=...`). */
  readonly threadId?: string;
  readonly shownVersion: number;
  readonly attempts: number;
  /** Since when it has failed again and again; waiting for a paused conversation is no failure. */
  readonly failingSince?: Instant;
  /** Since when it waits to be told with others in one message: with whatever else came in quiet hours. */
  readonly heldSince?: Instant;
  /** It waits with the others of its hour instead: more have come than get a card each. */
  readonly heldFor?: 'burst';
  readonly notBefore?: Instant;
  readonly lastError?: string;
}

/** How long a claimed post may stay without a message id before it is made again, in milliseconds. */
export const POST_CLAIM_LAPSES_AFTER = 60_000;

/**
 * How long after its claim a post may still leave, in milliseconds: what leaves has to be answered (10 s at most) and
 * noted before the claim lapses and somebody else makes the post.
 */
export const POST_LEAVES_WITHIN = 45_000;

/**
 * How long after what it shows was read a redrawn message may leave, in milliseconds. After that it is drawn anew: what
 * somebody else has saved since may be shown already.
 */
export const UPDATE_LEAVES_WITHIN = 10_000;

/** So many times in a row Teams has to say that something is not there. */
export const MISSING_UNTIL_GONE = 3;

/** While a conversation is paused its posts wait; an install or a message wakes them. What Teams rejects waits as long. */
const PAUSED_FOR = 6 * HOUR;
const QUIET_HOURS = 'quiet hours';
const MESSAGE_MISSING = 'the message is not there';

/** A post that nobody has tried to make yet. */
export const UNTRIED: Post = { state: 'wanted', shownVersion: 0, attempts: 0 };

/**
 * What a post becomes that cannot stay where it was.
 * - `drop`: it is of no use anywhere else, or later
 * - `remake`: where only the message is gone, it is made anew
 * - `wait`: it may have another place, or the same one again
 */
export type WhenGone = 'drop' | 'remake' | 'wait';

/** When a post may next be worked on; undefined when it shows `version`, or is dropped. */
export function postDue(post: Post, version: number, now: Instant): Instant | undefined {
  switch (post.state) {
    case 'wanted':
      // Whoever tells of several in one message lets it go.
      if (post.heldSince !== undefined) return undefined;
      return post.notBefore ?? Math.min(post.wantedAt ?? now, now);
    case 'posting':
      return claimEnds(post, now);
    case 'posted':
      return post.shownVersion < version ? (post.notBefore ?? now) : undefined;
    case 'dropped':
      return undefined;
  }
}

/** What is to be done about a post now. */
export type PostWork = 'post' | 'redraw';

export function postWork(post: Post, version: number, now: Instant): PostWork | undefined {
  if ((postDue(post, version, now) ?? Infinity) > now) return undefined;
  return post.state === 'posted' ? 'redraw' : 'post';
}

/**
 * Claims a post before it is made, so that nobody else makes it too. Undefined when it is not there to be claimed:
 * posted, dropped, or claimed by somebody whose claim has not lapsed.
 */
export function claimPost<P extends Post>(post: P, now: Instant): P | undefined {
  if (post.state === 'posted' || post.state === 'dropped' || isBeingMade(post, now)) return undefined;
  return { ...post, state: 'posting', claimedAt: now };
}

/** Somebody has claimed it and may be making it now: what becomes of it they say, or their claim lapses. */
export function isBeingMade(post: Post, now: Instant): boolean {
  return post.state === 'posting' && claimEnds(post, now) > now;
}

/** What was sent for a post, and what came of it. */
export interface Outcome {
  readonly sent: Sent;
  /** Our claim; absent for a redraw. */
  readonly claimedAt?: Instant;
  readonly shownVersion: number;
  readonly whenGone: WhenGone;
  readonly random: number;
}

/**
 * Writes down how a post or a redraw ended. Undefined when that says nothing about it: its claim is not ours any more,
 * and whoever has it makes the post or has made it; or it lapses by itself, because the post was too late to leave.
 */
export function noteOutcome<P extends Post>(post: P, outcome: Outcome, now: Instant): P | undefined {
  const { sent, random, shownVersion } = outcome;
  const isPost = outcome.claimedAt !== undefined;
  if (post.state !== (isPost ? 'posting' : 'posted') || post.claimedAt !== outcome.claimedAt) return undefined;
  switch (sent.sent) {
    case 'sent':
      return isPost
        ? { ...calm(post), ...whereSent(sent), state: 'posted', postedAt: now, shownVersion }
        : { ...calm(post), shownVersion: Math.max(post.shownVersion, shownVersion) };
    case 'later':
      return refusePost(post, { ...sent, random }, now);
    case 'unsure':
      // An update may be repeated at will. A post may be there already: its claim stays until it lapses, later and later.
      return isPost && !mayRepeatSoon(post, sent)
        ? failed(post, { ...sent, random }, now)
        : refusePost(post, { ...sent, random }, now);
    case 'too-late':
      return isPost ? undefined : refusePost(post, { reason: 'it had to wait for too long', random }, now);
    case 'message-gone':
      return noteMissing(post, outcome, now);
    case 'conversation-gone':
      return noteGone(post, outcome.whenGone, sent.reason, now);
    case 'paused':
      return letWait(post, sent.reason, now);
    case 'rejected':
      return refusePost(post, { reason: sent.reason, retryAt: now + PAUSED_FOR, random }, now);
  }
}

/**
 * What Teams has answered is over, and waiting makes a second one no less likely: an error without a word mostly means
 * that nothing was shown. Once only, or a Teams that shows everything and says otherwise would be answered with a flood.
 */
function mayRepeatSoon({ attempts }: Post, { over }: Extract<Sent, { sent: 'unsure' }>): boolean {
  return over === true && attempts === 0;
}

export interface PostTrouble {
  readonly reason: string;
  readonly retryAt?: Instant;
  /** Between 0 and 1. */
  readonly random: number;
}

/** It did not work this time. Nothing was shown, so a claimed post goes back to `wanted`. */
export function refusePost<P extends Post>(post: P, trouble: PostTrouble, now: Instant): P {
  return { ...without(failed(post, trouble, now), 'claimedAt'), state: unclaimed(post) };
}

/** Nobody can be told there for now: no failure of this post, and no reason to try more seldom afterwards. */
export function letWait<P extends Post>(post: P, reason: string, now: Instant): P {
  return { ...calm(post), state: unclaimed(post), notBefore: now + PAUSED_FOR, lastError: reason };
}

/** Quiet hours: it is told when they are over. */
export function putOff<P extends Post>(post: P, until: Instant): P {
  return { ...calm(post), state: unclaimed(post), notBefore: until, lastError: QUIET_HOURS };
}

/**
 * It is told in one message with others: when quiet hours are over, with whatever else came in them; or soon, with what
 * came beyond the cards of an hour.
 */
export function holdPost<P extends Post>(post: P, now: Instant, why: 'quiet' | 'burst' = 'quiet'): P {
  const held = { ...calm(post), state: unclaimed(post), heldSince: post.heldSince ?? now };
  return why === 'burst' ? { ...held, heldFor: why } : held;
}

/** To be made by itself, after all. */
export function letGo<P extends Post>(post: P): P {
  return without(post, 'heldSince', 'heldFor');
}

/** Its conversation is gone. */
export function noteGone<P extends Post>(post: P, whenGone: WhenGone, reason: string, now: Instant): P {
  return whenGone === 'wait' ? letWait(post, reason, now) : dropPost(post, reason);
}

export function dropPost<P extends Post>(post: P, reason: string): P {
  return { ...calm(post), state: 'dropped', lastError: reason };
}

/** Whether a post is put off because we may not speak in its conversation, and for no failure of its own. */
export function waitsForConversation({ state, attempts, notBefore }: Post): boolean {
  // What is being made has waited; without its claim nobody could note it, or make it anew.
  return state !== 'posting' && attempts === 0 && notBefore !== undefined;
}

/** With nothing of earlier attempts: what waited is due at once. */
export function calm<P extends Post>(post: P): P {
  return { ...without(post, 'claimedAt', 'failingSince', 'notBefore', 'lastError'), attempts: 0 };
}

/** To be made as if it had never been made. */
export function anew<P extends Post>(post: P): P {
  return { ...without(calm(post), 'messageId', 'threadId', 'postedAt'), state: 'wanted', shownVersion: 0 };
}

/**
 * Teams says that the message is not there. Of messages in channels it says so now and then though they are there, so
 * it is believed only after it has been said again and again.
 */
function noteMissing<P extends Post>(post: P, { whenGone, random }: Outcome, now: Instant): P {
  const isGone = post.lastError === MESSAGE_MISSING && post.attempts >= MISSING_UNTIL_GONE - 1;
  if (!isGone) return refusePost(post, { reason: MESSAGE_MISSING, random }, now);
  return whenGone === 'remake' ? anew(post) : { ...anew(post), state: 'dropped' };
}

/** What fails is tried more and more seldom; each attempt of which nobody knows the end may be one more message. */
function failed<P extends Post>(post: P, { reason, retryAt = 0, random }: PostTrouble, now: Instant): P {
  const attempts = post.attempts + 1;
  const notBefore = Math.max(retryAt, now + backoff(attempts, random));
  return { ...post, attempts, failingSince: post.failingSince ?? now, notBefore, lastError: reason };
}

/** When a claimed post of which nothing more is known may be made again. One that lost its claim is nobody's. */
function claimEnds({ claimedAt, notBefore = 0 }: Post, now: Instant): Instant {
  return Math.max(claimedAt === undefined ? now : claimedAt + POST_CLAIM_LAPSES_AFTER, notBefore);
}

function unclaimed({ state }: Post): Post['state'] {
  return state === 'posting' ? 'wanted' : state;
}

function whereSent(sent: Extract<Sent, { sent: 'sent' }>): Pick<Post, 'messageId' | 'threadId'> {
  return { messageId: sent.messageId, ...(sent.threadId === undefined ? {} : { threadId: sent.threadId }) };
}

type Passing =
  | 'claimedAt'
  | 'failingSince'
  | 'heldSince'
  | 'heldFor'
  | 'notBefore'
  | 'lastError'
  | 'messageId'
  | 'threadId'
  | 'postedAt';

/** Every one of these may be absent, so without them it is a post of the same kind still; a generic type cannot say so. */
function without<P extends Post>(post: P, ...fields: readonly Passing[]): P {
  const kept = Object.entries(post).filter(([name]) => !fields.some((field) => field === name));
  return Object.fromEntries(kept) as unknown as P;
}
