import type { AccountRecord, DirectoryRow } from './account';
import { backoff } from './backoff';
import { raised, settle, wantedCustomerId } from './settle';
import type { Instant } from './time';
import { REFUSED_AGAIN_AFTER } from './write-back';
import type { Theirs, WriteBack, WriteRefusal } from './write-back';

/**
 * What the write-back needs next.
 * - `look`: a write was begun and nobody knows how it ended: read the row first
 * - `write`: send this customer (null clears the lookup)
 */
export type WriteBackWork =
  | { readonly work: 'look'; readonly rowId: string }
  | { readonly work: 'write'; readonly rowId: string; readonly etag: string; readonly customerId: string | null };

export function writeBackWork(record: AccountRecord): WriteBackWork | undefined {
  const { writeBack, directoryRow } = record;
  if (directoryRow === undefined) return undefined;
  if (writeBack.state !== 'owed' && writeBack.state !== 'refused') return undefined;
  const { rowId, etag } = directoryRow;
  if (writeBack.begun !== undefined) return { work: 'look', rowId };
  return { work: 'write', rowId, etag, customerId: wantedCustomerId(record) ?? null };
}

/** The bot rehearses: it is not written, and cards say so. Undefined where a request may be on its way. */
export function noteRehearsed(record: AccountRecord, now: Instant): AccountRecord | undefined {
  const { state, writtenVersion, begun } = record.writeBack;
  if ((state !== 'owed' && state !== 'refused') || begun !== undefined) return undefined;
  return raised({ ...record, writeBack: { state: 'rehearsed', writtenVersion, attempts: 0 } }, now);
}

/** The rehearsal is over: what was decided meanwhile is written. */
export function writeAfterRehearsal(record: AccountRecord, now: Instant): AccountRecord | undefined {
  const { state, writtenVersion } = record.writeBack;
  if (state !== 'rehearsed') return undefined;
  return raised({ ...record, writeBack: { state: 'owed', writtenVersion, attempts: 0 } }, now);
}

/** Noted before the request leaves. */
export function beginWrite(record: AccountRecord, now: Instant): AccountRecord {
  const begun = { customerId: wantedCustomerId(record) ?? null, at: now };
  return settle({ ...record, writeBack: { ...record.writeBack, begun } }, now);
}

/** Work 365 has it. The row is as Work 365 gave it back. */
export function noteWritten(
  record: AccountRecord,
  row: DirectoryRow,
  writtenCustomerId: string | null,
  now: Instant,
): AccountRecord {
  const isCurrent = writtenCustomerId === (wantedCustomerId(record) ?? null);
  const {
    begun: _done,
    notBefore: _wait,
    lastError: _error,
    failingSince: _over,
    theirs: _theirs,
    refusal: _refusal,
    ...rest
  } = record.writeBack;
  const writeBack: WriteBack = isCurrent
    ? { ...rest, state: 'written', writtenVersion: record.mappingVersion, attempts: 0, at: now }
    : { ...rest, state: 'owed', attempts: 0 };
  return raised({ ...record, directoryRow: row, rowSeenAt: now, writeBack }, now);
}

/**
 * The row as it is now, after a write of ours was refused or its outcome was unknown. If it points where we want it,
 * all is well; if it is empty, or still shows what a write of ours put there, we write again; anything else was put
 * there by somebody, and a person has to say which is right.
 */
export function noteRow(record: AccountRecord, row: DirectoryRow, now: Instant): AccountRecord {
  const { begun, refusal: _over, ...rest } = record.writeBack;
  const wanted = wantedCustomerId(record);
  if (row.customerId === wanted) return noteWritten(record, row, wanted ?? null, now);
  const isOurs =
    row.customerId === undefined ||
    row.customerId === begun?.customerId ||
    row.customerId === record.directoryRow?.customerId;
  if (isOurs)
    return settle({ ...record, directoryRow: row, rowSeenAt: now, writeBack: { ...rest, state: 'owed' } }, now);
  // Nothing fails any more: a person is asked.
  const { notBefore: _wait, lastError: _error, failingSince: _since, ...calm } = rest;
  const conflict: WriteBack = { ...calm, state: 'conflict', attempts: 0, theirs: theirsOf(row, false) };
  return raised({ ...record, directoryRow: row, rowSeenAt: now, writeBack: conflict }, now);
}

