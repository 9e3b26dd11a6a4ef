import type { Unknown } from './account-filter';
import type { AccountLine } from './answers';
import type { Ending } from './ending';
import type { Instant } from './time';

/** What ends, the first to end first. */
export interface EndingsAnswer {
  readonly lines: readonly { readonly ending: Ending; readonly account: AccountLine }[];
  readonly total: number;
  readonly now: Instant;
  /** The period that was asked for; absent in what is told without asking. */
  readonly from?: Instant;
  readonly to?: Instant;
  /** Of how many accounts it is not known, by why; absent in what is told without asking. */
  readonly unknown?: Readonly<Partial<Record<Unknown, number>>>;
}
