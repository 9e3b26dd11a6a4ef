import { isAccepted } from './acceptance';
import type { AccountRecord } from './account';
import type { AccountLine, CandidateLine, Freshness, Verdict } from './answers';
import type { CustomerRef } from './decision';
import type { Actor } from './person';
import type { SeenAccount, Sister, SisterDecided } from './sister';
import { MINUTE } from './time';
import type { Instant } from './time';

/**
 * Many accounts at once: a person gets some open accounts, ticks, chooses or leaves them, and saves them together. Each is
 * still a decision of its own. While one person has them, others get other accounts.
 */

export const REVIEW_PAGE = 12;
/** So long an account that somebody reviews is nobody else's. */
const LENT_FOR = 10 * MINUTE;
/** Who has been through all has no more use for what they left; so long a click that is delivered again finds it so. */
const LENT_AFTER = MINUTE;
/** More than one day's work of a team; the oldest go first. */
const LENT_KEPT = 2_000;

/** One account in the hands of one person. `page` names the click that handed it out. */
export interface Lent {
  readonly accountId: string;
  readonly personId: string;
  readonly page: string;
  readonly until: Instant;
}

/** The message that shows a page, so that it can say what became of it when that was done elsewhere. */
export interface PageCard {
  readonly page: string;
  readonly personId: string;
  readonly conversationId: string;
  readonly messageId: string;
  readonly threadId?: string;
}

/** More pages than a team has open at once; the oldest go first. */
const CARDS_KEPT = 200;

/** A message that shows another page now does not show the one before. */
export function withPageCard(cards: readonly PageCard[], card: PageCard): readonly PageCard[] {
  const isSame = (one: PageCard): boolean =>
    one.page === card.page || (one.conversationId === card.conversationId && one.messageId === card.messageId);
  return [...cards.filter((one) => !isSame(one)), card].slice(-CARDS_KEPT);
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
  /** Open accounts of the same company under other providers, which are mapped with it. */
  readonly along: readonly Sister[];
  /** A customer can be created for it. */
  readonly creates: boolean;
}

/** An account that is mapped with another one of the page has no row of its own: the row that comes first speaks for both. */
export function withoutAlong(rows: readonly ReviewRow[]): readonly ReviewRow[] {
  const spokenFor = new Set<string>();
  return rows.filter(({ account, along }) => {
    if (spokenFor.has(account.accountId)) return false;
    for (const { accountId } of along) spokenFor.add(accountId);
    return true;
  });
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

/** Of several companies on a page that seem to be one customer, whoever fits best is that customer unseen, and nobody else. */
export function oncePerCustomer(rows: readonly ReviewRow[]): readonly ReviewRow[] {
  const best = new Map<string, ReviewRow>();
  const fits = ({ candidates: [first] }: ReviewRow): number => first?.probability ?? 0;
  for (const row of rows) {
    const id = row.candidates[0]?.customer.id;
    if (row.group !== 'sure' || id === undefined) continue;
    const other = best.get(id);
    if (other === undefined || fits(row) > fits(other)) best.set(id, row);
  }
  return rows.map((row) => {
    const first = best.get(row.candidates[0]?.customer.id ?? '');
    const isOther = row.group === 'sure' && first !== row && first?.account.name !== row.account.name;
    return isOther ? { ...row, group: 'likely' } : row;
  });
}

/** So many candidates are all seen, and one is chosen with one click; more of them have to be unfolded. */
export const SEEN_AT_ONCE = 2;
/** How much room a row takes: a choice takes twice that of a tick, of the card and of whoever reads it. */
const TAKES: Readonly<Record<ReviewGroup, number>> = { sure: 1, likely: 2, nothing: 2 };
/** More of it and Teams would not take the card unless names were cut short. */
const ROOM = 14;

/** How many of these, from the first on, one page takes. */
export function howManyFit(groups: readonly ReviewGroup[]): number {
  let taken = 0;
  const past = groups.slice(0, REVIEW_PAGE).findIndex((group) => (taken += TAKES[group]) > ROOM);
  return past === -1 ? Math.min(groups.length, REVIEW_PAGE) : past;
}

/** What was chosen in one row; without a choice the account is left for later. */
export interface ReviewChoice {
  readonly accountId: string;
  readonly asOf: number;
  readonly choice?: { readonly verb: 'pick'; readonly customerId: string } | { readonly verb: 'ignore' };
  /** What is mapped with it. */
  readonly also?: readonly SeenAccount[];
}

/** What became of one row that was chosen. */
export type ReviewOutcome =
  | {
      readonly outcome: 'mapped';
      readonly account: AccountLine;
      readonly row: number;
      readonly customer: CustomerRef;
      /** What came of the company's accounts under other providers. */
      readonly along: readonly SisterDecided[];
    }
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

/** Of which open accounts it is: those that fit almost certainly, those of one provider (its id), or all. */
export interface ReviewScope {
  readonly only?: 'sure';
  readonly provider?: string;
}

export interface ReviewAnswer {
  readonly scope: ReviewScope;
  /** What that provider is called. */
  readonly providerName?: string;
  readonly rows: readonly ReviewRow[];
  /** All that are open, in whoever's hands. */
  readonly open: number;
  /** Left for later by this person. */
  readonly later: number;
  /** In the hands of others. */
  readonly lent: number;
  /** When colleagues have to have decided about the first of these; undefined where they have none. */
  readonly lentUntil?: Instant;
  readonly progress: ReviewProgress;
  /** What became of the page before; absent on the first one. `click` names its decisions. */
  readonly saved?: { readonly click: string; readonly outcomes: readonly ReviewOutcome[] };
  /** The bot rehearses: what is saved is not written to Work 365. */
  readonly rehearses?: true;
  readonly freshness: readonly Freshness[];
  readonly now: Instant;
}

/** What became of taking back a whole page. */
export interface ReviewUndone {
  readonly undone: number;
  /** Accounts that changed since, or could not be saved. */
  readonly left: readonly AccountLine[];
}

/** The decisions of a saved page by their rows: each row's own, and those that were made with it. */
export function savedRows(outcomes: readonly ReviewOutcome[]): readonly { accountId: string; row: number }[] {
  return outcomes.flatMap((one) => {
    if (one.outcome !== 'mapped' && one.outcome !== 'ignored') return [];
    const { row } = one;
    const along = one.outcome === 'mapped' ? one.along.filter(({ outcome }) => outcome === 'done') : [];
    return [one.account.accountId, ...along.map(({ accountId }) => accountId)].map((accountId) => ({ accountId, row }));
  });
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

/** Whoever has been through all leaves what they left to others. */
export function leave(lent: readonly Lent[], personId: string, now: Instant): readonly Lent[] {
  const until = now + LENT_AFTER;
  return lent.map((one) => (one.personId === personId && one.until > until ? { ...one, until } : one));
}
