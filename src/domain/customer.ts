/**
 * A customer is a record of ours: the row that Work 365 bills, or a line of the customer file.
 * `id` is the row's own id in its directory and never changes; everything else may.
 */
export interface Customer {
  readonly id: string;
  readonly name: string;
  /** What people call the record in the CRM, for example `AC-10482`. */
  readonly number?: string;
  /** As typed into the CRM: bare, with `www.` or a whole address. May be a free-mail host. */
  readonly website?: string;
  /** Mail domains known for the customer (of the record or its contacts), lower case. */
  readonly mailDomains?: readonly string[];
  readonly city?: string;
  /** ISO 3166 alpha-2, upper case. */
  readonly country?: string;
  /** The Entra tenant that the CRM itself stores for this customer, if it stores one. */
  readonly tenantId?: string;
}

/** A customer that came without a name is called by its number or its id: that is no name, and replaces none. */
export function withName(customer: Customer, known: Customer | undefined): Customer {
  const isNamed = customer.name !== customer.id && customer.name !== customer.number;
  return isNamed || known === undefined ? customer : { ...customer, name: known.name };
}

/** What a list of customers can say of each, by the names that settings use. */
export const CUSTOMER_COLUMNS = ['id', 'name', 'number', 'website', 'mail', 'city', 'country', 'tenant'] as const;

export type CustomerColumn = (typeof CUSTOMER_COLUMNS)[number];

/** What a list calls them, where it uses none of the usual names. */
export type NamedColumns = Readonly<Partial<Record<CustomerColumn, string>>>;
