import type { AccountRecord } from '../domain/account';
import type { DecisionAnswer } from '../domain/answers';
import type { Person } from '../domain/person';
import { NO_REHEARSAL, rehearsesWish } from '../domain/rehearsal';
import {
  howManyFit,
  isFree,
  oncePerCustomer,
  REVIEW_PAGE,
  reviewGroup,
  rowDecision,
  savedRows,
  withoutAlong,
} from '../domain/review';
import type {
  ReviewAnswer,
  ReviewChoice,
  ReviewOutcome,
  ReviewProgress,
  ReviewRow,
  ReviewScope,
  ReviewUndone,
} from '../domain/review';
import { allProviders } from '../records/all-providers';
import { accountLine, drawAccount, freshness } from '../records/draw-account';
import type { SeenAccount } from '../domain/sister';
import { isBack, snoozeOf } from '../domain/snooze';
import { chosenFrom, givingWay, inSlices } from '../matching/slices';
import { firstFree, giveBackAll, isPage, leaveAll, lendPage, lentNow } from '../records/lend-accounts';
import { StoreUnavailable } from '../store';
import type { Ports } from '../ports';
import { sistersAlong } from '../records/sisters';
import { decide } from './decide';
import { decideTogether } from './decide-together';
import type { Decide } from './decide';

/** Where a review is clicked. `page` names the click: delivered twice, it is the same page and the same decisions. */
export interface ReviewClick {
  readonly page: string;
  readonly where: string;
}

interface ReviewOptions {
  readonly scope?: ReviewScope;
  readonly progress?: ReviewProgress;
  readonly saved?: ReviewAnswer['saved'];
}

/** To find a page of sure ones, so many open accounts are weighed at most. */
const WEIGHED_AT_MOST = 240;

/** The next accounts for this person to go through: the oldest that nobody else has now. */
async function nextPage(
  ports: Ports,
  person: Person,
  click: ReviewClick,
  { scope = {}, progress, saved }: ReviewOptions = {},
): Promise<ReviewAnswer> {
  const now = ports.clock.now();
  const to = { personId: person.id, page: click.page };
  // One for which a customer is being created is decided as soon as that is there.
  const { only, provider } = scope;
  const isAwake = (account: AccountRecord): boolean =>
    account.creation?.state !== 'owed' &&
    account.providerId === (provider ?? account.providerId) &&
    snoozeOf(account) === undefined;
  const awake = await chosenFrom(ports.register.openAccounts(), isAwake);
  // What was snoozed and is back comes first.
  const open = [...awake.filter((one) => isBack(one, now)), ...awake.filter((one) => !isBack(one, now))];
  const wanted = only === 'sure' ? await sureOnes(ports, open) : open.map(({ id }) => id);
  const drawn = new Map<string, ReviewRow | undefined>();
  const row = (id: string): ReviewRow | undefined => {
    if (!drawn.has(id)) drawn.set(id, rowOf(ports, id));
    return drawn.get(id);
  };
  const fit = (ids: readonly string[]): number => howManyFit(ids.map((id) => row(id)?.group ?? 'nothing'));
  // Most of a page's work is done before it is handed out, which is one piece.
  await inSlices(firstFree(await lentNow(ports), wanted, now), row);
  const lent = await lendPage(ports, wanted, to, fit);
  const mine = lent.filter((one) => one.personId === person.id);
  const isOpen = ({ accountId }: { readonly accountId: string }): boolean =>
    ports.register.account(accountId)?.mapping.state === 'open';
  const page = mine.filter((one) => isPage(one, to)).filter(isOpen);
  const rows = page.flatMap(({ accountId }) => row(accountId) ?? []);
  const inOtherHands = lent.filter((one) => one.personId !== person.id && one.until > now).filter(isOpen);
  if (rows.length === 0) await leaveAll(ports, person.id);
  return {
    scope,
    ...nameOf(ports, provider),
    rows: withoutAlong(byGroup(oncePerCustomer(rows))),
    open: open.length,
    later: mine.filter((one) => !isPage(one, to) && one.until > now).filter(isOpen).length,
    lent: inOtherHands.length,
    ...(inOtherHands.length === 0 ? {} : { lentUntil: Math.min(...inOtherHands.map(({ until }) => until)) }),
    progress: progress ?? { since: now, done: 0 },
    ...(saved === undefined ? {} : { saved }),
    ...(rehearsesWish(ports.rehearsal ?? NO_REHEARSAL, click.where) ? { rehearses: true } : {}),
    freshness: freshness(ports),
    now,
  };
}

function nameOf(ports: Ports, provider: string | undefined): Pick<ReviewAnswer, 'providerName'> {
  const name = allProviders(ports).find(({ id }) => id === provider)?.name;
  return name === undefined ? {} : { providerName: name };
}

/** Begins: what this person had in hands before, or left for later, comes with the rest. */
export async function beginReview(
  ports: Ports,
  person: Person,
  click: ReviewClick,
  options: Pick<ReviewOptions, 'scope'> = {},
): Promise<ReviewAnswer> {
  await giveBackAll(ports, person.id);
  return nextPage(ports, person, click, options);
}

/** Saves what was chosen, one decision for each account, and goes on to the next page. */
export async function saveReview(
  ports: Ports,
  person: Person,
  choices: readonly ReviewChoice[],
  click: ReviewClick,
  options: Pick<ReviewOptions, 'scope'> & { readonly progress: ReviewProgress },
): Promise<ReviewAnswer> {
  const chosen = choices.flatMap((row, at) => (row.choice === undefined ? [] : [{ ...row, choice: row.choice, at }]));
  const outcomes = await Promise.all(
    chosen.map((row) => saveRow(ports, person, { ...row, of: choices.length }, click)),
  );
  const done = savedRows(outcomes).length;
  const progress = { ...options.progress, done: options.progress.done + done };
  return nextPage(ports, person, click, { ...options, progress, saved: { click: click.page, outcomes } });
}

