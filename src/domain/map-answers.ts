import type { AccountLine, AccountPicture, CandidateLine, NearName } from './answers';
import type { Customer } from './customer';
import type { CustomerRef, Mapping } from './decision';
import type { Evidence } from './evidence';

/**
 * Why a decision is asked about once.
 * - `fits`: another customer fits almost certainly
 * - `others`: somebody else decided what this would replace or take back; a person is told of it
 */
export type Doubt =
  | { readonly doubt: 'fits'; readonly customer: CustomerRef }
  | { readonly doubt: 'others'; readonly mapping: Exclude<Mapping, { readonly state: 'open' }> };

/** `map A to B`, typed: what was understood, to be confirmed by a click. */
export type MapProposal =
  | {
      readonly answer: 'confirm';
      readonly picture: AccountPicture;
      readonly customer: Customer;
      readonly evidence: readonly Evidence[];
      readonly doubts: readonly Doubt[];
    }
  | { readonly answer: 'which-account'; readonly query: string; readonly choices: readonly AccountLine[] }
  | {
      readonly answer: 'which-customer';
      readonly account: AccountLine;
      readonly query: string;
      readonly choices: readonly Customer[];
    }
  | { readonly answer: 'no-account'; readonly query: string; readonly near: readonly NearName[] }
  | {
      readonly answer: 'no-customer';
      readonly account: AccountLine;
      readonly query: string;
      readonly near: readonly NearName[];
    };

/** A search among all customers, for the card of one account. */
export interface SearchAnswer {
  readonly picture: AccountPicture;
  readonly query: string;
  /** One page of them. */
  readonly found: readonly CandidateLine[];
  readonly offset: number;
  readonly total: number;
  /** There are more than `total`. */
  readonly more: boolean;
}
