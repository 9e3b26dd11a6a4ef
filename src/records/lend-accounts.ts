import { documentId } from '../domain/documents';
import type { LendingRecord } from '../domain/documents';
import { giveBack, isFree, leave, lend, REVIEW_PAGE, withPageCard } from '../domain/review';
import type { Lent, PageCard } from '../domain/review';
import type { Instant } from '../domain/time';
import { changeDocument } from './change-document';
import type { Ports } from '../ports';

/** Seconds after the last review at which nobody's hands are remembered any more. */
const KEPT_S = 3_600;

type Deps = Pick<Ports, 'store' | 'register' | 'clock' | 'partnerId'>;

/** Whose the accounts are, and which page of which click they belong to. */
export interface Borrower {
  readonly personId: string;
  readonly page: string;
}

/**
 * Hands out the next page of `wanted` accounts, in their order: those that nobody has, and of these as many as `fit` says. Asked again with the same page (a
 * click that Teams delivers twice), it gives the same accounts as far as they are still wanted.
 */
export async function lendPage(
  deps: Deps,
  wanted: readonly string[],
  to: Borrower,
  fit: (accounts: readonly string[]) => number,
): Promise<readonly Lent[]> {
  const now = deps.clock.now();
  return changeLending(deps, (lent) => {
    if (lent.some((one) => isPage(one, to) && one.until > now)) return lent;
    const free = firstFree(lent, wanted, now);
    const taken = free.slice(0, fit(free));
    return taken.length === 0 ? lent : lend(lent, taken, to, now);
  });
}

/** As many of them as a page has, that nobody has now. */
export function firstFree(lent: readonly Lent[], wanted: readonly string[], now: Instant): readonly string[] {
  const free: string[] = [];
  for (const accountId of wanted) {
    if (free.length >= REVIEW_PAGE) break;
    if (isFree(lent, accountId, now)) free.push(accountId);
  }
  return free;
}

export function isPage(lent: Lent, { personId, page }: Borrower): boolean {
  return lent.personId === personId && lent.page === page;
}

/** Gives back all that a person has. */
export async function giveBackAll(deps: Deps, personId: string): Promise<void> {
  await changeLending(deps, (lent) => {
    const rest = giveBack(lent, personId);
    return rest.length === lent.length ? lent : rest;
  });
}

/** Leaves to others what a person has been through and left. */
export async function leaveAll(deps: Deps, personId: string): Promise<void> {
  const now = deps.clock.now();
  await changeLending(deps, (lent) => {
    const rest = leave(lent, personId, now);
    return rest.every((one, at) => one === lent[at]) ? lent : rest;
  });
}

/** Notes which message shows a page that was handed out. */
export async function notePageCard(deps: Deps, card: PageCard): Promise<void> {
  await changeDocument(deps, 'lending', documentId('lending', 'review'), (record) => ({
    document: { ...record, cards: withPageCard(record.cards ?? [], card) },
    result: undefined,
  }));
}

/** The message that shows a page; undefined when that is not known, or it shows something else by now. */
export async function pageCard(deps: Pick<Deps, 'store'>, page: string): Promise<PageCard | undefined> {
  const stored = await deps.store.read('lending', documentId('lending', 'review'));
  return stored?.document.cards?.find((one) => one.page === page);
}

/** What is lent now. */
export async function lentNow(deps: Deps): Promise<readonly Lent[]> {
  const now = deps.clock.now();
  const stored = await deps.store.read('lending', documentId('lending', 'review'));
  return (stored?.document.lent ?? []).filter((one) => one.until > now);
}

async function changeLending(deps: Deps, change: (lent: readonly Lent[]) => readonly Lent[]): Promise<readonly Lent[]> {
  const id = documentId('lending', 'review');
  const changed = await changeDocument(deps, 'lending', id, (record) => {
    const lent = change(record.lent);
    return lent === record.lent ? { result: lent } : { document: { ...record, lent }, result: lent };
  });
  if (changed.changed !== 'not-there') return changed.result;
  const lent = change([]);
  if (lent.length === 0) return lent;
  const fresh: LendingRecord = {
    kind: 'lending',
    id,
    partnerId: deps.partnerId,
    format: 1,
    lent,
    ttl: KEPT_S,
  };
  const inserted = await deps.store.write({ write: 'insert', document: fresh });
  return inserted.outcome === 'saved' ? lent : changeLending(deps, change);
}
