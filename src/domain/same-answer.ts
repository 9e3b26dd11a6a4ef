import type { AccountLine, Verdict } from './answers';
import type { Actor } from './person';
import type { Evidence } from './evidence';

/** Whether two names are one company's, as far as the lists tell. */
export type SameAnswer =
  | { readonly same: 'one-account'; readonly account: AccountLine }
  | { readonly same: 'two-accounts'; readonly accounts: readonly [AccountLine, AccountLine] }
  /** One name is an account's, the other that of the customer whom it is mapped to, or of another one. */
  | { readonly same: 'mapped'; readonly account: AccountLine; readonly customer: string }
  | { readonly same: 'mapped-else'; readonly account: AccountLine; readonly customer: string; readonly to: string }
  | {
      readonly same: 'fits';
      readonly account: AccountLine;
      readonly customer: string;
      readonly verdict: Exclude<Verdict, 'nothing-fits'>;
      readonly evidence: readonly Evidence[];
    }
  /** Somebody said that the account is not a customer: no likeness is weighed against that. */
  | { readonly same: 'ignored'; readonly account: AccountLine; readonly customer: string; readonly by: Actor }
  | { readonly same: 'no-sign'; readonly account: AccountLine; readonly customer: string }
  | { readonly same: 'cannot-tell'; readonly names: readonly [string, string] };
