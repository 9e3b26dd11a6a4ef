import type { Document } from '../domain/documents';
import { inSlices, nextSlice } from '../matching/slices';
import type { Store } from '../store';
import type { FollowedRegister } from './followed-register';

/** Keeps a register fresh from the store's change tail. */
export interface Follower {
  /** Reads everything that changed since the last call; returns how many documents that were. */
  catchUp(): Promise<number>;
  /** Up to here everything has been taken. */
  position(): string | undefined;
  /** What is before it is known already. */
  goOnFrom(position: string): void;
}

/** So often a document is read that is saved here again and again meanwhile; the next look at the tail brings the rest. */
const MOST_READS = 3;
/** How many documents one read of the tail may bring. */
const CHUNK = 500;
/** `heard` is told of each document that is taken, after the register. */
export function follow(
  store: Store,
  register: FollowedRegister,
  heard: (document: Document) => void = () => undefined,
): Follower {
  let cursor: string | undefined;
  let running: Promise<number> | undefined;

  function take(document: Document): void {
    register.take(document);
    heard(document);
  }

  async function readTail(): Promise<number> {
    let seen = 0;
    for (;;) {
      register.asked();
      const changes = await store.changes(cursor, CHUNK);
      const doubtful: Document[] = [];
      const apply = ({ document }: (typeof changes.items)[number]): void => {
        if (register.isOwn(document.id)) doubtful.push(document);
        else take(document);
      };
      await inSlices(changes.items, apply);
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
      register.asked();
      const stored = await store.read(kind, id);
      if (register.isOwn(id)) continue;
      if (stored !== undefined) take(stored.document);
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
    position: () => cursor,
    goOnFrom(position) {
      cursor = position;
    },
  };
}
