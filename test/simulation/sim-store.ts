import type { Document, DocumentKind, DocumentOf } from '../../src/domain/documents';
import { StoreUnavailable } from '../../src/store';
import type { Changes, Page, Store, Versioned, Write, WriteOutcome } from '../../src/store';
import { createLog } from '../../src/runtime/log';
import { isKind, parseDocument, printDocument, readKind } from '../../src/stores/schema';
import { byId, dueMark, isOver, keyOf, RAISED, readNewer, readOnce } from './sim-row';
import type { Row } from './sim-row';
import { createSkipping } from '../../src/stores/skipping';

/** What every write shows to whoever watches: the document before and after it. */
export type Written = (after: Document | undefined, before: Document | undefined) => void;

/** The data of all partners in one place, as several stores see it; what expires goes by `now`. */
export interface SimDatabase {
  /** Whoever shares gives all readers the same document, which nobody can change; otherwise each gets a copy. */
  open(partnerId: string, how?: 'shared', version?: number): Store;
  /** Nothing can be written: the disk is full. */
  isFull: boolean;
  /** All documents of a kind, as they are now. */
  all<K extends DocumentKind>(kind: K): readonly DocumentOf[K][];
  /** Is called with every write of a document that is watched. */
  watch(kinds: readonly DocumentKind[], written: Written): void;
  readonly size: number;
}

type Paging = { readonly limit: number; readonly next?: string };

const REMEDY = 'DATA_DIR is the memory of this process here';

/** A store in memory with the promises of the others: compare-and-swap, a change tail, what is due, what expires. */
export function createSimDatabase(now: () => number): SimDatabase {
  const partners = new Map<string, Partition>();
  const watchers: { readonly kinds: ReadonlySet<string>; readonly written: Written }[] = [];
  let seq = 0;

  function partitionOf(partnerId: string): Partition {
    const known = partners.get(partnerId) ?? { rows: new Map<string, Row>(), tail: [] };
    partners.set(partnerId, known);
    return known;
  }

  function write(partnerId: string, one: Write, version: number): WriteOutcome {
    if (database.isFull) throw new StoreUnavailable('the disk is full', REMEDY);
    const partition = partitionOf(partnerId);
    const { document } = one;
    const json = printDocument(document, partnerId);
    const key = keyOf(document.kind, document.id);
    const found = partition.rows.get(key);
    const current = found === undefined || isOver(found, now()) ? undefined : found;
    const isAsSeen = one.write === 'insert' ? current === undefined : String(current?.seq) === one.etag;
    if (!isAsSeen) return { outcome: 'conflict' };
    const before = current;
    if (one.write === 'remove') partition.rows.delete(key);
    else {
      seq += 1;
      const { dueAt, ttl } = { dueAt: undefined, ttl: undefined, ...document };
      const expiresAt = ttl === undefined ? undefined : now() + ttl * 1_000;
      const row: Row = { kind: document.kind, id: document.id, seq, json, version, dueAt, expiresAt };
      partition.rows.set(key, row);
      partition.tail.push([seq, key]);
      if (partition.tail.length > 2 * partition.rows.size + 200) sweep(partition, now());
    }
    for (const { kinds, written } of watchers) {
      if (!kinds.has(document.kind)) continue;
      const after = one.write === 'remove' ? undefined : partition.rows.get(key);
      written(after && readOnce(after), before && readOnce(before));
    }
    return one.write === 'remove' ? { outcome: 'saved', etag: '' } : { outcome: 'saved', etag: String(seq) };
  }

  const database: SimDatabase = {
    isFull: false,
    all(kind) {
      const rows = [...partners.values()].flatMap((partition) => [...partition.rows.values()]);
      return rows
        .filter((row) => row.kind === kind && !isOver(row, now()))
        .map((row) => readOnce(row) as DocumentOf[typeof kind]);
    },
    watch(kinds, written) {
      watchers.push({ kinds: new Set(kinds), written });
    },
    get size() {
      return [...partners.values()].reduce((sum, { rows }) => sum + rows.size, 0);
    },
    open(partnerId, how, version = 1) {
      const lastSeq = (): number => seq;
      const partition = partitionOf(partnerId);
      return storeOf({
        partition,
        now,
        write: (one) => write(partnerId, one, version),
        lastSeq,
        isShared: how === 'shared',
        version,
      });
    },
  };
  return database;
}

interface Partition {
  readonly rows: Map<string, Row>;
  /** Every write in its order; those of a document that was written again are passed over. */
  tail: [seq: number, key: string][];
}

