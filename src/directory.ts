import type { DirectoryRow } from './domain/account';
import type { CreationRefusal, CustomerDetails } from './domain/creation';
import type { Customer } from './domain/customer';
import type { BadRow, Hear, Look, SourceName, Trouble } from './domain/source';
import type { WriteRefusal } from './domain/write-back';

/** A provider account as the directory lists it: the join key and the row. */
export interface ListedRow {
  /** The provider's own id of the account; absent when the row holds none. */
  readonly ownId?: string;
  /** The same where it has the form of a tenant id, as it has at Partner Center. */
  readonly tenantId?: string;
  /** The directory's row of the provider that it belongs to, and what that is called. */
  readonly providerRowId?: string;
  readonly providerName?: string;
  readonly row: DirectoryRow;
}

/** A provider as the directory knows it: a Partner Center, a distributor, or what somebody keeps by hand. */
export interface ListedProvider {
  readonly rowId: string;
  readonly name: string;
  /** The directory's own word for what kind of provider it is; absent where it says none. */
  readonly kind?: string;
}

export interface RowFilter {
  /** The directory's ids of providers. */
  readonly except: readonly string[];
}

export interface MappingWrite {
  readonly rowId: string;
  /** The row's etag that we last saw. */
  readonly etag: string;
  /** `null` clears the lookup. */
  readonly customerId: string | null;
  /** Entra object id of the person who decided, so that "modified by" can name them. */
  readonly onBehalfOf?: string;
}

/**
 * - `written`: the row now points to the customer; `row` is its new state
 * - `changed`: somebody changed the row since we saw it (412); `row` is what is there now, nothing was written
 * - `row-gone`: the row is not there any more
 * - `refused`: the directory said no, and says so again until somebody does something; `trouble` is for operators
 * - `failed`: could not write; try again later
 */
export type MappingWriteOutcome =
  | { readonly outcome: 'written'; readonly row: DirectoryRow }
  | { readonly outcome: 'changed'; readonly row: DirectoryRow }
  | { readonly outcome: 'row-gone' }
  | { readonly outcome: 'refused'; readonly refusal: WriteRefusal; readonly trouble: Trouble }
  | { readonly outcome: 'failed'; readonly trouble: Trouble };

export interface NewCustomer {
  /** The id that it gets: whoever tries again finds what the first try made. */
  readonly id: string;
  readonly details: CustomerDetails;
  /** The customer's Entra tenant, for directories that store it. */
  readonly tenantId?: string;
  /** Also where the directory holds it for one that it has already. */
  readonly anyway: boolean;
  /** Entra object id of the person who wants it, so that "created by" can name them. */
  readonly onBehalfOf?: string;
}

/**
 * - `created`: it is there, from this try or an earlier one
 * - `refused`: nothing was made, and nothing will be until somebody does something; with `duplicate`, `like` are those of
 *   the directory that it may be
 * - `failed`: whether it arrived is unknown; look for it, or try again later
 */
export type NewCustomerOutcome =
  | { readonly outcome: 'created'; readonly customer: Customer }
  | {
      readonly outcome: 'refused';
      readonly refusal: CreationRefusal;
      readonly like: readonly Customer[];
      readonly trouble: Trouble;
    }
  | { readonly outcome: 'failed'; readonly trouble: Trouble };

/** How a directory gets a customer that it does not have. */
export type NewCustomers =
  | {
      readonly by: 'service';
      create(wanted: NewCustomer, signal?: AbortSignal): Promise<NewCustomerOutcome>;
      /** One customer, fresh; also one that no list has shown yet. */
      read(id: string, signal?: AbortSignal): Promise<Look<Customer>>;
    }
  /** A person copies a line into the file, which is in the file's own form. */
  | {
      readonly by: 'line';
      lineFor(details: CustomerDetails, tenantId: string | undefined): Promise<Look<string>>;
    };

/**
 * Where customers live and mappings are written to: Work 365 through Dataverse, or a file.
 * Listings throw `SourceFailure`; one that ends without a throw is complete. They wait where they must, and say so.
 */
export interface Directory {
  readonly source: SourceName;
  /** False for a file: then there are no rows and nothing to write. */
  readonly writesBack: boolean;
  listCustomers(signal?: AbortSignal, hear?: Hear): AsyncIterable<readonly Customer[]>;
  /** Those of the providers in `except` need not be read. */
  listRows(signal?: AbortSignal, hear?: Hear, some?: RowFilter): AsyncIterable<readonly ListedRow[]>;
  /** The directory's table of providers; `absent` where it has none. */
  listProviders(signal?: AbortSignal): Promise<Look<readonly ListedProvider[]>>;
  readRow(rowId: string, signal?: AbortSignal): Promise<Look<DirectoryRow>>;
  writeMapping(write: MappingWrite, signal?: AbortSignal): Promise<MappingWriteOutcome>;
  /** Absent where customers are not made from here. */
  readonly newCustomers?: NewCustomers;
  /** What is wrong with the set-up, each with its remedy; an empty list is good. Asked at start and by `health`. */
  check(signal?: AbortSignal): Promise<readonly Trouble[]>;
  /** Where the last listing of customers could not be read, for the log and for `health`. */
  badRows(): readonly BadRow[];
  /** Rows of provider accounts that the last listing of them could not read. */
  badAccountRows(): readonly BadRow[];
  /** Whether a customer that the last listing lacks may stand in a row of it that could not be read. */
  mayBeUnread(customer: Customer): boolean;
}
