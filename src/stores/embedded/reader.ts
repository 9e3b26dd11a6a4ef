import type { Document, DocumentKind, DocumentOf } from '../../domain/documents';
import type { Clock, Instant } from '../../domain/time';
import type { Changes, Page, Versioned } from '../../store';
import { parseDocument, readKind } from '../schema';
import type { Skipping } from '../skipping';
import type { Environment } from './environment';
import { idOfKey, isExpired, namedBy, seqOfKey } from './rows';
import type { Keys, StoredRow } from './rows';
import { lastSeq, readStoredRow } from './writer';

/** The reading half of the store; every call sees one snapshot. */
export interface EmbeddedReader {
  read<K extends DocumentKind>(kind: K, id: string): Versioned<DocumentOf[K]> | undefined;
  list<K extends DocumentKind>(kind: K, page: { readonly limit: number; readonly next?: string }): Page<DocumentOf[K]>;
  due<K extends DocumentKind>(
    kind: K,
    now: Instant,
    page: { readonly limit: number; readonly next?: string },
  ): Page<DocumentOf[K]>;
  changes(cursor: string | undefined, limit: number): Changes;
}

export function createEmbeddedReader(env: Environment, keys: Keys, clock: Clock, skipping: Skipping): EmbeddedReader {
  function alive(key: string): StoredRow | undefined {
    const row = readStoredRow(env, key);
    return row === undefined || isExpired(row, clock.now()) ? undefined : row;
  }

  function list<K extends DocumentKind>(
    kind: K,
    page: { readonly limit: number; readonly next?: string },
  ): Page<DocumentOf[K]> {
    const { start, end } = keys.kindRange(kind);
    const from = page.next === undefined ? start : keys.document(kind, page.next);
    const range = env.documents.getKeys({ start: from, end, exclusiveStart: page.next !== undefined });
    const items: Versioned<DocumentOf[K]>[] = [];
    let last = '';
    for (const key of range) {
      if (items.length === page.limit) return { items, next: last };
      const id = idOfKey(key);
      const item = skipping.oneOf({ kind, id }, () => versionedIn(kind, id, alive(key)));
      if (item === undefined) continue;
      last = id;
      items.push(item);
    }
    return { items };
  }

  function due<K extends DocumentKind>(
    kind: K,
    now: Instant,
    page: { readonly limit: number; readonly next?: string },
  ): Page<DocumentOf[K]> {
    const from = keys.kindRange(kind).start;
    const start = page.next === undefined ? from : from + page.next;
    const end = keys.dueUntil(kind, now);
    const items: Versioned<DocumentOf[K]>[] = [];
    let last = '';
    for (const key of env.due.getKeys({ start, end, exclusiveStart: page.next !== undefined })) {
      if (items.length === page.limit) return { items, next: last };
      last = key.slice(from.length);
      const id = idOfKey(key);
      const item = skipping.oneOf({ kind, id }, () => {
        const row = alive(keys.document(kind, id));
        return (row?.dueAt ?? Infinity) > now ? undefined : versionedIn(kind, id, row);
      });
      if (item !== undefined) items.push(item);
    }
    return { items };
  }

  function changes(cursor: string | undefined, limit: number): Changes {
    const last = lastSeq(env);
    const asked = readCursor(cursor);
    // A cursor from before the data were put back from a backup points past the end: begin again.
    const seen = asked > last ? 0 : asked;
    const range = env.changes.getRange({
      start: keys.change(seen),
      end: keys.partnerRange().end,
      exclusiveStart: true,
    });
    const items: Versioned<Document>[] = [];
    const began = performance.now();
    let reached = seen;
    for (const { key, value } of range) {
      if (items.length === limit || isLong(items.length, began))
        return { items, cursor: printCursor(reached), caughtUp: false };
      reached = seqOfKey(key);
      const { kind, id } = namedBy(value);
      const item = skipping.oneOf({ kind, id }, () => versionedIn(readKind(kind, id), id, alive(value)));
      if (item !== undefined) items.push(item);
    }
    return { items, cursor: printCursor(Math.max(reached, last)), caughtUp: true };
  }

  return {
    read: (kind, id) => {
      const found = versionedIn(kind, id, alive(keys.document(kind, id)));
      skipping.forget(id);
      return found;
    },
    list,
    due,
    changes,
  };
}

function versionedIn<K extends DocumentKind>(
  kind: K,
  id: string,
  row: StoredRow | undefined,
): Versioned<DocumentOf[K]> | undefined {
  if (row === undefined) return undefined;
  return { document: parseDocument(kind, row.json, id), etag: String(row.seq) };
}

/** All of this runs on the thread that answers Teams: what is left comes with the next call. */
const LONGEST_MS = 8;
const LOOKS_EVERY = 50;

function isLong(read: number, began: number): boolean {
  return read > 0 && read % LOOKS_EVERY === 0 && performance.now() - began > LONGEST_MS;
}

const CURSOR = /^e1-(\d{1,16})$/;

function printCursor(seq: number): string {
  return `e1-${seq}`;
}

/** A cursor that is not ours, say of another store, means the beginning: nothing can be missed by that. */
function readCursor(cursor: string | undefined): number {
  const [, seq] = CURSOR.exec(cursor ?? '') ?? [];
  return seq === undefined ? 0 : Number(seq);
}
