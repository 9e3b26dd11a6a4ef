import type { AccountRecord } from './account';
import type { CustomerRef, Mapping } from './decision';
import type { Drift } from './drift';
import type { Actor } from './person';
import { raised } from './settle';
import type { Instant } from './time';

/**
 * How an account under another provider is known to be the same company's.
 * - `tenant`: it is the same tenant
 * - `name`: it is called the same, and one of the two providers tells no tenant
 * - `customer`: both are mapped to one customer
 */
export type Bond = 'tenant' | 'name' | 'customer';

/** An account of the same company under another provider. */
export interface Sister {
  readonly accountId: string;
  readonly bond: Bond;
  /** What its provider is called. */
  readonly provider: string;
  readonly name: string;
  readonly state: Mapping['state'];
  readonly customer?: CustomerRef;
  /** The decision that stands, and its `mappingVersion`: what a card has to say when it decides about the sister, too. */
  readonly decisionId?: string;
  readonly asOf: number;
}

/** An account that a card decides about with another one, and the `mappingVersion` that it showed of it. */
export interface SeenAccount {
  readonly accountId: string;
  readonly asOf: number;
}

/** As a card shows them now. */
export function seenAccounts(sisters: readonly Sister[]): readonly SeenAccount[] {
  return sisters.map(({ accountId, asOf }) => ({ accountId, asOf }));
}

/**
 * What became of a sister when one click decided about several accounts; each is a decision of its own.
 * - `left`: nothing was tried, since nothing was decided about the account of the card
 * - `changed`: it stands otherwise than the card showed
 * - `not-saved`: the store could not be asked
 */
export interface SisterDecided {
  /** `doubtful`: to be looked at by itself before it is decided. */
  readonly outcome: 'done' | 'taken' | 'changed' | 'doubtful' | 'left' | 'not-saved';
  readonly accountId: string;
  readonly name: string;
  readonly provider: string;
  /** With `taken`: who was faster, and what they chose. */
  readonly by?: Actor;
  readonly customer?: CustomerRef;
}

/** So many are kept and shown; nobody buys one thing from more. */
export const SISTERS_KEPT = 9;

/**
 * Notes the sisters of a record, and what does not go together with them, so that its cards are drawn anew when that
 * changes. The same record when it did not.
 */
export function withSisters(
  record: AccountRecord,
  sisters: readonly Sister[],
  drift: readonly Drift[],
  now: Instant,
): AccountRecord {
  const { sisters: known = [], drift: before = [], ...rest } = record;
  if (JSON.stringify([known, before]) === JSON.stringify([sisters, drift])) return record;
  const noted = {
    ...rest,
    ...(sisters.length === 0 ? {} : { sisters }),
    ...(drift.length === 0 ? {} : { drift }),
  };
  return raised(noted, now);
}
