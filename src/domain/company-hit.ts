import type { AccountRecord } from './account';
import type { Customer } from './customer';

/** What a search over all companies finds; `near`: its name is merely like what was typed. */
export type CompanyHit = { readonly near: boolean } & (
  | { readonly hit: 'account'; readonly account: AccountRecord }
  /** No account is mapped to it. */
  | { readonly hit: 'customer'; readonly customer: Customer }
);
