import { divide } from '../domain/budget';
import type { Document, ReplicaRecord } from '../domain/documents';
import { documentId } from '../domain/documents';
import { SECOND } from '../domain/time';
import type { Clock, Instant } from '../domain/time';
import { StoreUnavailable } from '../store';
import type { Store } from '../store';

/** How often a replica says that it is there, in milliseconds. */
export const ANNOUNCE_EVERY = 5 * SECOND;
/** A replica that has not been heard of for so long does not count any more; as long as a lease lasts. */
export const GONE_AFTER = 20 * SECOND;
/**
 * What is taken away is given up at once; what is won is used only after this time, when the others have surely heard
 * of it: each reads the store's tail every second. So the shares of all do not add up to more than the limit, but for
 * the tenth that a new one uses at once.
 */
export const TAKEN_AFTER = 4 * SECOND;
/** After this many seconds the store may forget the record of a replica that died. */
const FORGOTTEN_AFTER = 60;

/** The side that sends: what it wants of the limit of each tenant, and what it has to leave to others. */
export interface Budget {
  wanted(): number;
  leave(perSecond: number): void;
}

/** Agrees with the other replicas, through the store, on who may use how much of Teams' limit per tenant. */
export interface BudgetShare {
  /** Takes in what the store's tail says about other replicas. */
  hear(document: Document): void;
  /** Says that we are there and what we want, and looks again at what is ours. One write to the store. */
  announce(): Promise<void>;
  /** Asks all replicas for a reading of the sources that they have the leases of. */
  askForSync(): Promise<void>;
  /** The others that were heard of lately, by the ids of their documents. */
  living(): readonly string[];
  /** Tells the others that our share is free; when it cannot, they find out by our silence. */
  withdraw(): Promise<void>;
}

/**
 * Every replica writes a small record every few seconds and reads those of the others in the change tail, which it
 * follows anyway: nothing is asked of the store for a turn or a send. While the store is away shares stay as they are,
 * for all alike. Who is silent is judged by our own clock from when we last heard, so clocks need not agree: one that
 * starts with a clock that is far ahead hears of the others five seconds late.
 */
export function createBudgetShare(
  {
    store,
    clock,
    partnerId,
  }: { readonly store: Pick<Store, 'read' | 'write'>; readonly clock: Clock; readonly partnerId: string },
  deps: {
    readonly budget: Budget;
    readonly limit: number;
    readonly replica: string;
    /** Reads the store's tail to its end. */
    readonly catchUp: () => Promise<unknown>;
    /** Another replica asks for a reading of the sources. */
    readonly onSyncAsked?: () => void;
  },
): BudgetShare {
  const { budget, limit, replica } = deps;
  const ownId = documentId('replica', replica);
  const others = new Map<string, { readonly wants: number; readonly heardAt: Instant }>();
  const heardBefore = new Set<string>();
  let etag: string | undefined;
  let wants: number | undefined;
  let stopped = false;
  let syncsAsked = 0;
  let asking: Promise<void> | undefined;
  /** How often the others have asked for a reading of the sources. */
  const syncsHeard = new Map<string, number>();
  let triedAt = clock.now();
  let announcedAt = clock.now();
  /** What would have been ours, and since when: the least of what still counts is what we use. */
  let shares: { readonly share: number; readonly at: Instant }[] = [];

  /** What anybody has in any case. */
  const least = divide(limit, [0, limit])[0] ?? 0;
  // Until we know who else is there: enough to answer, or to say sorry.
  budget.leave(limit - least);

  function reshare(): void {
    if (wants === undefined) return;
    const now = clock.now();
    for (const [id, { heardAt }] of others) if (now - heardAt >= GONE_AFTER) others.delete(id);
    // First among those who want the same, who gets the least of what cannot be divided evenly.
    const share = divide(limit, [wants, ...[...others.values()].map((other) => other.wants)])[0] ?? 0;
    // Whoever comes to others has to answer people at once; for more than that the others have to make room first.
    if (shares.length === 0 && others.size > 0) shares.push({ share: least, at: now });
    if (shares.at(-1)?.share !== share) shares.push({ share, at: now });
    const past = shares.findLastIndex(({ at }) => at <= now - TAKEN_AFTER);
    shares = shares.slice(Math.max(0, past));
    budget.leave(limit - Math.min(...shares.map((one) => one.share)));
  }

  /** After a long silence of ours we are new to the others; theirs says nothing until they had time to be heard. */
  function comeBack(now: Instant): void {
    shares = [];
    for (const [id, other] of others) others.set(id, { ...other, heardAt: now });
  }

  function record(news: Pick<ReplicaRecord, 'wants' | 'stopped'>): ReplicaRecord {
    const asked = syncsAsked === 0 ? {} : { askedForSync: syncsAsked };
    return {
      ...{ kind: 'replica', id: ownId, partnerId, format: 1, ttl: FORGOTTEN_AFTER, at: clock.now() },
      ...asked,
      ...news,
    };
  }

  async function write(document: ReplicaRecord): Promise<void> {
    const written = await store.write(
      etag === undefined ? { write: 'insert', document } : { write: 'replace', document, etag },
    );
    // Nobody else writes it. Forgotten by the store, or saved by a write whose answer was lost: look, and go on.
    etag = written.outcome === 'saved' ? written.etag : (await store.read('replica', document.id))?.etag;
  }

  return {
    hear(document) {
      if (document.kind !== 'replica' || document.id === ownId) return;
      if (document.stopped) others.delete(document.id);
      else {
        // At the first time it may be the last word of one that died; later it is news, whatever its clock says.
        const heardAt = heardBefore.has(document.id) ? clock.now() : Math.min(clock.now(), document.at);
        heardBefore.add(document.id);
        others.set(document.id, { wants: document.wants, heardAt });
      }
      const asked = document.askedForSync ?? 0;
      if (asked > (syncsHeard.get(document.id) ?? asked)) deps.onSyncAsked?.();
      syncsHeard.set(document.id, asked);
      reshare();
    },
    living: () => [...others].filter(([, { heardAt }]) => clock.now() - heardAt < GONE_AFTER).map(([id]) => id),
    async askForSync() {
      syncsAsked += 1;
      // Whoever is alone asks nobody; and what could not be written now goes with the next announcement.
      if (others.size === 0 || wants === undefined) return;
      asking ??= write(record({ wants, stopped })).finally(() => (asking = undefined));
      await asking;
    },
    async announce() {
      if (stopped) return;
      const now = clock.now();
      // Suspended for so long that the others have divided our share among them.
      if (now - triedAt >= GONE_AFTER) budget.leave(limit - least);
      triedAt = now;
      const wanted = budget.wanted();
      await write(record({ wants: wanted, stopped: false }));
      if (now - announcedAt >= GONE_AFTER) comeBack(now);
      announcedAt = now;
      // First written, then read: of two that come at the same moment at least one sees the other.
      if (wants === undefined) await deps.catchUp();
      wants = wanted;
      reshare();
    },
    async withdraw() {
      stopped = true;
      if (etag === undefined) return;
      try {
        await write(record({ wants: 0, stopped }));
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
      }
    },
  };
}