/** It did not work this time; what is known of the row stays, and so does a begun write whose end is unknown. */
export function noteWriteTrouble(
  record: AccountRecord,
  trouble: {
    readonly reason: string;
    readonly retryAt?: Instant;
    readonly random: number;
    readonly outcomeKnown: boolean;
  },
  now: Instant,
): AccountRecord {
  const { begun, ...rest } = record.writeBack;
  const attempts = rest.attempts + 1;
  const notBefore = Math.max(trouble.retryAt ?? 0, now + backoff(attempts, trouble.random));
  const kept = trouble.outcomeKnown || begun === undefined ? {} : { begun };
  const failure = { attempts, failingSince: rest.failingSince ?? now, notBefore, lastError: trouble.reason };
  // Whoever cannot be asked has not taken back a refusal.
  const state = rest.state === 'refused' ? 'refused' : 'owed';
  const writeBack: WriteBack = { ...rest, ...kept, ...failure, state };
  // The card says from the first failure on that Work 365 does not have it yet; later failures change nothing to read.
  const changed = { ...record, writeBack };
  return rest.lastError === trouble.reason ? settle(changed, now) : raised(changed, now);
}

/**
 * Work 365 said no to this customer, and nothing was written. What was decided meanwhile has not been refused.
 */
export function noteWriteRefused(
  record: AccountRecord,
  refused: { readonly refusal: WriteRefusal; readonly customerId: string | null; readonly random: number },
  now: Instant,
): AccountRecord {
  const { begun: _done, theirs: _theirs, lastError: _error, ...rest } = record.writeBack;
  if (refused.customerId !== (wantedCustomerId(record) ?? null)) {
    return settle({ ...record, writeBack: { ...rest, state: 'owed', attempts: 0 } }, now);
  }
  const { refusal } = refused;
  const notBefore = now + Math.round(REFUSED_AGAIN_AFTER * (1 + refused.random / 4));
  const isKnown = sameRefusal(record.writeBack.refusal, refusal);
  const failure = { attempts: rest.attempts + 1, failingSince: rest.failingSince ?? now, notBefore };
  const writeBack: WriteBack = { ...rest, ...failure, state: 'refused', refusal, lastError: refusalReason(refusal) };
  const changed = { ...record, writeBack };
  return isKnown ? settle(changed, now) : raised(changed, now);
}

export function sameRefusal(a: WriteRefusal | undefined, b: WriteRefusal | undefined): boolean {
  return a?.kind === b?.kind && a?.words === b?.words;
}

/** For the log and for operators. */
function refusalReason({ kind, words }: WriteRefusal): string {
  const said = words === undefined ? '' : `: ${words}`;
  switch (kind) {
    case 'customer-gone':
      return 'the customer is not in Work 365 any more';
    case 'no-right':
      return `the app may not write in Work 365${said}`;
    case 'person':
      return `Work 365 does not accept the person who decided${said}`;
    case 'data':
      return `Work 365 refuses it${said}`;
  }
}

/** Work 365 has no such row any more; it may come back with its next sync, and is then written to anew. */
export function noteRowGone(record: AccountRecord, now: Instant): AccountRecord {
  const { directoryRow: _gone, ...rest } = record;
  const writtenVersion = versionBefore(record);
  return raised({ ...rest, rowSeenAt: now, writeBack: { state: 'waiting-for-row', writtenVersion, attempts: 0 } }, now);
}

/** Work 365 does not have the present mapping, whatever it had before. */
export function versionBefore({ writeBack, mappingVersion }: AccountRecord): number {
  return Math.min(writeBack.writtenVersion, mappingVersion - 1);
}

/** What a row says against us. */
export function theirsOf(row: DirectoryRow, replaced: boolean): Theirs {
  const { customerId: id, customerName: name, modifiedBy: by } = row;
  return {
    ...(id === undefined ? {} : { customer: { id, name: name ?? id } }),
    ...(by === undefined ? {} : { by }),
    replaced,
  };
}

/** A person said which side of a conflict is right, and it is ours: write it over what is there. */
export function keepOurs(record: AccountRecord, now: Instant): AccountRecord {
  if (record.writeBack.state !== 'conflict') return record;
  const { theirs: _settled, failingSince: _over, ...rest } = record.writeBack;
  const writeBack: WriteBack = { ...rest, state: 'owed', writtenVersion: versionBefore(record), attempts: 0 };
  return raised({ ...record, writeBack }, now);
}
