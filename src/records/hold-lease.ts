import type { Document, LeaseRecord } from '../domain/documents';
import { documentId } from '../domain/documents';
import { SECOND } from '../domain/time';
import type { Instant } from '../domain/time';
import { changeDocument } from './change-document';
import type { Ports } from '../ports';

/** How long a lease lasts unless it is renewed; a dead holder is replaced after this time at the latest. */
export const LEASE_LASTS = 20 * SECOND;

export interface Lease {
  readonly id: string;
  readonly holder: string;
  readonly term: number;
  readonly until: number;
}

/** - `theirs`: another replica has it; it may be free at `askAgainAt`, by this replica's clock */
export type Holding =
  { readonly held: 'ours'; readonly lease: Lease } | { readonly held: 'theirs'; readonly askAgainAt: Instant };

/** The time during which a run may act as the holder of its lease. */
export interface Tenure {
  /** As far as this replica knows: its time is over, or it is the holder anew, and this run belongs to the time before. */
  readonly aborted: boolean;
  /** Asks the store, by renewing the lease: whether this run's time goes on. */
  confirm(): Promise<boolean>;
}

type Deps = Pick<Ports, 'store' | 'register' | 'clock' | 'partnerId'>;

/** For whoever runs alone. */
export const ALONE: Tenure = { aborted: false, confirm: () => Promise.resolve(true) };

/** What we know by ourselves of a lease whose holder is another replica, beside what it says. */
type Seen = 'renewed' | 'dead' | 'unknown';

/**
 * Takes a lease, renews it, or finds that another replica holds it (undefined). Taking it from a holder whose time is
 * over starts a new term, so that a holder that slept through its end sees that it is not the holder any more.
 * `see` is shown the lease of another replica: one that is dead is replaced before its time is over, and one that renews
 * it is not when our clock says that it is.
 */
export async function holdLease(
  ports: Deps,
  name: string,
  holder: string,
  see: (lease: LeaseRecord) => Seen = () => 'unknown',
): Promise<Lease | undefined> {
  const now = ports.clock.now();
  const until = now + LEASE_LASTS;
  const id = documentId('lease', name);
  const changed = await changeDocument(ports, 'lease', id, (lease) => {
    if (lease.holder === holder && lease.until > now) return { document: { ...lease, until }, result: lease.term };
    const seen = lease.holder === holder ? 'unknown' : see(lease);
    const isOver = lease.until > now ? seen === 'dead' : seen !== 'renewed';
    if (!isOver) return { result: undefined };
    return { document: { ...lease, holder, until, term: lease.term + 1 }, result: lease.term + 1 };
  });
  if (changed.changed !== 'not-there') {
    return changed.result === undefined ? undefined : { id, holder, term: changed.result, until };
  }
  const fresh: LeaseRecord = { kind: 'lease', id, partnerId: ports.partnerId, format: 1, holder, until, term: 1 };
  const inserted = await ports.store.write({ write: 'insert', document: fresh });
  return inserted.outcome === 'saved' ? { id, holder, term: 1, until } : undefined;
}

/** Takes leases for one replica, and follows what becomes of those of the others. */
export interface Holder {
  readonly hold: (name: string) => Promise<Holding>;
  /** Takes in what the store's tail says of a lease. */
  hear(document: Document): void;
}

/** As it was last seen or heard of. */
interface Known {
  readonly mark: string;
  readonly since: number;
  /** It was another one before: somebody lives who renews it. */
  readonly isNews: boolean;
}

/**
 * What another replica wrote as its end is a time of that replica's clock, and clocks are set. So a lease is also over when
 * we have seen nobody renew it for as long as a lease lasts; and one that we have heard renewed within that time is not.
 * That time is measured by `passed`, which nobody sets.
 */
export function createHolder(ports: Deps, holder: string, passed: { now(): number }): Holder {
  const known = new Map<string, Known>();

  function look({ id, ...lease }: LeaseRecord): Known {
    const before = known.get(id);
    const mark = `${lease.holder} ${lease.term} ${lease.until}`;
    if (before?.mark === mark) return before;
    // One that was given back is nobody's.
    const isNews = before !== undefined && lease.until > 0;
    const next: Known = { mark, since: passed.now(), isNews };
    known.set(id, next);
    return next;
  }

  return {
    async hold(name) {
      let askAgainAt = ports.clock.now() + LEASE_LASTS;
      const lease = await holdLease(ports, name, holder, (theirs) => {
        const { since, isNews } = look(theirs);
        const left = since + LEASE_LASTS - passed.now();
        const isOverAt = ports.clock.now() + left;
        askAgainAt = isNews ? isOverAt : Math.min(theirs.until, isOverAt);
        return left <= 0 ? 'dead' : isNews ? 'renewed' : 'unknown';
      });
      return lease === undefined ? { held: 'theirs', askAgainAt } : { held: 'ours', lease };
    },
    hear(document) {
      if (document.kind === 'lease' && document.holder !== holder) look(document);
    },
  };
}

/** Gives a lease back, so that another replica need not wait for its end. */
export async function releaseLease(ports: Pick<Ports, 'store' | 'register' | 'clock'>, lease: Lease): Promise<void> {
  await changeDocument(ports, 'lease', lease.id, (l) =>
    l.holder === lease.holder && l.term === lease.term
      ? { document: { ...l, until: 0 }, result: undefined }
      : { result: undefined },
  );
}
