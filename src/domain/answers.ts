import type { ReminderSteps } from './reminders';
import type { ResellerFact, Since } from './acceptance';
import type { AccountRecord } from './account';
import type { ConversationSettings, LeftOut, MissingFromList, SourceRecord } from './documents';
import type { Customer } from './customer';
import type { CustomerRef, Decision } from './decision';
import type { Doubt } from './map-answers';
import type { Drift } from './drift';
import type { Gaps } from './everywhere-answer';
import type { NearName } from './near-name';
import type { Evidence } from './evidence';
import type { StrangerKind } from './sender';
import type { SeenAccount, Sister, SisterDecided } from './sister';
import type { SourceName, Trouble } from './source';
import type { InvitationLine } from './invitation-answers';
import type { Taken } from './taken';
import type { Instant } from './time';

export type { NearName } from './near-name';

/**
 * What tasks answer and views draw: values only, no sentences. A refusal is an answer like any other.
 */

/** How old our picture of one source is, and what is wrong with the source now, if anything. */
export interface Freshness {
  readonly source: SourceName;
  readonly part: SourceRecord['part'];
  /** Of whom, where more than one has such a part. */
  readonly name?: string;
  /** Absent: this source has never been read to the end. */
  readonly asOf?: Instant;
  readonly trouble?: Trouble;
  readonly troubleSince?: Instant;
  /** It was read, and should have been read again since. */
  readonly overdue?: true;
  readonly leftOut?: LeftOut;
  readonly missing?: MissingFromList;
}

/** Why the policy does not let somebody do something; `ask` names administrators, where the bot knows them. */
export interface PolicyRefusal {
  readonly why:
    | StrangerKind
    | 'not-a-reader'
    | 'not-a-mapper'
    | 'not-an-administrator'
    | 'could-not-check'
    /** The team has not been approved by an administrator. */
    | 'team-waiting'
    /** People's names and logins are shown in one's own chat and in teams, not in group chats. */
    | 'in-private';
  readonly ask: readonly string[];
}

/** How sure the matching is. */
export type Verdict = 'this-one' | 'one-of-these' | 'nothing-fits';

export interface CandidateLine {
  readonly customer: Customer;
  /** Calibrated, 0 to 1. */
  readonly probability: number;
  readonly evidence: readonly Evidence[];
  /** How many other accounts are mapped to this customer already. */
  readonly mappedAccounts: number;
  /** What the other providers are called under which it has some; absent where it has none. */
  readonly under?: readonly string[];
}

/** All that a card about one account can show. */
export interface AccountPicture {
  readonly record: AccountRecord;
  /** Absent while there is one provider only. */
  readonly providerName?: string;
  readonly verdict: Verdict;
  readonly candidates: readonly CandidateLine[];
  /**
   * With a mapping since which the account or the customer was renamed: what speaks for it now. No evidence and a
   * probability of 0 when nothing does.
   */
  readonly support?: Pick<CandidateLine, 'evidence' | 'probability'>;
  /** What the company has under other providers; absent when it has nothing there. */
  readonly sisters?: readonly Sister[];
  /** What of that does not go together; absent when all does. */
  readonly drift?: readonly Drift[];
  /** Those of them that are decided with it by one click on the first candidate. */
  readonly along?: readonly Sister[];
  readonly freshness: readonly Freshness[];
  readonly now: Instant;
  readonly searchesAsYouType?: true;
  readonly creates?: 'service' | 'line';
}

/** One line about an account where several are listed. */
export interface AccountLine {
  readonly accountId: string;
  readonly name: string;
  readonly domain?: string;
  /** The provider's own id of it. */
  readonly tenantId: string;
  /** The provider's name; absent while there is one only. */
  readonly provider?: string;
  readonly state: AccountRecord['mapping']['state'];
  readonly customer?: CustomerRef;
  /** Since when the reseller relationship is there; absent when it is not. */
  readonly accepted?: Since;
  readonly firstSeenAt: Instant;
  /** When Work 365 made its row of the account. */
  readonly rowCreatedAt?: Instant;
}

/** Several accounts may be meant. */
export interface WhichAnswer {
  readonly answer: 'which';
  readonly query: string;
  /** The customer that was typed, when no account is mapped to it: the choices are open accounts that may be theirs. */
  readonly customer?: Customer;
  readonly choices: readonly WhichChoice[];
  /** How many more there are than `choices` holds. */
  readonly more: number;
}

/** `evidence` says why an open account may be the customer that was typed. */
export type WhichChoice = AccountLine & { readonly evidence?: readonly Evidence[] };

