import type { Instant } from './time';

/** Where a fact comes from. */
export type SourceName = 'partner-center' | 'graph' | 'work365' | 'customer-file';

/**
 * Why we could not look. It is never an answer about a customer.
 * - `unreachable`: no connection, time-out, or 5xx, also when a gateway answers it with HTML
 * - `throttled`: asked to wait until `retryAt`
 * - `busy`: not asked, because our own share of what the source permits is used up for the moment
 * - `denied`: our own access is wrong (401, missing role or consent)
 * - `misconfigured`: a setting is missing or names something that is not there
 * - `bad-answer`: the answer had a shape that we do not understand
 */
export interface Trouble {
  readonly source: SourceName;
  readonly kind: 'unreachable' | 'throttled' | 'busy' | 'denied' | 'misconfigured' | 'bad-answer';
  /** For the log and for administrators; free of secrets and of customers' data. */
  readonly detail: string;
  /** What an administrator should do, naming the setting where there is one. */
  readonly remedy?: string;
  readonly retryAt?: Instant;
}

/** Who waits for an answer: a person, who is answered from our own copy rather than late, or a job, which has time. */
export type SourceLane = 'person' | 'job';

/** Hears what keeps a long reading waiting, while it still waits. */
export type Hear = (trouble: Trouble) => void;

/** An item of a list in which something could not be read. */
export interface BadRow {
  /** Line of a file, or position in a service's list, from 1. */
  readonly line: number;
  readonly column?: string;
  /** Free of customers' data. */
  readonly problem: string;
  /** The rest of the row was taken; without it the row was left out. */
  readonly taken?: true;
}

/** The answer to "look this up": seen, really not there, or could not look. */
export type Look<T> =
  /** `isPart`: a list that is longer than what was read of it. */
  | { readonly look: 'seen'; readonly value: T; readonly isPart?: true }
  | { readonly look: 'absent' }
  | { readonly look: 'failed'; readonly trouble: Trouble };

/** Thrown by listing calls only (they yield pages); everything else returns a `Look`. */
export class SourceFailure extends Error {
  constructor(
    readonly trouble: Trouble,
    options?: { cause?: unknown },
  ) {
    super(`${trouble.source}: ${trouble.kind}: ${trouble.detail}`, options);
    this.name = 'SourceFailure';
  }
}
