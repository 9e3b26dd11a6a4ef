import type { Document } from '../domain/documents';
import { inSlices, nextSlice } from '../matching/slices';
import type { Store } from '../store';

/** Keeps a register fresh from the store's change tail. */
export interface Follower {
  /** Reads everything that changed since the last call; returns how many documents that were. */
  catchUp(): Promise<number>;
}

/** The memory that is kept fresh. It knows what was saved here: the tail may bring what was there before. */
export interface Followed {
  apply(document: Document): void;
  /** The tail is asked now: what is saved here from now on may be newer than what it brings. */
  asked(): void;
  /** Whether this document was saved here since then. */
  isOwn(id: string): boolean;
}

/** So often a document is read that is saved here again and again meanwhile; the next look at the tail brings the rest. */
const MOST_READS = 3;
/** How many documents one read of the tail may bring. */
const CHUNK = 500;
/** Longest stretch of taking them in, in milliseconds; then other work gets its turn, as it does between reads. */
const SLICE_MS = 8;

export function follow(store: Store, memory: Followed): Follower {
  let cursor: string | undefined;
  let running: Promise<number> | undefined;

  async function readTail(): Promise<number> {
    let seen = 0;
    for (;;) {
      memory.asked();
      const changes = await store.changes(cursor, CHUNK);
      const doubtful: Document[] = [];
      const apply = ({ document }: (typeof changes.items)[number]): void => {
        if (memory.isOwn(document.id)) doubtful.push(document);
        else memory.apply(document);
      };
      await inSlices(changes.items, apply, { sliceMs: SLICE_MS });
      for (const document of doubtful) await readAgain(document);
      cursor = changes.cursor;
      seen += changes.items.length;
      if (changes.caughtUp) return seen;
      await nextSlice();
    }
  }

  /** Which of the two is newer, the one that was saved here or the one that the tail brought, only the store knows. */
  async function readAgain({ kind, id }: Document): Promise<void> {
    for (let reads = 0; reads < MOST_READS; reads += 1) {
      memory.asked();
      const stored = await store.read(kind, id);
      if (memory.isOwn(id)) continue;
      if (stored !== undefined) memory.apply(stored.document);
      return;
    }
  }

  return {
    catchUp() {
      // Two readers of one cursor would race; the second one waits for the first and sees what it saw.
      running ??= readTail().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}