export type StatusAnswer =
  | {
      readonly answer: 'account';
      readonly query: string;
      readonly picture: AccountPicture;
      readonly taken?: Taken;
      /** Where the company is not; absent while there is one provider only. */
      readonly gaps?: Gaps;
    }
  | WhichAnswer
  /** No account; the customer is known in the directory, though, so there is somebody to invite. */
  | {
      readonly answer: 'not-listed';
      readonly query: string;
      readonly customer?: Customer;
      /** A near name that something typed contradicts: offered, never answered. Not among `near`. */
      readonly probably?: NearName;
      readonly near: readonly NearName[];
      /** So many open accounts have not been looked at closely yet, and one of them may be this customer's. */
      readonly unread?: number;
      /** It was invited, as far as we were told. */
      readonly invited?: readonly InvitationLine[];
      /** The partner's reusable link; absent when it is not configured or could not be fetched. */
      readonly invitation?: string;
      readonly freshness: readonly Freshness[];
      readonly now: Instant;
    }
  /** The provider could not be asked, so that nothing is said about this company beyond what our own list holds. */
  | {
      readonly answer: 'cannot-tell';
      readonly query: string;
      readonly probably?: NearName;
      readonly invited?: readonly InvitationLine[];
      /** Why it could not be asked. */
      readonly trouble?: Trouble;
      /** Since when our own complete list is, which does not have this company; absent without such a list. */
      readonly listFrom?: Instant;
      readonly freshness: readonly Freshness[];
      readonly now: Instant;
    };

/** Nobody in the list bears the name typed, as far as could be looked. */
export type AbsentAnswer = Extract<StatusAnswer, { readonly answer: 'not-listed' | 'cannot-tell' }>;

export type { ListAnswer, ListLine, Narrowed } from './list-answer';

export interface Period {
  readonly name: 'today' | 'yesterday' | 'this_week' | 'last_week' | 'this_month' | 'last_month';
  readonly from: Instant;
  /** Exclusive. */
  readonly to: Instant;
}

export type { HoldingsAnswer } from './holdings-answer';

export type { InviteAnswer } from './invite-answer';

/** After a decision, or instead of one. Always with the account as it is now. */
export type DecisionAnswer =
  | {
      readonly answer: 'decided';
      readonly picture: AccountPicture;
      readonly decision: Decision;
      readonly along?: readonly SisterDecided[];
    }
  | { readonly answer: 'unchanged'; readonly picture: AccountPicture; readonly along?: readonly SisterDecided[] }
  /** With `along`, nothing was decided about the others either. */
  | {
      readonly answer: 'taken' | 'stale';
      readonly picture: AccountPicture;
      readonly along?: readonly SisterDecided[];
    }
  /** Nothing is saved yet: there is something to consider first. */
  | {
      readonly answer: 'sure';
      readonly picture: AccountPicture;
      readonly wanted:
        | { readonly verb: 'pick'; readonly customer: CustomerRef; readonly seen?: string }
        | { readonly verb: 'undo' | 'reopen'; readonly seen: string };
      /** The accounts that are decided with it. */
      readonly also?: readonly SeenAccount[];
      readonly doubts: readonly Doubt[];
    }
  | { readonly answer: 'nothing-to-undo'; readonly picture?: AccountPicture }
  | { readonly answer: 'customer-gone'; readonly picture: AccountPicture }
  | { readonly answer: 'account-gone' };

export type { Doubt, MapProposal, SearchAnswer } from './map-answers';

export interface HistoryAnswer {
  readonly account?: AccountLine;
  /** Of that account. */
  readonly reseller?: ResellerFact;
  readonly period?: Period;
  readonly entries: readonly { readonly account: AccountLine; readonly decision: Decision }[];
  readonly appearedAt?: Instant;
  /** How many newer entries are left out. */
  readonly offset: number;
  /** How many older ones there are. */
  readonly more: number;
  readonly now: Instant;
}

export type WhoMappedAnswer =
  | {
      readonly answer: 'mapped';
      readonly account: AccountLine;
      readonly decision?: Decision;
      readonly picture: AccountPicture;
    }
  | { readonly answer: 'open' | 'ignored'; readonly account: AccountLine; readonly picture: AccountPicture };

export interface SettingsAnswer {
  readonly settings: ConversationSettings;
  readonly changed?: 'digest' | 'notifications' | 'language' | 'hears' | 'routing' | 'reminders' | 'quiet' | 'muted';
  /** After how many days what is open is said here; none where it is not. */
  readonly reminders: ReminderSteps;
  /** With `changed`: what was set before. */
  readonly before?: ConversationSettings;
  readonly scope: 'personal' | 'group' | 'channel';
  readonly language: string;
  readonly notUnderstood?: string;
  /** Why quiet was not kept: hours that cannot be, an end that nobody can tell, or that nobody knows whose clock is meant. */
  readonly quietRefused?: 'hours' | 'until' | 'zone';
  /** When the quiet ends that is kept there now, and the pause that somebody asked for. */
  readonly quietUntil?: Instant;
  readonly pausedUntil?: Instant;
  /** The accounts of which nothing is said here. */
  readonly muted: readonly { readonly accountId: string; readonly name: string }[];
  /** The providers, and whether new accounts of each are announced here; absent while there is one. */
  readonly providers?: readonly { readonly id: string; readonly name: string; readonly isHeard: boolean }[];
  /** The names of the other places where new accounts are announced. */
  readonly elsewhere: readonly string[];
}

/** Why a stored document cannot be read, in words for operators that name it. */
export interface UnreadLine {
  readonly reason: string;
  readonly remedy: string;
}

export interface NamesAnswer {
  readonly names: readonly {
    readonly accountId: string;
    readonly name: string;
    readonly customer: CustomerRef;
    readonly by: string;
    readonly at: Instant;
  }[];
  readonly forgotten?: { readonly name: string; readonly customer: CustomerRef };
  readonly offset: number;
  readonly total: number;
  /** How many names more lead to a customer because Work 365 had mapped them. */
  readonly fromWork365: number;
}