/** Takes a saved page back, row by row; what somebody changed since stays as it is. */
export async function undoReview(
  ports: Ports,
  person: Person,
  rows: readonly { readonly accountId: string; readonly row: number }[],
  saved: string,
  click: ReviewClick,
): Promise<ReviewUndone> {
  const taken = await Promise.all(
    rows.map(async ({ accountId, row }) => {
      const what: Decide = { verb: 'undo', seen: rowDecision(saved, row) };
      const answer = await tried(() => decide(ports, person, accountId, what, clickFor(click, row)));
      const undone = answer?.answer === 'decided' || answer?.answer === 'unchanged';
      const record = ports.register.account(accountId);
      return { undone, left: undone || record === undefined ? [] : [accountLine(ports, record)] };
    }),
  );
  return { undone: taken.filter(({ undone }) => undone).length, left: taken.flatMap(({ left }) => left) };
}

/** One row of a page of so many, with what was chosen in it. */
type Chosen = ReviewChoice & {
  readonly choice: NonNullable<ReviewChoice['choice']>;
  readonly at: number;
  readonly of: number;
};

async function saveRow(
  ports: Ports,
  person: Person,
  { accountId, asOf, choice, also = [], at, of }: Chosen,
  click: ReviewClick,
): Promise<ReviewOutcome> {
  const own = { ...clickFor(click, at), inReview: of };
  const answer = await tried(() => {
    if (choice.verb === 'ignore') return decide(ports, person, accountId, { verb: 'ignore', asOf }, own);
    const { customerId } = choice;
    const along = stillAlong(ports, accountId, customerId, also);
    return decideTogether(ports, person, accountId, { verb: 'pick', customerId, asOf }, own, along);
  });
  if (answer === undefined) {
    const record = ports.register.account(accountId);
    return record === undefined ? { outcome: 'gone' } : { outcome: 'not-saved', account: accountLine(ports, record) };
  }
  return outcomeOf(ports, answer, at);
}

/** Of the accounts that the row spoke for, those that go with this customer: another one than the first may have been chosen. */
function stillAlong(
  { register }: Ports,
  accountId: string,
  customerId: string,
  also: readonly SeenAccount[],
): readonly SeenAccount[] {
  const record = register.account(accountId);
  if (record === undefined || also.length === 0) return [];
  const sisters = sistersAlong(register, register.kin.sistersOf(record), customerId);
  // Delivered twice, the page has decided about them already.
  const isOpen = ({ accountId: id }: SeenAccount): boolean => register.account(id)?.mapping.state === 'open';
  return also.filter((one) => !isOpen(one) || sisters.some((sister) => sister.accountId === one.accountId));
}

function outcomeOf(ports: Ports, answer: DecisionAnswer, row: number): ReviewOutcome {
  if (answer.answer === 'account-gone' || answer.picture === undefined) return { outcome: 'gone' };
  const { record } = answer.picture;
  const account = accountLine(ports, record);
  const { mapping } = record;
  const along = 'along' in answer ? answer.along : undefined;
  switch (answer.answer) {
    case 'decided':
    case 'unchanged':
      if (mapping.state === 'mapped') {
        return { outcome: 'mapped', account, row, customer: mapping.customer, along: along ?? [] };
      }
      return mapping.state === 'ignored' ? { outcome: 'ignored', account, row } : { outcome: 'look', account };
    case 'taken':
      return { outcome: 'taken', account, ...(mapping.state === 'open' ? {} : { by: mapping.by }) };
    default:
      return { outcome: 'look', account };
  }
}

/** No card of the account is clicked here, so none is kept up to date for it. */
function clickFor({ page, where }: ReviewClick, row: number): { readonly id: string; readonly where: string } {
  return { id: rowDecision(page, row), where };
}

/** Undefined when the store could not be asked: one row that fails leaves the others as they are. */
async function tried(decided: () => Promise<DecisionAnswer>): Promise<DecisionAnswer | undefined> {
  try {
    return await decided();
  } catch (error) {
    if (error instanceof StoreUnavailable) return undefined;
    throw error;
  }
}

function rowOf(ports: Ports, accountId: string): ReviewRow | undefined {
  const record = ports.register.account(accountId);
  if (record === undefined) return undefined;
  const { verdict, candidates, creates, along = [] } = drawAccount(ports, record);
  const group = reviewGroup(record, verdict, candidates);
  const account = accountLine(ports, record);
  return { account, asOf: record.mappingVersion, group, candidates, along, creates: creates !== undefined };
}

const GROUPS: readonly ReviewRow['group'][] = ['sure', 'likely', 'nothing'];

function byGroup(rows: readonly ReviewRow[]): readonly ReviewRow[] {
  return GROUPS.flatMap((group) => rows.filter((row) => row.group === group));
}

/** The first open accounts that nobody has and that fit almost certainly. */
async function sureOnes(ports: Ports, open: readonly AccountRecord[]): Promise<readonly string[]> {
  const lent = await lentNow(ports);
  const now = ports.clock.now();
  const free = open.filter(({ id }) => isFree(lent, id, now)).slice(0, WEIGHED_AT_MOST);
  const sure: string[] = [];
  const giveWay = givingWay();
  for (const record of free) {
    if (sure.length >= REVIEW_PAGE) break;
    await giveWay();
    const { verdict, candidates } = drawAccount(ports, record);
    if (reviewGroup(record, verdict, candidates) === 'sure') sure.push(record.id);
  }
  return sure;
}
