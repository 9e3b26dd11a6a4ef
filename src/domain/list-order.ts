import { waitingSince } from './account';
import type { AccountRecord } from './account';
import type { AccountFilter, ConditionKind } from './account-filter';
import { isMeant, standing } from './judge-account';
import type { Instant } from './time';
import { atStake, size } from './waiting-order';

/** How a person wants a list ordered instead of as it is by itself. `largest`: by seats, as far as they were looked up. */
export type ListOrder = 'newest' | 'oldest' | 'largest' | 'name';

const { compare } = new Intl.Collator('en');

function byName(a: AccountRecord, b: AccountRecord): number {
  return compare(a.tenant.name, b.tenant.name) || (a.id < b.id ? -1 : 1);
}

export type Key = (record: AccountRecord) => number;

/** What comes first: the first condition of this list that the filter holds says so, else the name. */
const ORDER: readonly (readonly [readonly ConditionKind[], Key])[] = [
  [['admin-ends', 'admin-ended'], (record) => adminEnd(record) ?? Infinity],
  [['accepted'], (record) => -arrivedBy(record)],
  [['waiting', 'open'], ({ firstSeenAt, directoryRow }) => Math.min(firstSeenAt, directoryRow?.createdAt ?? Infinity)],
  [['ended'], ({ acceptance: { reseller } }) => (reseller.state === 'ended' ? -reseller.endedSeenAt : 0)],
];

/** By what a list is in order by itself: what ends or waits first, what happened last, or only by name. */
export function keyOf(filter: AccountFilter): Key {
  const decided = filter.find((condition) => condition.is === 'decided');
  if (decided !== undefined) return (record) => -(standing(record).findLast((one) => isMeant(one, decided))?.at ?? 0);
  return ORDER.find(([kinds]) => filter.some(({ is, not }) => not !== true && kinds.includes(is)))?.[1] ?? (() => 0);
}

/** As a person wants a list ordered. */
export const KEYS: Readonly<Record<ListOrder, Key>> = {
  newest: (record) => -waitingSince(record),
  oldest: waitingSince,
  // Of whom nobody has looked comes after who has nothing.
  largest: (record) => (atStake(record) === undefined ? 1 : -size(record)),
  name: () => 0,
};

/** A record with its key, which is worked out once. */
export interface Keyed {
  readonly record: AccountRecord;
  readonly at: number;
}

/** What has the same key is in the order of the names. */
export function byKey(a: Keyed, b: Keyed): number {
  return a.at - b.at || byName(a.record, b.record);
}

/** When a company accepted; of whom that is not known, the earliest trace of it. */
export function arrivedBy({ acceptance: { reseller }, firstSeenAt, directoryRow }: AccountRecord): Instant {
  const since = reseller.state === 'accepted' ? reseller.since : undefined;
  if (since !== undefined && since.basis !== 'before-first-look') return since.at;
  return Math.min(since?.at ?? firstSeenAt, directoryRow?.createdAt ?? Infinity);
}

function adminEnd({ acceptance: { admin } }: AccountRecord): Instant | undefined {
  return admin.state === 'active' ? admin.until : admin.state === 'expired' ? admin.at : undefined;
}
