import type { LeaseRecord } from '../domain/documents';
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

/**
 * Takes a lease, renews it, or finds that another replica holds it (undefined). Taking it from a holder whose time is
 * over starts a new term, so that a holder that slept through its end sees that it is not the holder any more.
 * `see` is shown the lease of another replica, and says whether that one is dead though its time is not over.
 */
export async function holdLease(
  ports: Deps,
  name: string,
  holder: string,
  see: (lease: LeaseRecord) => boolean = () => false,
): Promise<Lease | undefined> {
  const now = ports.clock.now();
  const until = now + LEASE_LASTS;
  const id = documentId('lease', name);
  const changed = await changeDocument(ports, 'lease', id, (lease) => {
    if (lease.holder === holder && lease.until > now) return { document: { ...lease, until }, result: lease.term };
    if (lease.until > now && !see(lease)) return { result: undefined };
    return { document: { ...lease, holder, until, term: lease.term + 1 }, result: lease.term + 1 };
  });
  if (changed.changed !== 'not-there') {
    return changed.result === undefined ? undefined : { id, holder, term: changed.result, until };
  }
  const fresh: LeaseRecord = { kind: 'lease', id, partnerId: ports.partnerId, format: 1, holder, until, term: 1 };
  const inserted = await ports.store.write({ write: 'insert', document: fresh });
  return inserted.outcome === 'saved' ? { id, holder, term: 1, until } : undefined;
}

/**
 * Holds leases for one replica. What another replica wrote as its end is a time of that replica's clock; so its lease is
 * also over when we have seen nobody renew it for as long as a lease lasts, by our own clock.
 */
export function createHolder(ports: Deps, holder: string): (name: string) => Promise<Holding> {
  const seen = new Map<string, { readonly mark: string; readonly since: Instant }>();

  return async (name) => {
    let askAgainAt = ports.clock.now() + LEASE_LASTS;
    const lease = await holdLease(ports, name, holder, (theirs) => {
      const now = ports.clock.now();
      const mark = `${theirs.holder} ${theirs.term} ${theirs.until}`;
      const known = seen.get(name);
      const since = known?.mark === mark ? known.since : now;
      seen.set(name, { mark, since });
      askAgainAt = Math.min(theirs.until, since + LEASE_LASTS);
      return now - since >= LEASE_LASTS;
    });
    return lease === undefined ? { held: 'theirs', askAgainAt } : { held: 'ours', lease };
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
