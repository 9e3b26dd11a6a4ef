import type { Document, DocumentKind } from '../../domain/documents';
import type { Clock, Instant } from '../../domain/time';
import { MINUTE } from '../../domain/time';
import { UnreadableDocument } from '../../store';
import type { Write, WriteOutcome } from '../../store';
import { isKind, printDocument } from '../schema';
import type { Environment } from './environment';
import { expiryOf, isExpired, namedBy, parseRow, printRow } from './rows';
import type { Keys, StoredRow } from './rows';

const LAST_SEQ = 'seq';
const SWEEP_EVERY = MINUTE;
const SWEEP_AT_MOST = 200;

export interface EmbeddedWriter {
  /**
   * Prepares a write: all that can fail for a reason of the document happens here, outside the transaction. The
   * result runs inside one, and takes etag and sequence from the database, where other processes write too.
   */
  prepare(write: Write): () => WriteOutcome;
}

export function createEmbeddedWriter(env: Environment, keys: Keys, partnerId: string, clock: Clock): EmbeddedWriter {
  let sweptAt: Instant = 0;

  function apply(write: Write, json: string): WriteOutcome {
    const now = clock.now();
    if (now - sweptAt >= SWEEP_EVERY) {
      sweptAt = now;
      sweep(env, keys, now);
    }
    const { kind, id } = write.document;
    const key = keys.document(kind, id);
    const found = readStoredRow(env, key);
    const current = found === undefined || isExpired(found, now) ? undefined : found;
    if (!isAsSeen(write, current)) return { outcome: 'conflict' };
    if (found !== undefined) forgetIndexes(env, keys, kind, id, found);
    if (write.write === 'remove') {
      env.documents.removeSync(key);
      return { outcome: 'saved', etag: '' };
    }
    const seq = nextSeq(env);
    put(env, keys, key, write.document, {
      seq,
      dueAt: write.document.dueAt,
      expiresAt: expiryOf(write.document, now),
      json,
    });
    return { outcome: 'saved', etag: String(seq) };
  }

  return {
    prepare(write) {
      const json = printDocument(write.document, partnerId);
      return () => apply(write, json);
    },
  };
}

/** `undefined` when there is no such document; throws when there is one that cannot be understood. */
export function readStoredRow(env: Environment, key: string): StoredRow | undefined {
  const text = env.documents.get(key);
  if (text === undefined) return undefined;
  const row = parseRow(text);
  if (row !== undefined) return row;
  throw new UnreadableDocument(
    `The embedded store holds something at ${key} that it did not write.`,
    'The stored data are damaged: restore DATA_DIR from a backup.',
  );
}

function isAsSeen(write: Write, current: StoredRow | undefined): boolean {
  if (write.write === 'insert') return current === undefined;
  return current !== undefined && String(current.seq) === write.etag;
}

function nextSeq(env: Environment): number {
  const seq = Number(env.meta.get(LAST_SEQ) ?? '0') + 1;
  env.meta.putSync(LAST_SEQ, String(seq));
  return seq;
}

/** The sequence of the last write of any partner; 0 in a fresh database. */
export function lastSeq(env: Environment): number {
  return Number(env.meta.get(LAST_SEQ) ?? '0');
}

function put(env: Environment, keys: Keys, key: string, document: Document, row: StoredRow): void {
  const { kind, id } = document;
  env.documents.putSync(key, printRow(row));
  env.changes.putSync(keys.change(row.seq), key);
  if (row.dueAt !== undefined) env.due.putSync(keys.due(kind, row.dueAt, id), '');
  if (row.expiresAt !== undefined) env.expiries.putSync(keys.expiry(row.expiresAt, kind, id), '');
}

function forgetIndexes(env: Environment, keys: Keys, kind: DocumentKind, id: string, row: StoredRow): void {
  env.changes.removeSync(keys.change(row.seq));
  if (row.dueAt !== undefined) env.due.removeSync(keys.due(kind, row.dueAt, id));
  if (row.expiresAt !== undefined) env.expiries.removeSync(keys.expiry(row.expiresAt, kind, id));
}

/** Takes away what has expired, a bounded number at a time; until then readers look past it. */
function sweep(env: Environment, keys: Keys, now: Instant): void {
  const { start } = keys.partnerRange();
  for (const entry of [...env.expiries.getKeys({ start, end: keys.expiriesUntil(now), limit: SWEEP_AT_MOST })]) {
    const { kind, id } = namedBy(entry);
    // A kind that this version does not know is left to the version that wrote it.
    if (!isKind(kind)) continue;
    const key = keys.document(kind, id);
    const text = env.documents.get(key);
    const row = text === undefined ? undefined : parseRow(text);
    // What is damaged is left to whoever restores it, and keeps no other write from being made.
    if (row === undefined || !isExpired(row, now)) continue;
    forgetIndexes(env, keys, kind, id, row);
    env.documents.removeSync(key);
  }
}
