import type { AccountRecord } from './account';
import type { AccountFilter, ConditionKind } from './account-filter';
import { isMeant, standing } from './judge-account';
import type { Instant } from './time';

const { compare } = new Intl.Collator('en');

function byName(a: AccountRecord, b: AccountRecord): number {
  return compare(a.tenant.name, b.tenant.name) || (a.id < b.id ? -1 : 1);
}

type Key = (record: AccountRecord) => number;

/** What comes first: the first condition of this list that the filter holds says so, else the name. */
const ORDER: readonly (readonly [readonly ConditionKind[], Key])[] = [
  [['admin-ends', 'admin-ended'], (record) => adminEnd(record) ?? Infinity],
  [['accepted'], (record) => -arrivedBy(record)],
  [['waiting', 'open'], ({ firstSeenAt, directoryRow }) => Math.min(firstSeenAt, directoryRow?.createdAt ?? Infinity)],
  [['ended'], ({ acceptance: { reseller } }) => (reseller.state === 'ended' ? -reseller.endedSeenAt : 0)],
];

/** The records in the order in which a list shows them: what ends or waits first, what happened last, or by name. */
export function sorted(records: readonly AccountRecord[], filter: AccountFilter): readonly AccountRecord[] {
  const decided = filter.find((condition) => condition.is === 'decided');
  const key =
    decided === undefined
      ? ORDER.find(([kinds]) => filter.some(({ is, not }) => not !== true && kinds.includes(is)))?.[1]
      : (record: AccountRecord) => -(standing(record).findLast((one) => isMeant(one, decided))?.at ?? 0);
  return records
    .map((record) => ({ record, at: key?.(record) ?? 0 }))
    .sort((a, b) => a.at - b.at || byName(a.record, b.record))
    .map(({ record }) => record);
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
