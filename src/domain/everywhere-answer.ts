import type { Acceptance } from './acceptance';
import type { AccountLine, Freshness } from './answers';
import type { Taken } from './taken';
import type { Instant } from './time';

/** What one provider has of a company. */
export interface ProviderRow {
  readonly account: AccountLine;
  readonly acceptance: Acceptance;
  /** Nobody has said so, but it is almost certainly this company. */
  readonly probably?: true;
}

/** The answer about a company that several providers have: a row each, and where it is not. */
export interface EverywhereAnswer {
  readonly query: string;
  /** Of the account that was found first. */
  readonly name: string;
  readonly rows: readonly ProviderRow[];
  readonly gaps: Gaps;
  /** The provider that was asked about, which has no account of the company. */
  readonly notAt?: string;
  readonly taken?: Taken;
  readonly freshness: readonly Freshness[];
  readonly now: Instant;
}

/** Names of the providers that have no account of a company, and of those whose accounts were never read to the end. */
export interface Gaps {
  readonly without: readonly string[];
  readonly notRead: readonly string[];
}
