import type { CustomerRef } from './decision';

/**
 * What does not go together among the mappings of one company. (That the customer is inactive, its mapping says itself.)
 * - `two-customers`: the same tenant is mapped to another customer under another provider; `isLater`: after this one
 * - `nothing-in-common`: neither a name nor a domain is shared with the customer, nor with its accounts elsewhere
 * - `duplicate`: there are other records that nothing tells from the customer
 */
export type Drift =
  | {
      readonly drift: 'two-customers';
      readonly provider: string;
      readonly customer: CustomerRef;
      readonly isLater: boolean;
    }
  | { readonly drift: 'nothing-in-common'; readonly accounts: readonly AccountElsewhere[] }
  | { readonly drift: 'duplicate'; readonly records: readonly DuplicateRecord[] };

export interface AccountElsewhere {
  readonly name: string;
  readonly provider: string;
}

export interface DuplicateRecord extends CustomerRef {
  readonly number?: string;
}
