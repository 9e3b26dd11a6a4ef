import type { AccountRecord } from './account';
import { languagesOfCountry } from './language';
import type { Language } from './language';
import { isNamed } from './tenant';

/** Of which accounts a conversation is told, besides their providers: all of it has to fit. */
export interface Routing {
  /** ISO 3166 alpha-2, upper case. */
  readonly countries?: Chosen<string>;
  /** With which letters their names begin: `A-K`, or `#` for what begins with none. */
  readonly letters?: Chosen<string>;
  /** What is spoken in their countries. */
  readonly languages?: Chosen<Language>;
  readonly size?: SizeRange;
  /** What no other channel is told of comes here. */
  readonly rest?: true;
}

/** One of these, or none of them. */
export interface Chosen<T extends string> {
  readonly of: readonly T[];
  readonly not?: true;
}

export interface SizeRange {
  readonly by: 'seats' | 'subscriptions';
  readonly from?: number;
  readonly to?: number;
}

/** What can be chosen, in the order in which it is looked at. */
export const ROUTED_BY = ['countries', 'letters', 'languages', 'size'] as const;
export type RoutedBy = (typeof ROUTED_BY)[number];

/** Whether an account fits; `unknown` where a fact of it is not known that it takes to say so. */
export type RoutingFit = { readonly fit: 'yes' } | { readonly fit: 'no' | 'unknown'; readonly by: RoutedBy };

/** What routing looks at. */
export type Routed = Pick<AccountRecord, 'tenant' | 'subscriptions'>;

const FITS: RoutingFit = { fit: 'yes' };

/** The first thing that does not fit; else the first that nobody can tell. */
export function routingFit(routing: Routing | undefined, account: Routed): RoutingFit {
  let fit: RoutingFit = FITS;
  if (routing === undefined) return fit;
  for (const by of ROUTED_BY) {
    const holds = RULES[by](routing, account);
    if (holds === false) return { fit: 'no', by };
    if (holds === undefined && fit.fit === 'yes') fit = { fit: 'unknown', by };
  }
  return fit;
}

/** Whether anything is chosen but that the rest comes here. */
export function isNarrowed(routing: Routing | undefined): boolean {
  return routing !== undefined && ROUTED_BY.some((by) => routing[by] !== undefined);
}

/** Undefined: it is not known. */
type Rule = (routing: Routing, account: Routed) => boolean | undefined;

const RULES: Readonly<Record<RoutedBy, Rule>> = {
  countries: ({ countries }, { tenant: { country } }) =>
    countries === undefined ? true : country === undefined ? undefined : isChosen(countries, [country]),
  letters: ({ letters }, { tenant }) => {
    if (letters === undefined) return true;
    // What it is called by then is its domain or its id.
    if (!isNamed(tenant)) return undefined;
    const letter = firstLetter(tenant.name);
    return letters.of.some((range) => isWithin(letter, range)) !== (letters.not === true);
  },
  languages: ({ languages }, { tenant: { country } }) => {
    if (languages === undefined) return true;
    if (country === undefined) return undefined;
    const spoken = languagesOfCountry(country);
    const [first = false, ...others] = spoken.map((language) => isChosen(languages, [language]));
    if (spoken.length === 0) return isChosen(languages, []);
    // Where several are spoken, the country says it only when all of them give the same answer.
    return others.every((other) => other === first) ? first : undefined;
  },
  size: ({ size }, { subscriptions }) => {
    if (size === undefined) return true;
    if (subscriptions?.state !== 'counted') return undefined;
    const count = size.by === 'seats' ? subscriptions.seats : subscriptions.active;
    return count === undefined ? undefined : count >= (size.from ?? 0) && count <= (size.to ?? Infinity);
  },
};

function isChosen<T extends string>({ of, not }: Chosen<T>, facts: readonly T[]): boolean {
  return facts.some((fact) => of.includes(fact)) !== (not === true);
}

/** Letters that are no others with a mark. */
const PLAIN: Readonly<Record<string, string>> = { Ø: 'O', Æ: 'A', Œ: 'O', Ł: 'L', Đ: 'D', Þ: 'T', ẞ: 'S' };

/** The letter under which a name stands, A to Z where it has one: Östermann stands under O. `#` for a name that begins with none. */
export function firstLetter(name: string): string {
  const first = /[\p{L}\p{N}]/u.exec(name)?.[0] ?? '#';
  const [letter = '#'] = first.normalize('NFKD').toUpperCase();
  return /\p{L}/u.test(letter) ? (PLAIN[letter] ?? letter) : '#';
}

function isWithin(letter: string, range: string): boolean {
  const [first = '', last = first] = range.split('-');
  return letter >= first && letter <= last && (letter === '#') === (first === '#');
}

/** What somebody said of it. */
export interface RoutingWish {
  /** `these`: named without a word on whether the others stay; `all`: nothing is to be chosen any more. */
  readonly what: 'only' | 'also' | 'not' | 'these' | 'all';
  readonly countries: readonly string[];
  readonly letters: readonly string[];
  readonly languages: readonly Language[];
  readonly size?: SizeRange | undefined;
  readonly rest?: boolean | undefined;
}

/** Whether anything but providers was spoken of. */
export function isOfAccounts({ what, countries, letters, languages, size, rest }: RoutingWish): boolean {
  const isNamed = [countries, letters, languages].some((list) => list.length > 0);
  return what === 'all' || isNamed || (size ?? rest) !== undefined;
}

/** The choice as it is wanted; undefined where nothing is chosen any more. */
export function changedRouting(before: Routing | undefined, wish: RoutingWish): Routing | undefined {
  const { what } = wish;
  if (what === 'all') return undefined;
  const isRestAlone = !isOfAccounts({ ...wish, rest: undefined });
  // Whoever wants nothing but the rest does without all else.
  const kept: Routing = isRestAlone && what === 'only' ? {} : (before ?? {});
  const takesRest = wish.rest ?? before?.rest === true;
  const next = {
    countries: changedChoice(kept.countries, wish.countries, what),
    letters: changedChoice(kept.letters, wish.letters, what),
    languages: changedChoice(kept.languages, wish.languages, what),
    size: wish.size ?? kept.size,
    rest: takesRest || undefined,
  };
  const chosen = Object.entries(next).filter(([, value]) => value !== undefined);
  return chosen.length === 0 ? undefined : Object.fromEntries(chosen);
}

/** With `not`: taken out of what was chosen, or all but these; one that is named alone is added to others. */
function changedChoice<T extends string>(
  before: Chosen<T> | undefined,
  named: readonly T[],
  what: RoutingWish['what'],
): Chosen<T> | undefined {
  if (named.length === 0) return before;
  const without = (list: readonly T[]): readonly T[] => list.filter((one) => !named.includes(one));
  const withThem = (list: readonly T[]): readonly T[] => [...new Set([...list, ...named])];
  if (what === 'not') {
    if (before === undefined || before.not === true) return { of: withThem(before?.of ?? []), not: true };
    const left = without(before.of);
    return left.length === 0 ? { of: named, not: true } : { of: left };
  }
  const adds = what === 'also' || (what === 'these' && named.length === 1);
  if (!adds || (before === undefined && what === 'these')) return { of: named };
  // All were told already.
  if (before === undefined) return undefined;
  if (before.not !== true) return { of: withThem(before.of) };
  const left = without(before.of);
  return left.length === 0 ? undefined : { of: left, not: true };
}
