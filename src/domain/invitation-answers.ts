import type { AccountLine, AccountPicture, NearName } from './answers';
import type { TimeZone } from './calendar';
import type { InvitationRecord, Inviter } from './invitation';
import type { InvitationsNarrowed } from './invitations-narrowed';
import type { NoDayBefore } from './invited-on';
import type { Trouble } from './source';
import type { Instant } from './time';

/** An invitation as it is told of; `provider` is the name of the one that it is for, where that was said. */
export interface InvitationLine {
  readonly invitation: InvitationRecord;
  readonly provider?: string;
  /** It was asked for by another name, which may mean it. */
  readonly isLike?: true;
}

/** A provider for which the company may have been invited instead. */
export interface OtherProvider {
  readonly id: string;
  readonly name: string;
}

/** How long an answer took, in days of the calendar of whoever invited. */
export interface Took {
  readonly from: Instant;
  readonly to: Instant;
  readonly zone: TimeZone;
}

/** What becomes of "we invited Contoso". */
export type InvitedAnswer =
  | {
      readonly answer: 'noted';
      readonly line: InvitationLine;
      /** `again`: it was invited before; `already`: that was known; `corrected`: it was earlier than was said. */
      readonly begun: 'begun' | 'again' | 'already' | 'corrected';
      /** Accounts of a near name that are there already. */
      readonly near: readonly NearName[];
      readonly days: readonly number[];
      readonly now: Instant;
    }
  /** It accepted after it was invited: nothing is waited for any more. */
  | { readonly answer: 'answered'; readonly account: AccountLine; readonly took: Took }
  | {
      readonly answer: 'accepted-already';
      readonly company: string;
      /** The day that was said, unless it was today. */
      readonly day?: string;
      readonly account: AccountLine;
      readonly others: readonly OtherProvider[];
    }
  | {
      readonly answer: 'refused';
      readonly company: string;
      readonly why: 'too-long' | 'full';
      readonly most: number;
    }
  | { readonly answer: 'no-such-provider'; readonly words: string; readonly providers: readonly string[] }
  /** Nobody can have been invited on that day. */
  | { readonly answer: 'no-day'; readonly why: NoDayBefore };

/** What becomes of "forget the invitation of Contoso", and of "is it the one?". */
export type UninvitedAnswer =
  | { readonly answer: 'withdrawn'; readonly companies: readonly string[]; readonly ids: readonly string[] }
  /** `near`: which of them may be meant. */
  | {
      readonly answer: 'not-invited';
      readonly company?: string;
      readonly near: readonly InvitationLine[];
      readonly now: Instant;
    }
  | { readonly answer: 'answered'; readonly account: AccountLine; readonly took: Took }
  | { readonly answer: 'goes-on'; readonly line: InvitationLine; readonly now: Instant };

export interface InvitationsAnswer {
  /** The longest unanswered first. */
  readonly lines: readonly InvitationLine[];
  readonly offset: number;
  readonly total: number;
  /** What they were asked by, and how many others are open; absent when all were. */
  readonly only?: { readonly by: InvitationsNarrowed; readonly others: number };
  readonly now: Instant;
}

/** A text for the customer, in the customer's language where that is known. */
export interface FollowUp {
  readonly line: InvitationLine;
  readonly language: string;
  /** The country that the language was chosen by. */
  readonly country?: string;
  readonly link?: string;
  /** Why there is no link: it could not be read, or nobody said which of several providers they were invited for. */
  readonly trouble?: Trouble;
  readonly whose?: 'not-said';
  readonly now: Instant;
}

/** What whoever invited is told without asking. */
export type InvitationNews = { readonly line: InvitationLine; readonly inviter: Inviter; readonly now: Instant } & (
  | { readonly news: 'accepted' | 'asked' | 'otherwise'; readonly picture: AccountPicture }
  | { readonly news: 'reminder'; readonly followUp: FollowUp }
);
