import type { AccountLine, CandidateLine } from './answers';
import type { CustomerRef } from './decision';
import type { Instant } from './time';

/** A mapping of Work 365 that is not our first proposal. */
export interface ComparedMapping {
  readonly account: AccountLine;
  readonly theirs: CustomerRef;
  /** Absent where we would propose nobody. */
  readonly ours?: CandidateLine;
}

/** How our first proposals compare with what is mapped in Work 365: trust, and old mistakes. */
export interface ComparisonAnswer {
  /** How many mappings Work 365 has. */
  readonly all: number;
  /** Of these so many were compared before, and `total` here. */
  readonly after: number;
  readonly total: number;
  readonly same: number;
  /** One page of those that differ. */
  readonly others: readonly ComparedMapping[];
  readonly offset: number;
  /** How many the next part has; 0 after the last one. */
  readonly next: number;
  readonly rehearses: boolean;
  readonly now: Instant;
}
