import { documentId } from '../domain/documents';
import type { Document } from '../domain/documents';
import type { Clock, Instant } from '../domain/time';
import { LEASE_LASTS } from '../records/hold-lease';

/** Which replica has how many of the leases that are divided, as far as the store's tail has told. */
export interface Division {
  /** Takes in what the tail says of a lease. Gives its name when another replica has just given it back. */
  hear(document: Document): string | undefined;
  /** One of `ours` is to go to a replica that has at least two fewer. */
  hasTooMany(ours: number): boolean;
  /** Until when a lease that was given back is left to whoever has fewer than `ours`: as long as that one needs to ask. */
  leftUntil(name: string, ours: number): Instant | undefined;
  gaveBack(name: string): void;
}

/**
 * Replicas divide leases without a word to each other: whoever has two more than another one gives one back, and that
 * one hears of it in the tail. A replica that asked for nothing within the time of a lease does not want it.
 */
export function createDivision(
  names: ReadonlySet<string>,
  deps: {
    readonly clock: Clock;
    readonly replica: string;
    /** Ids of the documents of the other replicas that were heard of lately. */
    readonly living: () => readonly string[];
  },
): Division {
  const { clock, replica, living } = deps;
  const nameOf = new Map([...names].map((name) => [documentId('lease', name), name]));
  const holders = new Map<string, string>();
  const freeSince = new Map<string, Instant>();

  function fewest(): number {
    const counts = living().map((other) => [...holders.values()].filter((holder) => holder === other).length);
    return Math.min(...counts, Infinity);
  }

  function gaveBack(name: string): void {
    holders.delete(name);
    freeSince.set(name, clock.now());
  }

  return {
    gaveBack,
    hear(document) {
      if (document.kind !== 'lease') return undefined;
      const name = nameOf.get(document.id);
      if (name === undefined) return undefined;
      if (document.until > 0) {
        holders.set(name, documentId('replica', document.holder));
        freeSince.delete(name);
        return undefined;
      }
      if (!freeSince.has(name)) gaveBack(name);
      return document.holder === replica ? undefined : name;
    },
    hasTooMany: (ours) => ours - fewest() >= 2,
    leftUntil(name, ours) {
      const until = (freeSince.get(name) ?? -Infinity) + LEASE_LASTS;
      return clock.now() < until && fewest() < ours ? until : undefined;
    },
  };
}
