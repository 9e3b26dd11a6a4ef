import { idIn } from '../../domain/one-form';
import type { Clock } from '../../domain/time';
import { systemClock } from '../../runtime/clock';
import type { Log } from '../../runtime/log';
import type { StoreUnavailable } from '../../store';
import type { Store, Write, WriteOutcome } from '../../store';
import { createCommitQueue } from './commit-queue';
import { TAKEN_OVER, adopt } from '../adopt';
import { commit, isMade, openEnvironment } from './environment';
import type { Environment } from './environment';
import { createMemoryShelf } from './memory-shelf';
import { createEmbeddedReader } from './reader';
import { keysOf } from './rows';
import { createSkipping } from '../skipping';
import { environmentUnavailable } from './unavailable';
import { createEmbeddedWriter } from './writer';

export interface EmbeddedStoreOptions {
  /** The folder of the database (`DATA_DIR`); made when it is not there. On a local disk: lmdb maps it into memory. */
  readonly dir: string;
  readonly partnerId: string;
  readonly log: Log;
  readonly clock?: Clock;
  /** Which program this is; memory is kept for the same one alone, and not at all without it. */
  readonly code?: string | undefined;
  /**
   * Is told, once, that the file is no longer the one that was opened: nothing can be read or written any more, and to
   * go on would serve what is not in the store.
   */
  readonly onLost?: (error: StoreUnavailable) => void;
}

/** A transaction runs on the thread that answers Teams; this many writes take about 20 ms of it. */
const WRITES_PER_TRANSACTION = 1000;

/**
 * Documents in one lmdb file. Any number of processes of one machine may have it open: every write reads, compares and
 * writes inside one of lmdb's write transactions, of which there is one at a time among all of them.
 * Throws `StoreUnavailable` when the folder cannot be used.
 */
export async function openEmbeddedStore(options: EmbeddedStoreOptions): Promise<Store> {
  const { dir, partnerId, log } = options;
  const env = withLoss(await openEnvironment(dir), options);
  log.info({ dir }, 'embedded store open');
  const store = storeOf(env, partnerId, options);
  try {
    for (const former of partnersIn(env)) {
      if (former === partnerId || idIn(former).toLowerCase() !== partnerId.toLowerCase()) continue;
      const moved = await adopt(storeOf(env, former, options), store, partnerId);
      if (moved > 0) log.warn({ documents: moved }, TAKEN_OVER);
    }
  } catch (error) {
    await store.close();
    throw environmentUnavailable(error, dir);
  }
  return store;
}

/** A database that is there, with nothing taken over and nothing made; undefined where there is none yet. */
export async function findEmbeddedStore(options: EmbeddedStoreOptions): Promise<Store | undefined> {
  const { dir, partnerId } = options;
  if (!(await isMade(dir))) return undefined;
  return storeOf(await openEnvironment(dir, 'found'), partnerId, options);
}

/** Tells of the loss of the file when it is noticed, however often it is met after that. */
function withLoss(env: Environment, { dir, onLost }: EmbeddedStoreOptions): Environment {
  let isTold = false;
  return {
    ...env,
    guard() {
      try {
        env.guard();
      } catch (error) {
        // Later, and not in the middle of a transaction, in which lmdb would wait for us.
        if (!isTold) setImmediate(() => onLost?.(environmentUnavailable(error, dir)));
        isTold = true;
        throw error;
      }
    },
  };
}

/** The partners whose documents lie in the file. */
function partnersIn(env: Environment): readonly string[] {
  const found: string[] = [];
  let start = '';
  for (;;) {
    const [key] = [...env.documents.getKeys({ start, limit: 1 })];
    const partner = key?.slice(0, key.indexOf(' '));
    if (partner === undefined) return found;
    found.push(decodeURIComponent(partner));
    // The character after the blank that ends the partner's part.
    start = `${partner}!`;
  }
}

/** The documents of one partner. Closing it closes the file. */
function storeOf(env: Environment, partnerId: string, options: EmbeddedStoreOptions): Store {
  const { dir, log, clock = systemClock, code } = options;
  const keys = keysOf(partnerId);
  const skipping = createSkipping(log);
  const reader = createEmbeddedReader(env, keys, clock, skipping);
  const writer = createEmbeddedWriter(env, keys, partnerId, clock);
  const closed = (): StoreUnavailable => environmentUnavailable({ code: 'closed', message: 'it has been closed' }, dir);
  const queue = createCommitQueue(
    (steps) => commit(env, steps),
    WRITES_PER_TRANSACTION,
    (cause) => environmentUnavailable(cause, dir),
  );
  let open = true;

  /** Every read sees all that any process had committed before the call. */
  async function look<T>(read: () => T): Promise<T> {
    if (!open) throw closed();
    try {
      env.guard();
      env.root.resetReadTxn();
      return await Promise.resolve(read());
    } catch (error) {
      throw environmentUnavailable(error, dir);
    }
  }

  async function writeAll(writes: readonly Write[]): Promise<readonly WriteOutcome[]> {
    const steps = writes.map((write) => writer.prepare(write));
    return Promise.all(steps.map((step) => queue.run(step)));
  }

  return {
    shelf: createMemoryShelf({
      ...{ dir, partnerId, code, log },
      readMark: () => look(() => env.meta.get(MARK)),
      swapMark: (seen, next) => queue.run(() => swapMark(env, seen, next)),
    }),
    read: (kind, id) => look(() => reader.read(kind, id)),
    write: async (write) => only(await writeAll([write])),
    writeAll,
    list: (kind, page) => look(() => reader.list(kind, page)),
    due: (kind, now, page) => look(() => reader.due(kind, now, page)),
    changes: (cursor, limit) => look(() => reader.changes(cursor, limit)),
    unread: () => skipping.unread,
    check: async () => {
      await look(() => env.meta.get('seq'));
      await env.check();
    },
    close: async () => {
      if (!open) return;
      open = false;
      await queue.close();
      await env.close();
    },
  };
}

/** Which memory may be taken from the disk. */
const MARK = 'memory';

function swapMark(env: Environment, seen: string | undefined, next: string): boolean {
  if (env.meta.get(MARK) !== seen) return false;
  env.meta.putSync(MARK, next);
  return true;
}

function only(outcomes: readonly WriteOutcome[]): WriteOutcome {
  const [outcome] = outcomes;
  if (outcome === undefined) throw new RangeError('One write has one outcome.');
  return outcome;
}
