import type { AccountFilter } from './account-filter';
import type { Person } from './person';
import type { Instant } from './time';

/** What a message shows of an account when it is not the account's own card. */
export type CardView =
  | { readonly view: 'status' }
  | {
      readonly view: 'list';
      readonly what: 'pending' | 'unmapped' | 'accepted';
      readonly offset: number;
      /** What the list is narrowed down by. */
      readonly filter?: AccountFilter;
      readonly period?: 'today' | 'yesterday' | 'this_week' | 'last_week' | 'this_month' | 'last_month';
    };

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
  /**
   * Why the card is there: told to everybody, asked for by a person, sent to somebody who watched, to tell of a change,
   * or to somebody whose decision another person took back.
   */
  readonly reason: 'announcement' | 'asked' | 'watch' | 'news' | 'overruled';
  /** Absent: the account's own card. */
  readonly view?: CardView;
  /** Whom the card is for where others read along. */
  readonly mention?: Person;
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

/** So many messages to people whose decisions were taken back are kept up to date per account. */
export const OVERRULED_KEPT = 3;
