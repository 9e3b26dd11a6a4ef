import type { NameMatch } from './name-index';

/** What a person means by a name. `others` and `near` are offered, best first. */
export type Resolution =
  /** This one: nothing that was typed speaks against it, and it can be nothing else. */
  | { readonly kind: 'one'; readonly match: NameMatch }
  /** A part of one name that contradicts nothing in it: answered at once, with the assumption said. */
  | { readonly kind: 'assumed'; readonly match: NameMatch }
  /** Near, but something typed contradicts it: the name typed is somebody else's until a person says otherwise. */
  | { readonly kind: 'probably'; readonly match: NameMatch; readonly others: readonly NameMatch[] }
  | { readonly kind: 'several'; readonly matches: readonly NameMatch[] }
  | { readonly kind: 'none'; readonly near: readonly NameMatch[] };

/**
 * `matches` are of one `lookup`, best first. The surest kind of match decides alone: an id before a name, a whole name
 * before a part; among whole names the one that was typed letter by letter before those with another legal form.
 */
export function resolve(matches: readonly NameMatch[]): Resolution {
  const [first, ...others] = matches;
  if (first === undefined || first.exactness === 'similar') return { kind: 'none', near: matches };
  if (first.exactness === 'near') return { kind: 'probably', match: first, others };
  const whole = first.exactness === 'exact';
  const equal = matches.filter((m) => m.exactness === first.exactness && (!whole || m.score === first.score));
  if (equal.length > 1) return { kind: 'several', matches: equal };
  return { kind: first.exactness === 'part' ? 'assumed' : 'one', match: first };
}
