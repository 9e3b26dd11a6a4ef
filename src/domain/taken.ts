import type { Customer } from './customer';
import type { Evidence } from './evidence';

/** How the account that an answer is about was found, where what was typed is not its name. */
export type Taken =
  /** A part of the name, which contradicts nothing in it and fits nothing else. */
  | { readonly taken: 'assumed'; readonly query: string }
  /** The name of a customer that no account is mapped to; this open account is almost certainly that customer. */
  | {
      readonly taken: 'likely';
      readonly query: string;
      readonly customer: Customer;
      /** What was typed is only a part of the customer's name. */
      readonly assumed: boolean;
      readonly evidence: readonly Evidence[];
    };
