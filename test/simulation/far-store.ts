import type { Store } from '../../src/store';
import { StoreUnavailable } from '../../src/store';
import type { Lines } from './lines';
import type { Owner } from './scheduler';

/** The store as one replica reaches it: each question is on the way for a while, and may fail there. */
export function farStore(inner: Store, lines: Lines, owner: Owner): Store {
  async function ask<T>(work: () => Promise<T>, deed?: 'deed'): Promise<T> {
    const place = () => {
      const done = work();
      // Nobody hears of it where the answer is lost.
      done.catch(() => undefined);
      return done;
    };
    const reached = await lines.call(owner, 'store', place, deed);
    if (reached.reached === 'yes') return reached.value;
    throw new StoreUnavailable(`the store cannot be reached (${reached.reached})`, 'wait');
  }

  return {
    read: (kind, id) => ask(() => inner.read(kind, id)),
    write: (write) => ask(() => inner.write(write), 'deed'),
    // Independent writes, of which each takes its own way.
    writeAll: async (writes) => {
      const settled = await Promise.allSettled(writes.map((write) => ask(() => inner.write(write), 'deed')));
      return settled.map((one) => {
        if (one.status === 'fulfilled') return one.value;
        throw one.reason instanceof Error ? one.reason : new Error(String(one.reason));
      });
    },
    list: (kind, page) => ask(() => inner.list(kind, page)),
    due: (kind, now, page) => ask(() => inner.due(kind, now, page)),
    changes: (cursor, limit) => ask(() => inner.changes(cursor, limit)),
    unread: () => inner.unread(),
    check: () => ask(() => inner.check()),
    close: () => inner.close(),
  };
}
