import type { CustomerRef } from './decision';
import type { Instant } from './time';

/**
 * How far Work 365 knows of the mapping. `writtenVersion` is the `mappingVersion` that it has.
 * - `idle`: nothing to write
 * - `owed`: to be written, or being retried (`lastError` says why)
 * - `refused`: Work 365 said no, and will until somebody does something (`refusal` says what); tried again now and then
 * - `waiting-for-row`: Work 365 has no row for this account (yet, or any more), so there is nothing to write to
 * - `waiting-for-choice`: Work 365 has several rows for this account, and nobody has said which one is meant
 * - `written`: done at `at`
 * - `rehearsed`: the bot rehearses, so it is not written; it will be when the rehearsal is over
 * - `conflict`: Work 365 points elsewhere than a person's decision here; a person has to say which is right
 * - `not-applicable`: the directory takes no write-back (a customer file)
 */
export interface WriteBack {
  readonly state:
    | 'idle'
    | 'owed'
    | 'rehearsed'
    | 'refused'
    | 'waiting-for-row'
    | 'waiting-for-choice'
    | 'written'
    | 'conflict'
    | 'not-applicable';
  readonly writtenVersion: number;
  readonly at?: Instant;
  readonly attempts: number;
  /** Since when it has failed again and again. */
  readonly failingSince?: Instant;
  readonly notBefore?: Instant;
  readonly lastError?: string;
  /** With `refused`. */
  readonly refusal?: WriteRefusal;
  /**
   * A write that was begun and whose outcome is not noted yet. Noted before the request leaves, so that whoever comes
   * after a crash looks at the row first instead of believing what the record remembers of it.
   */
  readonly begun?: { readonly customerId: string | null; readonly at: Instant };
  /** With `conflict`. */
  readonly theirs?: Theirs;
}

/**
 * Why Work 365 takes no write of this mapping.
 * - `customer-gone`: the customer was deleted or deactivated there; `words` are absent
 * - `no-right`: the app may not write; `words` name the privilege that it lacks, when Work 365 names it
 * - `person`: the person who decided is unknown there, or may not write; `words` name the privilege, if known
 * - `data`: a rule of Work 365 forbids it; `words` are its own, cleaned and cut
 */
export interface WriteRefusal {
  readonly kind: 'customer-gone' | 'no-right' | 'person' | 'data';
  readonly words?: string;
}

/** What Work 365 says against a decision made here. */
export interface Theirs {
  /** Absent: it points to nobody. */
  readonly customer?: CustomerRef;
  /** Who changed the row last, as Work 365 names them. */
  readonly by?: string;
  /** Work 365 had our decision before, and somebody changed it there; else both sides decided by themselves. */
  readonly replaced: boolean;
}

/** How long a begun write may stay without a noted outcome before somebody looks at the row, in milliseconds. */
export const WRITE_CLAIM_LAPSES_AFTER = 60_000;

/** How long after a refusal it is tried again, in milliseconds: somebody may have mended the cause. */
export const REFUSED_AGAIN_AFTER = 30 * 60_000;