interface Opened {
  readonly partition: Partition;
  readonly now: () => number;
  readonly write: (one: Write) => WriteOutcome;
  readonly lastSeq: () => number;
  readonly isShared: boolean;
  readonly version: number;
}

function storeOf({ partition, now, write, lastSeq, isShared, version }: Opened): Store {
  const skipping = createSkipping(createLog('silent'));
  let isClosed = false;

  const asked = <T>(work: () => T): Promise<T> => {
    if (isClosed) return Promise.reject(new StoreUnavailable('the store is closed', REMEDY));
    try {
      return Promise.resolve(work());
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const alive = (key: string): Row | undefined => {
    const row = partition.rows.get(key);
    return row === undefined || isOver(row, now()) ? undefined : row;
  };
  const readOne = <K extends DocumentKind>(kind: K, row: Row): Versioned<DocumentOf[K]> => ({
    document:
      row.version > version && RAISED.has(kind)
        ? readNewer(kind, row)
        : isShared
          ? (readOnce(row) as DocumentOf[K])
          : parseDocument(kind, row.json, row.id),
    etag: String(row.seq),
  });
  const oneOf = <K extends DocumentKind>(kind: K, row: Row): Versioned<DocumentOf[K]> | undefined =>
    skipping.oneOf(row, () => readOne(kind, row));
  const ofKind = (kind: DocumentKind): Row[] =>
    [...partition.rows.values()].filter((row) => row.kind === kind && !isOver(row, now()));

  /** Those behind the mark, up to the limit; the mark of the last one goes on. */
  function pageOf<K extends DocumentKind>(
    kind: K,
    rows: readonly Row[],
    { limit, next }: Paging,
    markOf: (row: Row) => string,
  ): Page<DocumentOf[K]> {
    const items: Versioned<DocumentOf[K]>[] = [];
    let last = '';
    for (const row of rows) {
      const mark = markOf(row);
      if (next !== undefined && mark <= next) continue;
      if (items.length === limit) return { items, next: last };
      const item = oneOf(kind, row);
      if (item === undefined) continue;
      last = mark;
      items.push(item);
    }
    return { items };
  }

  function changes(cursor: string | undefined, limit: number): Changes {
    const from = readCursor(cursor, lastSeq());
    const items: Versioned<Document>[] = [];
    let reached = from;
    for (let at = firstBehind(partition.tail, from); at < partition.tail.length; at += 1) {
      const [seq, key] = partition.tail[at]!;
      const row = alive(key);
      if (row?.seq !== seq) continue;
      if (items.length === limit) return { items, cursor: `e1-${reached}`, caughtUp: false };
      reached = seq;
      const item = skipping.oneOf(row, () => readOne(readKind(row.kind, row.id), row));
      if (item !== undefined) items.push(item);
    }
    return { items, cursor: `e1-${lastSeq()}`, caughtUp: true };
  }

  return {
    read: (kind, id) =>
      asked(() => {
        const row = alive(keyOf(kind, id));
        const found = row === undefined ? undefined : readOne(kind, row);
        skipping.forget(id);
        return found;
      }),
    write: (one) => asked(() => write(one)),
    writeAll: (writes) => asked(() => writes.map((one) => write(one))),
    list: (kind, page) => asked(() => pageOf(kind, ofKind(kind).sort(byId), page, ({ id }) => id)),
    due: (kind, at, page) =>
      asked(() => {
        const rows = ofKind(kind).filter(({ dueAt }) => dueAt !== undefined && dueAt <= at);
        return pageOf(
          kind,
          rows.sort((a, b) => (dueMark(a) < dueMark(b) ? -1 : 1)),
          page,
          dueMark,
        );
      }),
    changes: (cursor, limit) => asked(() => changes(cursor, limit)),
    unread: () => skipping.unread,
    check: () => asked(() => undefined),
    close() {
      isClosed = true;
      return Promise.resolve();
    },
  };
}

function readCursor(cursor: string | undefined, last: number): number {
  const [, seq = '0'] = /^e1-(\d{1,16})$/.exec(cursor ?? '') ?? [];
  return Number(seq) > last ? 0 : Number(seq);
}

function firstBehind(tail: Partition['tail'], seq: number): number {
  let [low, high] = [0, tail.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tail[middle]![0] <= seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Forgets what has expired, and the writes that others followed. */
function sweep(partition: Partition, now: number): void {
  for (const [key, row] of partition.rows) {
    if (isOver(row, now) && isKind(row.kind)) partition.rows.delete(key);
  }
  partition.tail = partition.tail.filter(([seq, key]) => partition.rows.get(key)?.seq === seq);
}
