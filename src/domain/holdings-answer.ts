import type { AccountLine } from './answers';
import type { Trouble } from './source';
import type { Instant } from './time';

/** The part of `show` that lists what a tenant has. */
export interface HoldingsAnswer {
  readonly what: 'subscriptions' | 'licences' | 'services' | 'users';
  readonly account: AccountLine;
  readonly rows: readonly {
    readonly name: string;
    readonly detail: Readonly<Record<string, string | number | boolean | undefined>>;
  }[];
  readonly total: number;
  /** There are more than `total`: the list is too long to be read while somebody waits. */
  readonly isPart?: true;
  readonly trouble?: Trouble;
  readonly now: Instant;
}
