import type { NameMatch } from './name-index';

export type Resolution =
  | { readonly kind: 'one'; readonly match: NameMatch }
  | { readonly kind: 'several'; readonly matches: readonly NameMatch[] }
  /** Nothing was meant with certainty; these are near. */
  | { readonly kind: 'near'; readonly matches: readonly NameMatch[] }
  | { readonly kind: 'none' };

/** A close match that leads the next by less may mean either. */
const CLEAR_LEAD = 0.2;

/**
 * One clear match, several to choose from, only near names, or nothing; `matches` are of one `lookup`, best first.
 * The surest kind of match decides alone: an id before a name, a whole name before a part; among whole names the one
 * that was typed letter by letter before those with another legal form.
 */
export function resolve(matches: readonly NameMatch[]): Resolution {
  const [first] = matches;
  if (first === undefined) return { kind: 'none' };
  if (first.exactness === 'similar') return { kind: 'near', matches };
  const sure = matches.filter((match) => match.exactness === first.exactness);
  const equal = sure.filter((match) =>
    first.exactness === 'close' ? first.score - match.score < CLEAR_LEAD : match.score === first.score,
  );
  return equal.length === 1 ? { kind: 'one', match: first } : { kind: 'several', matches: equal };
}
