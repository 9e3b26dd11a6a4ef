import type { AccountFilter, Condition } from './account-filter';
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
  /**
   * No country that we know by that name; it may be one of the partner's providers. With `isProvider` it was said to be one.
   */
  | { readonly is: 'place'; readonly not?: true; readonly place: string; readonly isProvider?: true };

export interface FilterAsked {
  readonly conditions: readonly ConditionAsked[];
  /** Words that would narrow the list further and that were not understood. */
  readonly unclear?: readonly string[];
}

/** The filter of a list as it would be asked for anew: who clicks its next page goes on talking from there. */
export function askedAnew(filter: AccountFilter): FilterAsked {
  return { conditions: filter.map(saidOf) };
}

function saidOf(condition: Condition): ConditionAsked {
  if (condition.is === 'provider') {
    const { provider: place, not } = condition;
    return { is: 'place', place, ...(not === undefined ? {} : { not }) };
  }
  if (condition.is !== 'decided') return condition;
  const { by, ...rest } = condition;
  return by === undefined ? rest : { ...rest, who: { name: by.name ?? 'Work 365' } };
}
