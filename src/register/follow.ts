import { inSlices, nextSlice } from '../matching/slices';
import type { Store } from '../store';
import type { Register } from './register';

/** Keeps a register fresh from the store's change tail. */
export interface Follower {
  /** Reads everything that changed since the last call; returns how many documents that were. */
  catchUp(): Promise<number>;
}

/** How many documents one read of the tail may bring. */
const CHUNK = 500;
/** Longest stretch of taking them in, in milliseconds; then other work gets its turn, as it does between reads. */
const SLICE_MS = 8;

export function follow(store: Store, register: Pick<Register, 'apply'>): Follower {
  let cursor: string | undefined;
  let running: Promise<number> | undefined;

  async function readTail(): Promise<number> {
    let seen = 0;
    for (;;) {
      const changes = await store.changes(cursor, CHUNK);
      const apply = ({ document }: (typeof changes.items)[number]): void => {
        register.apply(document);
      };
      await inSlices(changes.items, apply, { sliceMs: SLICE_MS });
      cursor = changes.cursor;
      seen += changes.items.length;
      if (changes.caughtUp) return seen;
      await nextSlice();
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
