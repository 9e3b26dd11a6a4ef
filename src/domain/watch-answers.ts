import type { AccountLine, AccountPicture, NearName, WhichAnswer } from './answers';
import type { DayProblem } from './day-asked';
import type { WatchRecord } from './documents';
import type { Taken } from './taken';
import type { Instant } from './time';

/** Nothing has begun; `most` is how many characters, or how many watches there may be. */
export interface WatchRefused {
  readonly answer: 'refused';
  readonly query: string;
  readonly why: 'too-long' | 'full' | 'full-for-all';
  readonly most: number;
}

/** What becomes of a wish to hear when a company accepts. */
export type WatchAnswer =
  | {
      readonly answer: 'watching';
      readonly watch: WatchRecord;
      /** `moved`: it was there already, and is told here from now on. */
      readonly begun: 'begun' | 'already' | 'moved';
      /** It is told in the person's own chat; elsewhere it is told with their name. */
      readonly inPerson: boolean;
      readonly taken?: Taken;
      /** Accounts of a near name: offered in place of the watch. */
      readonly near?: readonly NearName[];
      /** A watch that this one takes the place of. */
      readonly instead?: string;
    }
  | {
      readonly answer: 'accepted-already';
      readonly query: string;
      readonly account: AccountLine;
      readonly taken?: Taken;
      readonly instead?: string;
    }
  | WhichAnswer
  | WatchRefused
  /** `of`: they were nothing but reminders. */
  | { readonly answer: 'stopped'; readonly queries: readonly string[]; readonly of?: 'reminders' }
  /** `near` are watches that may be meant; `others` all that this person has. */
  | {
      readonly answer: 'was-not-watching';
      readonly query?: string;
      readonly near?: readonly WatchRecord[];
      readonly others: readonly string[];
    }
  | { readonly answer: 'list'; readonly watches: readonly WatchRecord[]; readonly now: Instant }
  /** A reminder on the morning of a day. */
  | { readonly answer: 'reminding'; readonly watch: WatchRecord; readonly inPerson: boolean }
  /** On which day is not clear. */
  | { readonly answer: 'remind-when'; readonly query: string; readonly why?: DayProblem }
  /** It was to be again and again; `line` does it once, on `day`. */
  | {
      readonly answer: 'remind-once';
      readonly query: string;
      readonly once?: { readonly day: Instant; readonly line: string };
    }
  | { readonly answer: 'personal-only' };

/** What became of one of several names. */
export interface WatchOutcome {
  readonly query: string;
  readonly answer: WatchAnswer;
}

/** Who was invited is watched, or nobody: so many more than those that run are too many. */
export type InvitationsWatched =
  | { readonly answer: 'watched'; readonly outcomes: readonly WatchOutcome[] }
  | { readonly answer: 'too-many'; readonly wanted: number; readonly running: number; readonly most: number };

/** What a watch has to tell: it has accepted, "is this the one?", or a week of silence. */
export type WatchNews =
  | { readonly news: 'fired' | 'asked'; readonly watch: WatchRecord; readonly picture: AccountPicture }
  | { readonly news: 'silence'; readonly watch: WatchRecord }
  | { readonly news: 'reminder'; readonly watch: WatchRecord; readonly picture?: AccountPicture };
