import type { AccountFilter } from './account-filter';
import type { ListOrder } from './list-order';
import type { Person } from './person';
import type { Post } from './post';
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
      readonly order?: ListOrder;
      readonly period?: 'today' | 'yesterday' | 'this_week' | 'last_week' | 'this_month' | 'last_month';
    };

/** One card about an account in one conversation. */
export interface Notice extends Post {
  /** The conversation's id for an announcement, so that there is one per conversation; for news what it is about; else the message's id. */
  readonly id: string;
  readonly conversationId: string;
  /**
   * Why the card is there: told to everybody, asked for by a person, sent to somebody who watched, to tell of a change,
   * to somebody whose decision another person took back, or because one person asked another to take it.
   */
  readonly reason: 'announcement' | 'asked' | 'watch' | 'news' | 'overruled' | 'request';
  /** Absent: the account's own card. */
  readonly view?: CardView;
  /** Whom the card is for where others read along. */
  readonly mention?: Person;
  readonly wantedAt: Instant;
  /** It was told with others in one message: by its key, and since when it is among them. */
  readonly gathered?: { readonly in: string; readonly at: Instant };
}

/** Cards that people asked for are remembered up to this number per account; older ones are refreshed when touched. */
export const ASKED_KEPT = 10;

/** So many messages to people whose decisions were taken back are kept up to date per account. */
export const OVERRULED_KEPT = 3;

/** So many questions to colleagues, and answers to those who asked, are kept up to date per account. */
export const REQUESTS_KEPT = 6;
