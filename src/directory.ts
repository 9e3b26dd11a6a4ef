import type { DirectoryRow } from './domain/account';
import type { Customer } from './domain/customer';
import type { BadRow, Hear, Look, SourceName, Trouble } from './domain/source';
import type { WriteRefusal } from './domain/write-back';

/** A provider account as the directory lists it: the join key and the row. */
export interface ListedRow {
  /** The customer tenant's id, when the row holds one. */
  readonly tenantId?: string;
  /** The directory's id of the provider, for deployments with several. */
  readonly providerRowId?: string;
  readonly row: DirectoryRow;
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

/**
 * Where customers live and mappings are written to: Work 365 through Dataverse, or a file.
 * Listings throw `SourceFailure`; one that ends without a throw is complete. They wait where they must, and say so.
 */
export interface Directory {
  readonly source: SourceName;
  /** False for a file: then there are no rows and nothing to write. */
  readonly writesBack: boolean;
  listCustomers(signal?: AbortSignal, hear?: Hear): AsyncIterable<readonly Customer[]>;
  listRows(signal?: AbortSignal, hear?: Hear): AsyncIterable<readonly ListedRow[]>;
  readRow(rowId: string, signal?: AbortSignal): Promise<Look<DirectoryRow>>;
  writeMapping(write: MappingWrite, signal?: AbortSignal): Promise<MappingWriteOutcome>;
  /** What is wrong with the set-up, each with its remedy; an empty list is good. Asked at start and by `health`. */
  check(signal?: AbortSignal): Promise<readonly Trouble[]>;
  /** Where the last listing of customers could not be read, for the log and for `health`. */
  badRows(): readonly BadRow[];
  /** Rows of provider accounts that the last listing of them could not read. */
  badAccountRows(): readonly BadRow[];
  /** Whether a customer that the last listing lacks may stand in a row of it that could not be read. */
  mayBeUnread(customer: Customer): boolean;
}
