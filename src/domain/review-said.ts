import type { CustomerRef } from './decision';
import { savedRows } from './review';
import type { ReviewAnswer, ReviewChoice, ReviewScope } from './review';
import { seenAccounts } from './sister';
import type { SeenAccount } from './sister';
import type { Instant } from './time';

/** So many candidates of an account a page offers, each with a letter. */
export const REVIEW_CHOICES = 3;

/** What a page of a review showed, kept in the talk so that it can be saved by words: rows have numbers, customers letters. */
export interface SaidPage {
  /** The click, or the message, that handed the page out. */
  readonly click: string;
  readonly scope: ReviewScope;
  readonly since: Instant;
  readonly done: number;
  readonly rows: readonly SaidRow[];
  /** The decisions of the page before, by their click and rows. */
  readonly saved?: { readonly click: string; readonly rows: readonly { accountId: string; row: number }[] };
}

export interface SaidRow {
  readonly accountId: string;
  readonly asOf: number;
  readonly name: string;
  readonly customers: readonly CustomerRef[];
  /** It was ticked. */
  readonly sure?: true;
  /** What is mapped with it. */
  readonly also?: readonly SeenAccount[];
}

export function saidPage({ rows, saved, progress, scope }: ReviewAnswer, click: string): SaidPage {
  const undone = savedRows(saved?.outcomes ?? []);
  return {
    click,
    scope,
    ...progress,
    rows: rows.map(({ account, asOf, candidates, group, along }) => ({
      accountId: account.accountId,
      asOf,
      name: account.name,
      customers: candidates.slice(0, REVIEW_CHOICES).map(({ customer: { id, name } }) => ({ id, name })),
      ...(group === 'sure' ? { sure: true } : {}),
      ...(along.length === 0 ? {} : { also: seenAccounts(along) }),
    })),
    ...(saved === undefined || undone.length === 0 ? {} : { saved: { click: saved.click, rows: undone } }),
  };
}

/** A row that was named by its number, and which of its customers was meant. */
export interface RowNamed {
  /** -1 is the last one. */
  readonly number: number;
  /** From 0; absent where no letter was said. */
  readonly choice?: number;
}

/** "All but 3 and 7, 8b, 9 is not a customer": what somebody said of the page. */
export interface ReviewSaid {
  /** All that is ticked. */
  readonly all: boolean;
  readonly take: readonly RowNamed[];
  readonly leave: readonly number[];
  readonly ignore: readonly number[];
}

/**
 * Why nothing is saved yet:
 * - `past`: the page has no such number
 * - `several`: more than one customer may be meant
 * - `nothing`: no customer fits it
 * - `others`: only what is left for later was said, and nothing of the others
 */
export type ReviewUnclear =
  { readonly why: 'past' | 'several' | 'nothing'; readonly number: number; readonly row?: SaidRow } | ReviewOthers;

interface ReviewOthers {
  readonly why: 'others';
  readonly number: number;
  /** The rows left for later, and how many of the others are ticked. */
  readonly leave: readonly number[];
  readonly ticked: number;
}

export type ReviewChosen =
  | { readonly chosen: readonly ReviewChoice[] }
  /** As long as one thing is unclear nothing is saved: the next page would have other numbers. */
  | { readonly unclear: readonly ReviewUnclear[] };

/** What the words choose in the page. Of several customers none is taken unless its letter was said. */
export function chooseIn({ rows }: SaidPage, said: ReviewSaid): ReviewChosen {
  const { all } = said;
  const place = (number: number): number => (number < 0 ? rows.length + 1 + number : number);
  const take = said.take.map((one) => ({ ...one, number: place(one.number) }));
  const leave = said.leave.map(place);
  const ignore = said.ignore.map(place);
  const unclear: ReviewUnclear[] = [];
  const named = [...take.map(({ number }) => number), ...leave, ...ignore];
  for (const number of new Set(named)) if (rows[number - 1] === undefined) unclear.push({ why: 'past', number });
  if (unclear.length === 0 && isOnlyLeft(said)) return { unclear: [othersOf(rows, leave)] };
  const chosen = rows.map((row, at): ReviewChoice => {
    const number = at + 1;
    const { accountId, asOf, also } = row;
    const none = { accountId, asOf, ...(also === undefined ? {} : { also }) };
    if (ignore.includes(number)) return { ...none, choice: { verb: 'ignore' } };
    if (leave.includes(number)) return none;
    const own = take.find((one) => one.number === number);
    if (own === undefined && !(all && row.sure === true)) return none;
    const customer = customerIn(row, own?.choice);
    if (customer !== undefined) return { ...none, choice: { verb: 'pick', customerId: customer.id } };
    unclear.push({ why: row.customers.length === 0 ? 'nothing' : 'several', number, row });
    return none;
  });
  return unclear.length === 0 ? { chosen } : { unclear: unclear.toSorted((a, b) => a.number - b.number) };
}

function isOnlyLeft({ all, take, leave, ignore }: ReviewSaid): boolean {
  return !all && leave.length > 0 && take.length + ignore.length === 0;
}

function othersOf(rows: readonly SaidRow[], leave: readonly number[]): ReviewOthers {
  const ticked = rows.filter(({ sure }, at) => sure === true && !leave.includes(at + 1)).length;
  return { why: 'others', number: leave[0] ?? 0, leave, ticked };
}

function customerIn({ customers, sure }: SaidRow, choice: number | undefined): CustomerRef | undefined {
  if (choice !== undefined) return customers[choice];
  return sure === true || customers.length === 1 ? customers[0] : undefined;
}
