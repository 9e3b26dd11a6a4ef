import { isAccepted } from './acceptance';
import type { AccountRecord } from './account';
import type { AccountLine, CandidateLine, Freshness, Verdict } from './answers';
import type { CustomerRef } from './decision';
import type { Actor } from './person';
import { MINUTE } from './time';
import type { Instant } from './time';

/**
 * Many accounts at once: a person gets some open accounts, ticks, chooses or leaves them, and saves them together. Each is
 * still a decision of its own. While one person has them, others get other accounts.
 */

export const REVIEW_PAGE = 12;
/** So long an account that somebody reviews is nobody else's. */
const LENT_FOR = 10 * MINUTE;
/** More than one day's work of a team; the oldest go first. */
const LENT_KEPT = 2_000;

/** One account in the hands of one person. `page` names the click that handed it out. */
export interface Lent {
  readonly accountId: string;
  readonly personId: string;
  readonly page: string;
  readonly until: Instant;
}

/**
 * - `sure`: this customer, and nothing speaks against choosing it unseen
 * - `likely`: there are candidates, and a person has to choose
 * - `nothing`: no customer fits
 */
export type ReviewGroup = 'sure' | 'likely' | 'nothing';

export interface ReviewRow {
  readonly account: AccountLine;
  /** The record's `mappingVersion` that the row shows. */
  readonly asOf: number;
  readonly group: ReviewGroup;
  readonly candidates: readonly CandidateLine[];
}

/** Another candidate of at least this probability is a rival. */
const RIVAL = 0.1;

/** What a person may tick without a second look is stricter than what a card calls sure: the company is our customer, too. */
export function reviewGroup(
  { acceptance }: Pick<AccountRecord, 'acceptance'>,
  verdict: Verdict,
  candidates: readonly CandidateLine[],
): ReviewGroup {
  const [best, second] = candidates;
  if (best === undefined) return 'nothing';
  const doubted = best.evidence.some(({ code }) => code === 'other-country' || code === 'near-rivals');
  const rivalled = second !== undefined && second.probability >= RIVAL;
  const known = best.mappedAccounts === 0 && isAccepted(acceptance);
  const sure = verdict === 'this-one' && !doubted && !rivalled && known;
  return sure ? 'sure' : 'likely';
}

/** What was chosen in one row; without a choice the account is left for later. */
export interface ReviewChoice {
  readonly accountId: string;
  readonly asOf: number;
  readonly choice?: { readonly verb: 'pick'; readonly customerId: string } | { readonly verb: 'ignore' };
}

/** What became of one row that was chosen. */
export type ReviewOutcome =
  | { readonly outcome: 'mapped'; readonly account: AccountLine; readonly row: number; readonly customer: CustomerRef }
  | { readonly outcome: 'ignored'; readonly account: AccountLine; readonly row: number }
  /** Somebody else was first. */
  | { readonly outcome: 'taken'; readonly account: AccountLine; readonly by?: Actor }
  /** There is something to consider, which its own card says. */
  | { readonly outcome: 'look'; readonly account: AccountLine }
  | { readonly outcome: 'gone' }
  /** The store could not be asked. */
  | { readonly outcome: 'not-saved'; readonly account: AccountLine };

/** How far the review is; `since` and `done` come back with every click. */
export interface ReviewProgress {
  readonly since: Instant;
  readonly done: number;
}

export interface ReviewAnswer {
  readonly only?: 'sure';
  readonly rows: readonly ReviewRow[];
  /** All that are open, in whoever's hands. */
  readonly open: number;
  /** Left for later by this person. */
  readonly later: number;
  /** In the hands of others. */
  readonly lent: number;
  readonly progress: ReviewProgress;
  /** What became of the page before; absent on the first one. `click` names its decisions. */
  readonly saved?: { readonly click: string; readonly outcomes: readonly ReviewOutcome[] };
  readonly freshness: readonly Freshness[];
  readonly now: Instant;
}

/** What became of taking back a whole page. */
export interface ReviewUndone {
  readonly undone: number;
  /** Accounts that changed since, or could not be saved. */
  readonly left: readonly AccountLine[];
}

/** The name of one row's decision: the click's, and the place of the row. */
export function rowDecision(click: string, row: number): string {
  return `${click}:${row}`;
}

/** Who may have an account now: this person, when nobody has it. */
export function isFree(lent: readonly Lent[], accountId: string, now: Instant): boolean {
  return !lent.some((one) => one.accountId === accountId && one.until > now);
}

/** Hands accounts out; what nobody holds any more goes. */
export function lend(
  lent: readonly Lent[],
  accounts: readonly string[],
  to: { readonly personId: string; readonly page: string },
  now: Instant,
): readonly Lent[] {
  const running = lent.filter((one) => one.until > now && !accounts.includes(one.accountId));
  const fresh = accounts.map((accountId) => ({ accountId, ...to, until: now + LENT_FOR }));
  return [...running, ...fresh].slice(-LENT_KEPT);
}

/** Gives back all that a person has, so that they can go through it again. */
export function giveBack(lent: readonly Lent[], personId: string): readonly Lent[] {
  return lent.filter((one) => one.personId !== personId);
}
