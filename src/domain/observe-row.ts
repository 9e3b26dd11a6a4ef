import type { AccountRecord, DirectoryRow } from './account';
import { isOurs } from './decision';
import type { CustomerRef, Decision, Mapping } from './decision';
import { settle, wantedCustomerId } from './settle';
import type { Instant } from './time';
import type { WriteBack } from './write-back';
import { theirsOf, versionBefore } from './write-backs';

/**
 * The row in Work 365 as it was at `readAt`; a listing takes a while, and what it holds from before our own last write is
 * not news. Where nobody has decided here, Work 365 decides, and that is adopted. What a person decided here, or what
 * waits to be written, is never replaced: when Work 365 says otherwise, a person has to say which is right.
 */
export function observeRow(record: AccountRecord, row: DirectoryRow, at: Instant, readAt: Instant = at): AccountRecord {
  if (isOlder(record, row, readAt)) return record;
  if (record.writeBack.begun !== undefined) return record;
  if (sameRow(record.directoryRow, row)) return record;
  const withRow: AccountRecord = { ...record, version: record.version + 1, directoryRow: row, rowSeenAt: readAt };
  const ourDecisionWaits = record.writeBack.writtenVersion < record.mappingVersion;
  if (row.customerId === wantedCustomerId(record)) return settle(withRow, at);
  if (!ourDecisionWaits && !isOurs(record.mapping)) return adopt(withRow, row, at, foundAt(record, row, at));
  return settle({ ...withRow, writeBack: contradicted(record, row) }, at);
}

/**
 * Rows are ordered by the version that Work 365 gives them, which rises with every change of a row. Our own clocks count
 * only where there is none to compare: two machines need not agree about the time.
 */
function isOlder({ directoryRow: known, rowSeenAt = 0 }: AccountRecord, row: DirectoryRow, readAt: Instant): boolean {
  const [before, now] = [known?.rowId === row.rowId ? versionOf(known) : undefined, versionOf(row)];
  return before === undefined || now === undefined ? readAt < rowSeenAt : now < before;
}

/** Dataverse's etag is the row's version number, `W/"1234567"`. */
function versionOf(row: DirectoryRow | undefined): bigint | undefined {
  const digits = /^W\/"(\d{1,19})"$/.exec(row?.etag ?? '')?.[1];
  return digits === undefined ? undefined : BigInt(digits);
}

/** What has the same version is the same, whatever a damaged answer says. */
function sameRow(a: DirectoryRow | undefined, b: DirectoryRow): boolean {
  if (a?.rowId !== b.rowId || a.etag !== b.etag) return false;
  // Whether it is synced may be read only since a later start than the rest.
  return a.syncEnabled !== undefined || b.syncEnabled === undefined;
}

/** The row points elsewhere than our decision. A row that never had ours, or is a new one, was only not written yet. */
function contradicted(record: AccountRecord, row: DirectoryRow): WriteBack {
  const { writeBack, directoryRow, mapping } = record;
  const writtenVersion = versionBefore(record);
  const hadOurs = writeBack.writtenVersion >= record.mappingVersion || writeBack.theirs?.replaced === true;
  if (row.customerId === undefined) {
    const isGone = mapping.state === 'mapped' && mapping.customerGoneAt !== undefined;
    if (isGone) return { state: 'refused', writtenVersion, attempts: 0, refusal: { kind: 'customer-gone' } };
    const isAnother = directoryRow !== undefined && directoryRow.rowId !== row.rowId;
    if (writeBack.state === 'refused' && !isAnother) return triedAtOnce(writeBack);
    if (!hadOurs || isAnother) return { state: 'owed', writtenVersion, attempts: 0 };
  }
  const at = writeBack.at === undefined ? {} : { at: writeBack.at };
  return { state: 'conflict', writtenVersion, attempts: 0, theirs: theirsOf(row, hadOurs), ...at };
}

/** Somebody touched the row: what was refused may be mended. */
function triedAtOnce({ notBefore: _over, ...writeBack }: WriteBack): WriteBack {
  return writeBack;
}

function customerOf(row: DirectoryRow): CustomerRef {
  const id = row.customerId ?? '';
  return { id, name: row.customerName ?? id };
}

/**
 * What a row says that is older than our first sight of the account, when we come to see it: it was decided at some time
 * before, also where the lists were read one after the other.
 */
function foundAt({ directoryRow, firstSeenAt }: AccountRecord, { createdAt }: DirectoryRow, at: Instant): Instant {
  const isOld = directoryRow === undefined && createdAt !== undefined && createdAt <= firstSeenAt;
  return isOld ? Math.min(firstSeenAt, at) : at;
}

/** `decidedAt` is when the decision was made as far as we can tell, `at` now. */
function adopt(record: AccountRecord, row: DirectoryRow, at: Instant, decidedAt: Instant): AccountRecord {
  const by = { kind: 'work365' as const, ...(row.modifiedBy === undefined ? {} : { name: row.modifiedBy }) };
  const id = `work365:${row.rowId}:${row.etag}`;
  const before = record.mapping;
  // An account that is "not a customer" here and empty there agrees already.
  if (row.customerId === undefined && before.state !== 'mapped') return settle(record, at);
  const mapping: Mapping =
    row.customerId === undefined
      ? { state: 'open' }
      : { state: 'mapped', customer: customerOf(row), by, at: decidedAt, decisionId: id, teaches: true };
  const decision: Decision =
    row.customerId === undefined
      ? { id, at, by, verdict: 'reopened', before, ...(before.state === 'mapped' ? { customer: before.customer } : {}) }
      : { id, at: decidedAt, by, verdict: 'mapped', customer: customerOf(row), before };
  const writeBack: AccountRecord['writeBack'] = {
    state: row.customerId === undefined ? 'idle' : 'written',
    writtenVersion: record.version,
    attempts: 0,
  };
  return settle(
    { ...record, mapping, mappingVersion: record.version, decisions: [...record.decisions, decision], writeBack },
    at,
  );
}
