import { createHash } from 'node:crypto';
import type { AccountRecord } from './account';
import type { Unknown } from './account-filter';
import { whyUnknown } from './judge-account';
import type { Post } from './post';
import type { Stored } from './stored';
import { DAY } from './time';
import type { Instant } from './time';

/** So many days before something ends it is said, once for each; and on the last morning that leaves time to mend it. */
const STEPS = [7, 30, 60] as const;

/**
 * Something of an account that ends and does not renew itself, or lacks while it is used:
 * - `admin`: the delegated admin access
 * - `subscription`: the first of the subscriptions that run out
 * - `agreement`: nobody has signed it, and subscriptions run
 */
export interface Ending {
  readonly accountId: string;
  readonly what: 'admin' | 'subscription' | 'agreement';
  /** Absent for what lacks already. */
  readonly at?: Instant;
}

type Ends = Pick<AccountRecord, 'acceptance' | 'mapping' | 'subscriptions'>;

/** What is nobody's customer concerns nobody. */
function isOurs({ acceptance, mapping }: Ends): boolean {
  return acceptance.reseller.state === 'accepted' && mapping.state !== 'ignored';
}

/** Why nobody can say whether something of it ends: one of the facts is not known. */
export function endingsUnknown(record: Ends, of?: Ending['what']): Unknown | undefined {
  if (!isOurs(record)) return undefined;
  const { subscriptions = { state: 'not-checked' } } = record;
  const bought = whyUnknown(subscriptions);
  return of === 'subscription' ? bought : (bought ?? whyUnknown(record.acceptance.admin));
}

/** What ends as far as we know, the past left out. */
export function endingsOf(record: AccountRecord, now: Instant): Ending[] {
  const { id: accountId, acceptance, subscriptions } = record;
  if (!isOurs(record)) return [];
  const { admin, agreement } = acceptance;
  const counted = subscriptions?.state === 'counted' ? subscriptions : undefined;
  const endings: Ending[] = [];
  if (admin.state === 'active' && admin.until !== undefined && admin.renews !== true && admin.until > now)
    endings.push({ accountId, what: 'admin', at: admin.until });
  if (counted?.endsAt !== undefined && counted.endsAt > now)
    endings.push({ accountId, what: 'subscription', at: counted.endsAt });
  if (agreement.state === 'not-signed' && (counted?.active ?? 0) > 0) endings.push({ accountId, what: 'agreement' });
  return endings;
}

/**
 * What ends soon enough to be told of, by a short mark of each, with a mark of what is told of it now. What ends before
 * `lastCall` has no later morning.
 */
export function endingMarks(endings: readonly Ending[], now: Instant, lastCall: Instant): ReadonlyMap<string, Marked> {
  const marked = new Map<string, Marked>();
  for (const ending of endings) {
    const step = stepOf(ending, now, lastCall);
    if (step !== undefined) marked.set(markOf(ending), { ending, step });
  }
  return marked;
}

export interface Marked {
  readonly ending: Ending;
  /** Another one is told anew: a later end, or a nearer one. */
  readonly step: string;
}

function stepOf({ at }: Ending, now: Instant, lastCall: Instant): string | undefined {
  if (at === undefined) return 'lacks';
  if (at < lastCall) return `last ${Math.floor(at / DAY)}`;
  const days = STEPS.find((count) => at - now <= count * DAY);
  return days === undefined ? undefined : `${days} ${Math.floor(at / DAY)}`;
}

/** Short, since a conversation keeps one of each account. */
function markOf({ accountId, what }: Ending): string {
  return createHash('sha256').update(`${what} ${accountId}`).digest('base64url').slice(0, 10);
}

/** What one conversation was told of things that end. Nobody is named. */
export interface EndingsRecord extends Stored {
  readonly kind: 'endings';
  readonly conversationId: string;
  /** What was told of each, by their marks; only of those that are still to end. */
  readonly told: Readonly<Record<string, string>>;
  /** When it was last looked what is to be told. */
  readonly lookedAt: Instant;
  /** What the message of the day says, until it is there. */
  readonly saying?: Readonly<Record<string, string>>;
  readonly post?: Post;
  /** What does not wait has a message of its own, until it is there: Teams may not take the other one for hours. */
  readonly urgent?: { readonly saying: Readonly<Record<string, string>>; readonly post: Post };
}
