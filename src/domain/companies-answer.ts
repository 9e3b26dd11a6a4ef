import type { InvitationLine } from './invitation-answers';
import type { Needless } from './account';
import type { Acceptance, ResellerFact } from './acceptance';
import type { AccountLine, Freshness, NearName } from './answers';
import type { ProviderRow } from './everywhere-answer';
import type { Taken } from './taken';
import type { Instant } from './time';

/** What is answered about one name of a list. */
export type CompanyRow =
  /** The account that is meant; `assumed` when what was typed is a part of its name, or of the customer `by`. */
  | {
      readonly row: 'account';
      readonly query: string;
      readonly account: AccountLine;
      readonly acceptance: Acceptance;
      readonly assumed: boolean;
      readonly by?: string;
    }
  /** The company has accounts under several providers. */
  | {
      readonly row: 'everywhere';
      readonly query: string;
      readonly name: string;
      readonly rows: readonly ProviderRow[];
    }
  /** The name is a customer's whom no account is mapped to; this open account is most likely theirs. */
  | {
      readonly row: 'likely-as';
      readonly query: string;
      readonly customer: string;
      readonly account: AccountLine;
      readonly reseller: ResellerFact;
      /** Almost certainly. */
      readonly sure: boolean;
    }
  | { readonly row: 'which'; readonly query: string; readonly count: number; readonly names: readonly string[] }
  | {
      readonly row: 'absent';
      readonly query: string;
      readonly near?: NearName;
      readonly invited?: InvitationLine;
    }
  /** No provider could be asked, and our own copy does not have the name. */
  | { readonly row: 'could-not-look'; readonly query: string; readonly near?: NearName };

/** The answer to a question about several companies at once, in the order in which they were typed. */
export interface CompaniesAnswer {
  readonly rows: readonly CompanyRow[];
  readonly freshness: readonly Freshness[];
  readonly now: Instant;
}

/** One of the partner's providers, and its accounts. */
export interface ProviderAnswer {
  readonly id: string;
  readonly name: string;
  /** A Partner Center tenant of ours; else only Work 365 can see it. */
  readonly isOurs: boolean;
  readonly accounts: number;
  readonly open: number;
  readonly freshness: readonly Freshness[];
  readonly now: Instant;
}

export interface CountAnswer {
  /** Customers in the list of Partner Center that have accepted. */
  readonly accounts: number;
  /** Customer records of ours. */
  readonly customers: number;
  /** Accounts that wait for their customer record. */
  readonly open: number;
  /** Accounts that nobody has decided and that need none. */
  readonly needless: readonly Needless[];
  readonly freshness: readonly Freshness[];
  readonly now: Instant;
}

/** Where a company is; `customer` is the record that says it, where its provider does not. */
export interface CountryAnswer {
  readonly account: AccountLine;
  /** ISO 3166 alpha-2, upper case. */
  readonly country?: string;
  readonly customer?: string;
  readonly taken?: Taken;
}
