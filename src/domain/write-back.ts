import type { CustomerRef } from './decision';
import type { Instant } from './time';

/**
 * How far Work 365 knows of the mapping. `writtenVersion` is the `mappingVersion` that it has.
 * - `idle`: nothing to write
 * - `owed`: to be written, or being retried (`lastError` says why)
 * - `waiting-for-row`: Work 365 has not synced this account yet, so there is no row to write to
 * - `written`: done at `at`
 * - `conflict`: Work 365 points to another customer; a person has to say which is right
 * - `not-applicable`: the directory takes no write-back (a customer file)
 */
export interface WriteBack {
  readonly state: 'idle' | 'owed' | 'waiting-for-row' | 'written' | 'conflict' | 'not-applicable';
  readonly writtenVersion: number;
  readonly at?: Instant;
  readonly attempts: number;
  /** Since when it has failed again and again. */
  readonly failingSince?: Instant;
  readonly notBefore?: Instant;
  readonly lastError?: string;
  /**
   * A write that was begun and whose outcome is not noted yet. Noted before the request leaves, so that whoever comes
   * after a crash looks at the row first instead of believing what the record remembers of it.
   */
  readonly begun?: { readonly customerId: string | null; readonly at: Instant };
  /** With `conflict`: what Work 365 says, and who put it there. */
  readonly theirs?: CustomerRef & { readonly by?: string };
}

/** How long a begun write may stay without a noted outcome before somebody looks at the row, in milliseconds. */
export const WRITE_CLAIM_LAPSES_AFTER = 60_000;
