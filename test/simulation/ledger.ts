import type { Decide } from '../../src/tasks/decide';

import type { Ground } from './ground';

/** A click of a person, before anybody knows what became of it. */
export interface MadeClick {
  readonly id: string;
  readonly personId: string;
  readonly accountId: string;
  readonly what: Decide | { readonly verb: 'create'; readonly asOf: number };
  readonly at: number;
}

/** What the world knows for certain, beside everything that the bot has written down. */
export interface Ledger {
  readonly clicks: Map<string, MadeClick>;
  /** Ids of decisions that a person was told of as made. */
  readonly acknowledged: Set<string>;
  /** Notices that an account was ever to show in a conversation, by both; each may be one message. */
  readonly wanted: Map<string, Set<string>>;
  /** Messages that a document names as its own. */
  readonly noted: Set<string>;
  /** When a new account had a card of its own, in each conversation. */
  readonly cards: Map<string, readonly { readonly accountId: string; readonly at: number }[]>;
  /** Tenants that came after the first look, and when. */
  readonly joined: Map<string, number>;
  /** No clock was ever set. */
  areClocksRight: boolean;
  /** Tenants that are no customers any more. */
  readonly left: Set<string>;
  /** Companies whose invitation somebody was told is noted. */
  readonly invited: Set<string>;
  /** Channels in which the installation was answered, and when. */
  readonly installed: Map<string, number>;
  /** When somebody was disturbed: what they did around then may have been done twice. */
  disturb(who: string, forMs?: number): void;
  readonly wasDisturbed: (who: string, from: number, to: number) => boolean;
  /** Promises that were broken, the first first. */
  readonly broken: Broken[];
  readonly breaks: (promise: string, detail: string) => void;
}

export interface Broken {
  readonly promise: string;
  readonly detail: string;
  readonly at: number;
}

export function createLedger(ground: Ground): Ledger {
  const { scheduler } = ground;
  const disturbances: { readonly who: string; readonly from: number; readonly to: number }[] = [];
  const broken: Broken[] = [];
  return {
    clicks: new Map(),
    acknowledged: new Set(),
    wanted: new Map(),
    noted: new Set(),
    cards: new Map(),
    joined: new Map(),
    left: new Set(),
    invited: new Set(),
    areClocksRight: true,
    installed: new Map(),
    disturb(who, forMs = 0) {
      disturbances.push({ who, from: scheduler.now(), to: scheduler.now() + forMs });
    },
    wasDisturbed: (who, from, to) =>
      disturbances.some((one) => (one.who === 'all' || who.startsWith(one.who)) && one.from <= to && one.to >= from),
    broken,
    breaks(promise, detail) {
      broken.push({ promise, detail, at: scheduler.now() });
      ground.tell('PROMISE', `${promise}: ${detail}`);
    },
  };
}
