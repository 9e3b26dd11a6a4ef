import type { Condition } from './account-filter';
import type { Span } from './span';

/** Somebody as typed, or the person who asks. */
export type WhoAsked = { readonly name: string } | 'me';

/** A condition as it was said: who and where are still words. */
export type ConditionAsked =
  | Exclude<Condition, { readonly is: 'decided' | 'provider' }>
  | {
      readonly is: 'decided';
      readonly not?: true;
      readonly verdict?: 'mapped' | 'ignored';
      readonly who?: WhoAsked;
      readonly span?: Span;
    }
  /** No country that we know by that name; it may be one of the partner's providers. */
  | { readonly is: 'place'; readonly not?: true; readonly place: string };

export interface FilterAsked {
  readonly conditions: readonly ConditionAsked[];
  /** Words that would narrow the list further and that were not understood. */
  readonly unclear?: readonly string[];
}
