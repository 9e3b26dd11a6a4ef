import type { Document, DocumentKind, DocumentOf } from './domain/documents';
import type { Instant } from './domain/time';

/** A document as stored, with the store's opaque mark of that state. */
export interface Versioned<D> {
  readonly document: D;
  readonly etag: string;
}

export type Write<D extends Document = Document> =
  | { readonly write: 'insert'; readonly document: D }
  | { readonly write: 'replace'; readonly document: D; readonly etag: string }
  | { readonly write: 'remove'; readonly document: D; readonly etag: string };

/**
 * - `saved`: durable; `etag` marks the new state (empty after a removal)
 * - `conflict`: the document is not in the state that the writer saw (it exists already, changed, or is gone);
 *   nothing was written
 */
export type WriteOutcome = { readonly outcome: 'saved'; readonly etag: string } | { readonly outcome: 'conflict' };

export interface Page<D> {
  readonly items: readonly Versioned<D>[];
  /** Pass it on to get the next page; absent on the last one. */
  readonly next?: string;
}

/** A stored document that cannot be read: damaged, or written by a later version. */
export interface UnreadDocument {
  /** Absent when only a later version knows it. */
  readonly kind?: DocumentKind;
  readonly id: string;
  /** For operators. */
  readonly reason: string;
  readonly remedy: string;
}

export interface Changes {
  readonly items: readonly Versioned<Document>[];
  /** Where to go on. Never behind anything that was acknowledged before the call. */
  readonly cursor: string;
  /** False when there is more to read right now. */
  readonly caughtUp: boolean;
}

/**
 * Where documents live. One partition per partner; an adapter is made for one partner and sees nothing else.
 *
 * Promises, held by every adapter (test/contracts/store.ts):
 * - A write is a compare-and-swap. When `saved` comes back, the write survives the death of the process.
 * - `undefined` means "not there". Not being able to look is a `StoreUnavailable`, thrown.
 * - Documents come back upgraded to the present format, and deep-equal to what was written.
 * - `changes` gives every document that was written after the cursor at least once, removals excepted, and the
 *   state it gives is the state then or a later one.
 */
export interface Store {
  read<K extends DocumentKind>(kind: K, id: string): Promise<Versioned<DocumentOf[K]> | undefined>;
  write(write: Write): Promise<WriteOutcome>;
  /** Independent writes, sent together. One outcome each, in order; some may be saved and others not. */
  writeAll(writes: readonly Write[]): Promise<readonly WriteOutcome[]>;
  /** All documents of a kind in the order of their ids. */
  list<K extends DocumentKind>(
    kind: K,
    page: { readonly limit: number; readonly next?: string },
  ): Promise<Page<DocumentOf[K]>>;
  /** Documents of a kind with `dueAt <= now`, the longest overdue first. Minutes may pass between two pages. */
  due<K extends DocumentKind>(
    kind: K,
    now: Instant,
    page: { readonly limit: number; readonly next?: string },
  ): Promise<Page<DocumentOf[K]>>;
  /** What changed since the cursor; without one, everything from the beginning. */
  changes(cursor: string | undefined, limit: number): Promise<Changes>;
  /**
   * What lists, debts and changes went on without since this store was opened, and which nobody has read since. Who asks
   * for one of them by itself gets a `StoreUnavailable` with the reason.
   */
  unread(): readonly UnreadDocument[];
  /** Absent where no memory is kept. */
  readonly shelf?: MemoryShelf;
  /** Throws `StoreUnavailable` when the store cannot be reached or used. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** A piece of a replica's memory: numbers as they lie there, bytes, or what JSON holds. */
export type Piece = Int32Array | Float32Array | Uint8Array | { readonly json: unknown };

/** What a replica remembered, and up to where it had read the change tail then. */
export interface KeptMemory {
  readonly cursor: string;
  /** When all of it was last read from the documents themselves. */
  readonly filledAt: Instant;
  readonly pieces: readonly Piece[];
}

/** The same on its way to the shelf; a piece is made when it is asked for. */
export type MemoryToKeep = Omit<KeptMemory, 'pieces'> & { readonly pieces: Iterable<Piece> };

/**
 * Where a replica keeps its memory for its next start. It is a copy of what is in the store and nothing else, so whatever
 * is in doubt is thrown away.
 */
export interface MemoryShelf {
  /** What the same version of the program kept of this very store, whole; else it is thrown away, and nothing comes back. */
  find(): Promise<KeptMemory | undefined>;
  /**
   * Takes what `remember` gives, one piece after the other. What is thrown there comes back, and what was kept before
   * stays. False where nothing is kept: it was thrown away since the call, or this program is not known by its version.
   */
  keep(remember: () => Promise<MemoryToKeep>): Promise<boolean>;
  /** Also what is being kept at this moment. */
  throwAway(): Promise<void>;
}

/** What the caller asked for can never be stored: too large, or of another partner. It is no state of the store. */
export class Unstorable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Unstorable';
  }
}

/** The store could not be asked, or did not answer in time. `retryAt` when it said how long to wait. */
export class StoreUnavailable extends Error {
  constructor(
    message: string,
    readonly remedy: string,
    options?: { readonly cause?: unknown; readonly retryAt?: Instant },
  ) {
    super(message, options);
    this.name = 'StoreUnavailable';
    this.retryAt = options?.retryAt;
  }
  readonly retryAt: Instant | undefined;
}

/** One stored document cannot be read, for the reason that the message gives; the store itself can. */
export class UnreadableDocument extends StoreUnavailable {}

/** Whether nothing can be done while this lasts: the store as a whole cannot be asked. */
export function isStoreAway(error: unknown): error is StoreUnavailable {
  return error instanceof StoreUnavailable && !(error instanceof UnreadableDocument);
}
