import type { AccountFilter, Unknown } from './account-filter';
import type { AccountRecord, Needless } from './account';
import type { AccountLine, Freshness } from './answers';
import type { TimeZone } from './calendar';
import type { ListOrder } from './list-order';
import type { Instant } from './time';

/** What a list of accounts was narrowed down by, over how many it looked, and what could not be known. */
export interface Narrowed {
  readonly filter: AccountFilter;
  /**
   * Over how many accounts: all, those that were named, those of the provider that was named (`there`), or those that
   * accepted where only of them it can be known.
   */
  readonly over: number;
  readonly among: 'all' | 'accepted' | 'named' | 'there';
  /** How many more may belong to the list, by the reason why nobody can tell. */
  readonly unknown: Readonly<Partial<Record<Unknown, number>>>;
  /** The first of those that may belong to the list, where only the date is not known. */
  readonly undated: readonly ListLine[];
  /** When the oldest of the facts was looked up that are looked up one account at a time. */
  readonly oldestLook?: Instant;
  /** A period was asked for that has not begun, of something that has to have happened in it. */
  readonly ahead: boolean;
  /** The names of the providers that the filter speaks of, by id. */
  readonly providers: ReadonlyMap<string, string>;
  readonly zone: TimeZone;
}

/** What the line of a narrowed list tells besides. */
export interface ListLine extends AccountLine {
  readonly record?: AccountRecord;
  readonly country?: string;
}

export interface ProviderCount {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

export interface ListAnswer {
  readonly what: 'pending' | 'unmapped' | 'accepted';
  /** No list of accounts was ever read to its end, so an empty list says nothing. */
  readonly nothingRead?: true;
  readonly narrowed?: Narrowed;
  /** As a person wants it; absent where it is ordered as such lists are by themselves. */
  readonly order?: ListOrder;
  readonly lines: readonly ListLine[];
  /** How many there are in all; `lines` holds the first of them. */
  readonly total: number;
  /** With `pending`: companies that people watch and that have not turned up yet. */
  readonly awaited?: readonly { readonly query: string; readonly by: string; readonly since: Instant }[];
  /** In a digest: how many mappings do not go together. */
  readonly drifted?: number;
  /** Nobody has decided these either, but they need no customer. */
  readonly needless?: readonly Needless[];
  /** How many of them each provider has; absent while there is one only, and where the list is narrowed down. */
  readonly providers?: readonly ProviderCount[];
  readonly offset: number;
  readonly freshness: readonly Freshness[];
  readonly now: Instant;
}
