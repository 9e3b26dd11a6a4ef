import type { Clock, Instant } from '../domain/time';
import type { Log } from '../runtime/log';
import type { Holding, Lease } from '../records/hold-lease';
import type { Division } from './division';

export interface LeasesDeps {
  /** Takes or renews a lease, or says when to ask for it again. */
  readonly hold: (name: string) => Promise<Holding>;
  readonly release: (lease: Lease) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
  /** Those that the replicas divide among themselves, and how they stand. */
  readonly divided: ReadonlySet<string>;
  readonly division: Division | undefined;
  /** Something is done under it right now. */
  readonly isAtWork: (name: string) => boolean;
  /** It has come or gone. */
  readonly changed: (name: string) => void;
}

/** The leases of one replica. */
export interface Leases {
  /** It is ours, asked for or renewed where that is not sure. */
  isHeld(name: string): Promise<boolean>;
  renew(name: string): Promise<boolean>;
  renewAll(): Promise<void>;
  /** Gives one back that another replica should have. */
  giveWay(): Promise<void>;
  /** What is ours now, as far as this replica knows. */
  ours(name: string): Lease | undefined;
  /** When the lease of another replica may be free. */
  askAgainAt(name: string): Instant | undefined;
  /** Another replica has given it back. */
  isFree(name: string): void;
  releaseAll(): Promise<void>;
}

/** How often a held lease is renewed, in milliseconds; well within the time that it lasts. */
export const RENEW_LEASES_EVERY = 6_000;

export function createLeases(deps: LeasesDeps): Leases {
  const { hold, release, clock, log, divided, division } = deps;
  const held = new Map<string, Lease>();
  const asking = new Map<string, Promise<boolean>>();
  const askAgainAt = new Map<string, Instant>();
  /** On its way back to the store: nobody of ours asks for it meanwhile. */
  const leaving = new Set<string>();
  /** Given back, and nobody wanted it. */
  const unwanted = new Set<string>();

  const dividedOurs = (): readonly string[] => [...held.keys()].filter((name) => divided.has(name));

  /** Several jobs share a lease; while one of them asks for it, the others wait for the same answer. */
  function renew(name: string): Promise<boolean> {
    if (leaving.has(name)) return Promise.resolve(false);
    const answer = asking.get(name) ?? ask(name).finally(() => asking.delete(name));
    asking.set(name, answer);
    return answer;
  }

  async function ask(name: string): Promise<boolean> {
    const before = held.get(name);
    const holding = await hold(name);
    const lease = holding.held === 'ours' ? holding.lease : undefined;
    if (holding.held === 'ours') {
      held.set(name, holding.lease);
      askAgainAt.delete(name);
    } else {
      held.delete(name);
      unwanted.delete(name);
      askAgainAt.set(name, holding.askAgainAt);
    }
    // Operators ask which replica does the work; these lines of all replicas together tell.
    if (before?.term !== lease?.term) deps.changed(name);
    if (before !== undefined && before.term !== lease?.term) log.info({ lease: name, term: before.term }, 'lease lost');
    if (lease !== undefined && before?.term !== lease.term) log.info({ lease: name, term: lease.term }, 'lease taken');
    return lease !== undefined;
  }

  return {
    renew,
    isHeld(name) {
      const lease = held.get(name);
      // Renewed in good time by the renewal; asked for here only when it is not ours.
      if (lease !== undefined && lease.until - clock.now() > RENEW_LEASES_EVERY) return Promise.resolve(true);
      const leftUntil = lease === undefined ? division?.leftUntil(name, dividedOurs().length) : undefined;
      if (leftUntil === undefined) return renew(name);
      askAgainAt.set(name, leftUntil);
      return Promise.resolve(false);
    },
    async renewAll() {
      for (const name of [...held.keys()]) await renew(name);
    },
    async giveWay() {
      const ours = dividedOurs();
      if (division?.hasTooMany(ours.length) !== true) return;
      const name = ours.find((one) => !unwanted.has(one) && !asking.has(one) && !deps.isAtWork(one));
      const lease = name === undefined ? undefined : held.get(name);
      if (name === undefined || lease === undefined) return;
      leaving.add(name);
      held.delete(name);
      unwanted.add(name);
      try {
        await release(lease);
        division.gaveBack(name);
        log.info({ lease: name, term: lease.term }, 'lease given back');
      } finally {
        leaving.delete(name);
        // Whoever waits for its next time under this lease waits for the lease now.
        deps.changed(name);
      }
    },
    ours: (name) => held.get(name),
    askAgainAt: (name) => askAgainAt.get(name),
    isFree(name) {
      askAgainAt.delete(name);
      deps.changed(name);
    },
    async releaseAll() {
      await Promise.allSettled([...held.values()].map(release));
    },
  };
}
