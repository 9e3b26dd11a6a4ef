import type { AccountLine, AccountPicture, CandidateLine, NearName } from './answers';
import type { Customer } from './customer';
import type { CustomerRef, Mapping } from './decision';
import type { Evidence } from './evidence';
import type { Taken } from './taken';

/**
 * Why a decision is asked about once.
 * - `fits`: another customer fits almost certainly
 * - `others`: somebody else decided what this would replace or take back; a person is told of it
 */
export type Doubt =
  | { readonly doubt: 'fits'; readonly customer: CustomerRef }
  | { readonly doubt: 'others'; readonly mapping: Exclude<Mapping, { readonly state: 'open' }> };

/** `map A to B`, typed, when it is clear which account A is: what was understood, to be confirmed by a click. */
export type MapProposal =
  | {
      readonly answer: 'confirm';
      readonly picture: AccountPicture;
      readonly customer: Customer;
      readonly evidence: readonly Evidence[];
      readonly doubts: readonly Doubt[];
      /** How the account was found. */
      readonly taken?: Taken;
      /** What was typed for the customer, when that is only a part of its name. */
      readonly goingBy?: string;
    }
  | {
      readonly answer: 'which-customer';
      readonly account: AccountLine;
      readonly query: string;
      readonly choices: readonly Customer[];
    }
  | {
      readonly answer: 'no-customer';
      readonly account: AccountLine;
      readonly query: string;
      readonly near: readonly NearName[];
    };

/** A search among all customers, for the card of one account. */
export interface SearchAnswer {
  /** No customer goes by the words or holds them; what was found is merely near. */
  readonly near: boolean;
  readonly picture: AccountPicture;
  readonly query: string;
  /** One page of them. */
  readonly found: readonly CandidateLine[];
  readonly offset: number;
  readonly total: number;
  /** There are more than `total`. */
  readonly more: boolean;
}
