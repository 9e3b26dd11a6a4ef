import type { Instant } from './time';

/**
 * One card about an account in one conversation.
 * - `wanted`: owed, not yet posted
 * - `posting`: somebody claimed the post at `claimedAt`; if they die before noting the message id, the claim lapses
 *   and the post is made again (the one window in which a card can appear twice)
 * - `posted`: the card is there and shows `shownVersion`
 * - `dropped`: the conversation or the message is gone for good; nothing is owed any more
 */
export interface Notice {
  /** The conversation's id for an announcement, so that there is one per conversation; for news what it is about; else the message's id. */
  readonly id: string;
  readonly conversationId: string;
  readonly state: 'wanted' | 'posting' | 'posted' | 'dropped';
  /** Why the card is there: told to everybody, asked for by a person, sent to somebody who watched, or to tell of a change. */
  readonly reason: 'announcement' | 'asked' | 'watch' | 'news';
  readonly wantedAt: Instant;
  readonly claimedAt?: Instant;
  readonly messageId?: string;
  /** The conversation id that the message lives in when that is a thread of its own (`...;messageid=...`). */
  readonly threadId?: string;
  readonly shownVersion: number;
  readonly attempts: number;
  /** Since when it has failed again and again; waiting for a paused conversation is no failure. */
  readonly failingSince?: Instant;
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

/** Cards that people asked for are remembered up to this number per account; older ones are refreshed when touched. */
export const ASKED_KEPT = 10;
