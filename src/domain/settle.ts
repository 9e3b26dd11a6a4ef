import type { AccountRecord } from './account';
import { assignmentOf } from './assignment';
import { CREATION_CLAIM_LAPSES_AFTER, REFUSED_CREATION_KEPT } from './creation';
import type { Creation } from './creation';
import { DECISIONS_KEPT } from './decision';
import { newsOwed } from './news';
import { postDue } from './post';
import { isUnreachable, requestOf } from './request';
import { snoozeOf } from './snooze';
import { failureOf } from './stuck';
import type { Instant } from './time';
import { WRITE_CLAIM_LAPSES_AFTER } from './write-back';
import type { WriteBack } from './write-back';

/**
 * Brings what is derived in a record up to date: the state of the write-back and `dueAt`. Every function that changes
 * a record ends here, so that what a record owes can be read off the record alone.
 */
export function settle(record: AccountRecord, now: Instant): AccountRecord {
  const settled = { ...record, writeBack: settleWriteBack(record) };
  const due = earliestDue(settled, now);
  const { dueAt: _old, stuckToldAt, ...rest } = settled;
  return {
    ...rest,
    ...(stuckToldAt === undefined || failureOf(settled) === undefined ? {} : { stuckToldAt }),
    ...(due === undefined ? {} : { dueAt: due }),
  };
}

/** A change that a reader of its cards sees. */
export function raised(record: AccountRecord, now: Instant): AccountRecord {
  return settle({ ...record, version: record.version + 1 }, now);
}

/** The customer that Work 365 should point to: none while the account is open or is no customer. */
export function wantedCustomerId(record: AccountRecord): string | undefined {
  return record.mapping.state === 'mapped' ? record.mapping.customer.id : undefined;
}

/** Work 365 has several rows for it, and a person has to say which one is meant. */
export function lacksRowChoice({ rowChoice }: Pick<AccountRecord, 'rowChoice'>): boolean {
  return rowChoice !== undefined && rowChoice.chosen === undefined;
}

/** What only its own next step changes. */
const STANDING: ReadonlySet<WriteBack['state']> = new Set(['owed', 'refused', 'conflict', 'rehearsed']);

function settleWriteBack(record: AccountRecord): WriteBack {
  const { writeBack, directoryRow, mappingVersion } = record;
  if (writeBack.state === 'not-applicable' || writeBack.writtenVersion >= mappingVersion) return writeBack;
  // The row may have changed under a write whose outcome nobody noted; only a look at the row can tell.
  if (writeBack.begun !== undefined) return writeBack.state === 'refused' ? writeBack : { ...writeBack, state: 'owed' };
  const wanted = wantedCustomerId(record);
  if (lacksRowChoice(record) && writeBack.state !== 'conflict' && (wanted ?? directoryRow) !== undefined)
    return { state: 'waiting-for-choice', writtenVersion: writeBack.writtenVersion, attempts: 0 };
  if (directoryRow === undefined) {
    // No row and nothing wanted: there is nothing to wait for.
    if (wanted === undefined) return { state: 'idle', writtenVersion: mappingVersion, attempts: 0 };
    return { state: 'waiting-for-row', writtenVersion: writeBack.writtenVersion, attempts: 0 };
  }
  if (directoryRow.customerId === wanted) {
    const at = writeBack.at === undefined ? {} : { at: writeBack.at };
    return { state: wanted === undefined ? 'idle' : 'written', writtenVersion: mappingVersion, attempts: 0, ...at };
  }
  if (STANDING.has(writeBack.state)) return writeBack;
  return { state: 'owed', writtenVersion: writeBack.writtenVersion, attempts: 0 };
}

function earliestDue(record: AccountRecord, now: Instant): Instant | undefined {
  const times = record.notices.map((notice) => postDue(notice, record.version, now));
  times.push(writeBackDue(record.writeBack, now), creationDue(record.creation, now), assignmentOf(record)?.until);
  times.push(snoozeOf(record)?.until, requestOf(record)?.until);
  if (isUnreachable(record)) times.push(now);
  if (newsOwed(record).length > 0) times.push(now);
  if (record.decisions.length > DECISIONS_KEPT) times.push(now);
  const owed = times.filter((t) => t !== undefined);
  return owed.length === 0 ? undefined : Math.min(...owed);
}

export function writeBackDue(writeBack: WriteBack, now: Instant): Instant | undefined {
  if (writeBack.state !== 'owed' && writeBack.state !== 'refused') return undefined;
  const lapses = writeBack.begun === undefined ? now : writeBack.begun.at + WRITE_CLAIM_LAPSES_AFTER;
  return writeBack.notBefore ?? lapses;
}

/** When the next thing about a customer that is being created may be done. */
export function creationDue(creation: Creation | undefined, now: Instant): Instant | undefined {
  if (creation === undefined) return undefined;
  if (creation.state === 'refused') return (creation.refusedAt ?? now) + REFUSED_CREATION_KEPT;
  const lapses = creation.begun === undefined ? now : creation.begun + CREATION_CLAIM_LAPSES_AFTER;
  return creation.notBefore ?? lapses;
}
