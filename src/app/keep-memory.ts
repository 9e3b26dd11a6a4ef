import { DAY, MINUTE, SECOND } from '../domain/time';
import type { Clock, Instant } from '../domain/time';
import type { Document, DocumentKind } from '../domain/documents';
import { UPGRADES } from '../domain/upgrades';
import type { Timers } from '../jobs/runner';
import type { Follower } from '../register/follow';
import type { FollowedRegister } from '../register/followed-register';
import { everyDocument } from '../records/every-document';
import { ChangedMeanwhile, piecesOf, putBack } from '../register/kept-register';
import type { Log } from '../runtime/log';
import { StoreUnavailable } from '../store';
import type { KeptMemory, Piece, MemoryToKeep, Store } from '../store';

/** Keeps what this replica remembers for its next start, and puts it back then. */
export interface MemoryKeeper {
  /** Before the change tail is first read. May be called again when the store could not be read. */
  putBack(): Promise<void>;
  /** The tail brought it. */
  hear(document: Document): void;
  /** From when memory is filled: reads the documents that nobody asked for yet, and keeps memory now and then from then on. */
  start(): Promise<void>;
  /** Resolves when nothing is being kept. */
  stop(): Promise<void>;
}

interface Deps {
  readonly store: Store;
  readonly register: FollowedRegister;
  readonly follower: Follower;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  /** Is told when only a new start helps. */
  readonly onLost?: ((error: StoreUnavailable) => void) | undefined;
  readonly least?: { readonly known: number; readonly news: number };
}

const LOOKS_EVERY = MINUTE;
const AT_MOST_EVERY = 10 * MINUTE;
/**
 * With fewer accounts and customers the store is read as quickly. And so many documents, or this share of all, came by the
 * tail before it is worth to keep memory anew.
 */
const LEAST = { known: 10_000, news: 1_000 };
const SHARE_OF_NEWS = 0.02;
/** What was taken out of the store is not to stay longer in what was kept. */
const KEPT_FOR = DAY;
/** Then everything is read from the store once more, whatever may have crept in. */
const GOOD_FOR = 7 * DAY;
const TRIES = 10;
const BETWEEN_TRIES = SECOND;
const BROKEN = new StoreUnavailable('Kept memory could not be put back', 'It was thrown away: start again.');
/** Kept with memory, or asked of the store when they are needed. */
const NOT_READ: ReadonlySet<string> = new Set<DocumentKind>(['account', 'customer', 'archive', 'talk', 'said']);
// Object.keys forgets the names of its keys.
const OTHER_KINDS = (Object.keys(UPGRADES) as DocumentKind[]).filter((kind) => !NOT_READ.has(kind));

export function createMemoryKeeper(deps: Deps, heard: (document: Document) => void): MemoryKeeper {
  const { store, register, follower, clock, timers, log, least = LEAST } = deps;
  const { shelf } = store;
  let state: 'new' | 'filled' | 'put-back' | 'broken' | 'stopped' = 'new';
  let filledAt = clock.now();
  let keptAt: Instant | undefined;
  let news = 0;
  let next: ReturnType<Timers['set']> | undefined;
  let keeping: Promise<void> | undefined;

  async function putBackKept({ cursor, filledAt: since, pieces }: KeptMemory): Promise<void> {
    try {
      await putBack(register, pieces);
    } catch (error) {
      // What is in memory now is neither the one nor the other.
      state = 'broken';
      log.error({ error }, 'Kept memory could not be put back');
      await shelf?.throwAway();
      deps.onLost?.(BROKEN);
      throw BROKEN;
    }
    follower.goOnFrom(cursor);
    filledAt = since;
    state = 'put-back';
    log.info({ ...register.counts }, 'memory put back as it was kept');
  }

  /** Of the other kinds there are few. */
  async function readOthers(): Promise<void> {
    for (const kind of OTHER_KINDS)
      for await (const document of everyDocument(store, kind)) {
        register.take(document);
        heard(document);
      }
  }

  async function remember(): Promise<MemoryToKeep> {
    await follower.catchUp();
    const cursor = follower.position() ?? '';
    return { cursor, filledAt, pieces: whileRunning() };
  }

  function* whileRunning(): Generator<Piece> {
    for (const piece of piecesOf(register)) {
      if (state === 'stopped') throw new ChangedMeanwhile();
      yield piece;
    }
  }

  async function keep(): Promise<void> {
    for (let tries = 0; tries < TRIES && state !== 'stopped'; tries += 1) {
      const before = news;
      try {
        if ((await shelf?.keep(remember)) !== true) return;
        news -= before;
        keptAt = clock.now();
        log.info({ tries }, 'memory kept for the next start');
        return;
      } catch (error) {
        if (!(error instanceof ChangedMeanwhile)) throw error;
      }
      await new Promise<void>((resolve) => timers.set(resolve, BETWEEN_TRIES));
    }
  }

  function isWorth(): boolean {
    const { accounts, customers } = register.counts;
    const known = accounts + customers;
    // What could not be read is in no memory, and must be told of after the next start as well.
    if (known < least.known || store.unread().length > 0) return false;
    const since = keptAt === undefined ? AT_MOST_EVERY : clock.now() - keptAt;
    if (since < AT_MOST_EVERY) return false;
    if (news > 0 && since >= KEPT_FOR) return true;
    return news >= Math.max(least.news, known * SHARE_OF_NEWS);
  }

  function lookAgain(): void {
    if (state === 'stopped') return;
    next = timers.set(() => {
      keeping = (isWorth() ? keep() : Promise.resolve())
        .catch((error: unknown) => {
          log.warn({ error }, 'Memory could not be kept; the next start takes longer');
        })
        .finally(lookAgain);
    }, LOOKS_EVERY);
  }

  return {
    async putBack() {
      if (state === 'broken') throw BROKEN;
      if (state === 'new') {
        state = 'filled';
        const kept = await shelf?.find();
        if (kept !== undefined && clock.now() - kept.filledAt < GOOD_FOR) await putBackKept(kept);
      }
      if (state === 'put-back') await readOthers();
    },
    hear({ kind }) {
      if (kind === 'account' || kind === 'customer') news += 1;
    },
    async start() {
      await register.customers.readRest();
      await register.accounts.readRest();
      if (shelf !== undefined) lookAgain();
    },
    async stop() {
      state = 'stopped';
      next?.cancel();
      await keeping;
    },
  };
}
