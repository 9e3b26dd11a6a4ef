import type { Message } from './courier';
import type { TimeZone } from './domain/calendar';
import type { ConversationRecord } from './domain/documents';
import type { Speaker } from './domain/sender';
import type { Told } from './domain/told';
import type { Instant } from './domain/time';
import type { UploadPlace } from './uploads';

/** Where a turn takes place: the facts of a conversation, as the authenticated request gave them. */
export type Place = Pick<
  ConversationRecord,
  | 'conversationId'
  | 'type'
  | 'serviceUrl'
  | 'tenantId'
  | 'botId'
  | 'teamId'
  | 'teamName'
  | 'name'
  | 'channel'
  | 'personId'
  | 'personName'
  | 'memberId'
> & {
  /** The Entra group behind the team, where Teams says it. */
  readonly groupId?: string;
  /** The thread that the turn belongs to, when there is one. */
  readonly threadId?: string;
};

export type Input =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** The message that this one quotes. */
      readonly quote?: Quote;
      /** The people whom it mentions, without the bot. */
      readonly mentions?: readonly PersonMention[];
      /** Files or pictures came with it. */
      readonly files?: true;
    }
  /** A click on a card: the payload as it came, not yet believed. `automatic` when the client refreshed by itself. */
  | { readonly kind: 'action'; readonly data: unknown; readonly messageId?: string; readonly automatic: boolean }
  /** Search as you type in a card's input. */
  | {
      readonly kind: 'search';
      readonly dataset: string;
      readonly text: string;
      readonly limit: number;
      readonly data: unknown;
    }
  /** A search from a compose box, empty at first: only the person sees what it finds before some of it is put into a message. */
  | { readonly kind: 'find'; readonly text: string; readonly skip: number; readonly limit: number }
  /** An address that was pasted into a compose box. */
  | { readonly kind: 'link'; readonly url: string }
  /** Somebody's message, about which a person asks who it is. */
  | { readonly kind: 'who'; readonly text: string }
  /** A click in the dialog that answers that: the payload as it came, not yet believed. */
  | { readonly kind: 'dialog'; readonly data: unknown }
  /** A person takes a file that was offered, or without `upload` does not want it. `context` as it came, not yet believed. */
  | { readonly kind: 'file'; readonly context: unknown; readonly upload?: UploadPlace }
  | { readonly kind: 'installed'; readonly upgrade: boolean }
  | {
      readonly kind: 'removed';
      readonly why: 'uninstalled' | 'channel-left' | 'team-deleted' | 'team-archived' | 'channel-deleted';
    }
  | { readonly kind: 'restored' }
  | { readonly kind: 'renamed'; readonly name: string; readonly of: 'team' | 'channel' };

/** A person whom a message mentions: how it stands there, their name, and Teams' own id of them. */
export interface PersonMention {
  readonly text: string;
  readonly name: string;
  readonly memberId: string;
}

/** A message that another one quotes: Teams' id of it, and the beginning of its text. */
export interface Quote {
  readonly messageId: string;
  readonly preview: string;
}

/** One thing that happened in Teams and that the bot answers. */
export interface Turn {
  /** Teams' activity id; the same one comes again when Teams delivers again. */
  readonly id: string;
  readonly at: Instant;
  /** Absent for events without an actor. */
  readonly person?: Speaker;
  readonly place: Place;
  /** The person's language as the client says, for example `de-DE`. */
  readonly locale?: string;
  /** The zone of the person's clock, when the client says it. */
  readonly timeZone?: TimeZone;
  readonly input: Input;
}

/** A card of an account that is to be kept up to date. */
export interface Kept {
  readonly accountId: string;
  readonly shownVersion: number;
}

/**
 * - `message`: say this in the conversation, and after it `more`; `keep` asks to be told where a message ended up
 * - `card`: show this card in place of the one that was clicked, for the person who clicked; where that cannot be, say it,
 *   and `keep` counts
 * - `note`: a short line for the person who clicked; the card stays
 * - `choices`: results of search as you type
 * - `offers`: cards that the person can put into a message, where others read them
 * - `dialog`: show this in the dialog that the person has open
 *
 * `told` says what it was about, for the talk to go on from. `instead` is what an earlier message shows from now on.
 */
export type Reply =
  | (Said & {
      readonly reply: 'message';
      readonly more?: readonly Said[];
      readonly told?: Told;
      readonly instead?: Instead;
    })
  | (Said & { readonly reply: 'card'; readonly told?: Told })
  | { readonly reply: 'note'; readonly text: string }
  | { readonly reply: 'choices'; readonly choices: readonly { readonly title: string; readonly value: string }[] }
  | { readonly reply: 'offers'; readonly offers: readonly Offer[] }
  | { readonly reply: 'dialog'; readonly title: string; readonly message: Message }
  | { readonly reply: 'nothing' };

/** What became of a page of a review that was saved in words, in the place of its card. */
export interface Instead {
  readonly page: string;
  readonly message: Message;
}

/** A card to put into a message, with the line by which it is chosen. */
export interface Offer {
  readonly title: string;
  readonly detail: string;
  readonly card: object;
}

/** One of the messages in answer to a turn. */
export interface Said {
  readonly message: Message;
  readonly keep?: Kept;
}

/** Answers turns. Implemented in turns/, called by teams/. */
export interface Desk {
  answer(turn: Turn): Promise<Reply>;
  /** A reply that asked for it was said: here it is now. */
  said(turn: Turn, reply: Reply, at: { readonly messageId: string; readonly threadId?: string }): Promise<void>;
  /** The answer has been said, in these messages; what it was about is kept for the next one. Nobody waits for it. */
  answered(turn: Turn, reply: Reply, messageIds: readonly string[]): Promise<void>;
  /** The calm sentence for when `answer` threw: what the person can do, and the reference that is in the log. */
  apologise(turn: Turn, reference: string): Reply;
  /** The kind sentence for who sends more than can be answered. */
  slowDown(turn: Turn): Reply;
}
