import type { Document, DocumentKind } from '../../domain/documents';
import { SECOND } from '../../domain/time';
import type { Instant } from '../../domain/time';

/**
 * How a document lies in the database: a line that says what the store itself needs, then the document's JSON, so that
 * a compare-and-swap parses no JSON and a person with lmdb's own tools can read everything.
 *
 * `seq dueAt expiresAt {"kind":...}`, with `-` for a time that is not there
 */
export interface StoredRow {
  /** Position of the last write of this document among all writes; it is the etag, and what `changes` goes by. */
  readonly seq: number;
  readonly dueAt: Instant | undefined;
  readonly expiresAt: Instant | undefined;
  readonly json: string;
}

export function printRow(row: StoredRow): string {
  return `${row.seq} ${row.dueAt ?? '-'} ${row.expiresAt ?? '-'} ${row.json}`;
}

/** `undefined` when the text is not a row, that is, when the database is damaged. */
export function parseRow(text: string): StoredRow | undefined {
  const afterSeq = text.indexOf(' ');
  const afterDue = text.indexOf(' ', afterSeq + 1);
  const afterExpiry = text.indexOf(' ', afterDue + 1);
  if (afterSeq < 1 || afterDue < 0 || afterExpiry < 0) return undefined;
  const seq = Number(text.slice(0, afterSeq));
  if (!Number.isSafeInteger(seq)) return undefined;
  return {
    seq,
    dueAt: parseTime(text.slice(afterSeq + 1, afterDue)),
    expiresAt: parseTime(text.slice(afterDue + 1, afterExpiry)),
    json: text.slice(afterExpiry + 1),
  };
}

function parseTime(text: string): Instant | undefined {
  return text === '-' ? undefined : Number(text);
}

export function expiryOf(document: Document, now: Instant): Instant | undefined {
  const ttl = 'ttl' in document ? document.ttl : undefined;
  return ttl === undefined ? undefined : now + ttl * SECOND;
}

export function isExpired(row: StoredRow, now: Instant): boolean {
  return row.expiresAt !== undefined && row.expiresAt <= now;
}

/**
 * Keys of one partner. Parts hold no blank, so `prefix + '!'` (the character after the blank) ends the range of
 * everything that begins with `prefix + ' '`. Numbers are padded so that the order of the texts is theirs.
 */
export interface Keys {
  document(kind: DocumentKind, id: string): string;
  due(kind: DocumentKind, dueAt: Instant, id: string): string;
  change(seq: number): string;
  expiry(expiresAt: Instant, kind: DocumentKind, id: string): string;
  /** The end of what has expired at `now`. */
  expiriesUntil(now: Instant): string;
  /** The end of what is due at `now`. */
  dueUntil(kind: DocumentKind, now: Instant): string;
  /** All of a kind, in the documents and in the due index. */
  kindRange(kind: DocumentKind): KeyRange;
  /** Everything of this partner, in the change and expiry indexes. */
  partnerRange(): KeyRange;
}

export interface KeyRange {
  readonly start: string;
  readonly end: string;
}

export function keysOf(partnerId: string): Keys {
  const partner = encodeURIComponent(partnerId);
  return {
    document: (kind, id) => `${partner} ${kind} ${id}`,
    due: (kind, dueAt, id) => `${partner} ${kind} ${padded(dueAt)} ${id}`,
    change: (seq) => `${partner} ${padded(seq)}`,
    expiry: (expiresAt, kind, id) => `${partner} ${padded(expiresAt)} ${kind} ${id}`,
    expiriesUntil: (now) => `${partner} ${padded(now)}!`,
    dueUntil: (kind, now) => `${partner} ${kind} ${padded(now)}!`,
    kindRange: (kind) => ({ start: `${partner} ${kind} `, end: `${partner} ${kind}!` }),
    partnerRange: () => ({ start: `${partner} `, end: `${partner}!` }),
  };
}

/** The last part of a key: the id of the document. */
export function idOfKey(key: string): string {
  return key.slice(key.lastIndexOf(' ') + 1);
}

/** Kind and id from a key of the documents, or from one of the expiries. */
export function namedBy(key: string): { readonly kind: string; readonly id: string } {
  const parts = key.split(' ');
  return { kind: parts.at(-2) ?? '', id: parts.at(-1) ?? '' };
}

/** The number in the key of a change. */
export function seqOfKey(key: string): number {
  return Number(idOfKey(key));
}

/** 16 digits hold every safe integer; a fraction of a millisecond plays no part in an order. */
function padded(value: number): string {
  return String(Math.max(0, Math.floor(value))).padStart(16, '0');
}
