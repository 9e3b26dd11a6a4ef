import { LANGUAGES } from '../domain/language';
import type { Language } from '../domain/language';
import type { SizeRange } from '../domain/routing';
import { foldedWords } from './provider-names';
import { mayRoute } from './routing-lexicon';
import type { RoutingRole } from './routing-lexicon';
import { itemsOf, languagesOfPeople, tokensOf } from './routing-tokens';
import type { RoutingItem } from './routing-tokens';

/** Of which accounts a conversation is to hear. */
export interface RoutingSaid {
  /** `these`: named without a word on whether the others stay; `all`: nothing is chosen any more. */
  readonly what: 'only' | 'also' | 'not' | 'these' | 'all';
  readonly providers: readonly string[];
  /** ISO 3166 alpha-2. */
  readonly countries: readonly string[];
  readonly letters: readonly string[];
  readonly languages: readonly Language[];
  readonly size?: SizeRange;
  /** What no other channel is told of comes here, or does not any more. */
  readonly rest?: boolean;
  /** With `all`: it is the providers of which all are meant. */
  readonly ofProviders?: true;
  readonly language: Language;
}

/** "Only German": it is the language that is meant. */
const LANGUAGE_ALONE =
  /^\s*(?:only|just|nur|seulement|uniquement|solo|sólo|solamente|alleen|enkel)\s+(?:(?:in|auf|en|op|het)\s+)*(?:english|german|french|spanish|dutch|englisch|deutsch|französisch|spanisch|niederländisch|holländisch|anglais|allemand|français|espagnol|néerlandais|inglés|alemán|francés|español|neerlandés|holandés|engels|duits|frans|spaans|nederlands)(?:,?\s+(?:please|bitte|svp|stp|por favor|graag|aub))?[\s.!]*$/iu;
/** A question asks what is set, and sets nothing. */
const ASKS = /\?\s*$/;
/** What is said longer than this is about something else. */
const MOST_WORDS = 24;
export const LONGEST = 300;

/**
 * How much a sentence has to say by itself.
 * - `whole`: that it is about what is told here
 * - `alone`: which accounts only, or that they are to be sent here: as somebody says it in a channel
 * - `after`: which accounts, where the choice was spoken of just before
 */
export type RoutingHeard = 'whole' | 'alone' | 'after';

/** "Announce only TD SYNNEX here", "A to K here", "all but Switzerland"; undefined where nothing of the kind is said. */
export function routingSaid(
  text: string,
  providers: readonly string[],
  heard: RoutingHeard = 'whole',
): RoutingSaid | undefined {
  if (text.length > LONGEST || ASKS.test(text)) return undefined;
  const words = foldedWords(text);
  if (words.length > MOST_WORDS) return undefined;
  if (heard === 'alone' && LANGUAGE_ALONE.test(text)) return undefined;
  if (heard === 'whole' && !mayRoute(words.map(({ folded }) => folded))) return undefined;
  const tokens = tokensOf(text, providers);
  const readings = LANGUAGES.map((language) => ({ language, items: itemsOf(tokens, language) }));
  // Where every word is known in one language, a word more in another one says nothing.
  for (const isTolerant of heard === 'whole' ? [false, true] : [false])
    for (const { language, items } of readings) {
      const said = readItems(items, providers, { isTolerant, heard });
      if (said !== undefined) return { ...said, language };
    }
  return undefined;
}

type Said = Omit<RoutingSaid, 'language'>;

interface Hearing {
  readonly isTolerant: boolean;
  readonly heard: RoutingHeard;
}

function readItems(
  all: readonly RoutingItem[],
  providers: readonly string[],
  { isTolerant, heard }: Hearing,
): Said | undefined {
  const hasNumber = all.some((one) => one.is === 'number');
  const items = all.map((one) => (one.is === 'role' ? { ...one, roles: [roleOf(one.roles, hasNumber)] } : one));
  const has = (role: RoutingRole): boolean => items.some((one) => one.is === 'role' && one.roles.includes(role));
  if (!isAccountedFor(items, isTolerant && has('announce'))) return undefined;
  const size = sizeIn(items);
  if (hasNumber && size === undefined) return undefined;
  const speaking = has('speaking') || (has('speak') && has('customers'));
  if (has('speak') && !speaking) return undefined;
  const codes = [...new Set(items.flatMap((one) => (one.is === 'country' ? one.codes : [])))];
  const named = {
    providers: [...new Set(items.flatMap((one) => (one.is === 'provider' ? [one.name] : [])))],
    countries: speaking ? [] : codes,
    letters: items.flatMap((one) => (one.is === 'letters' ? [one.range] : [])),
    languages: [
      ...items.flatMap((one) => (one.is === 'language' ? [one.language] : [])),
      ...(speaking ? languagesOfPeople(codes) : []),
    ],
    ...(size === undefined ? {} : { size }),
  };
  if (speaking && named.languages.length === 0) return undefined;
  return meant(named, has, { providers, heard });
}

/** A word that may be two things is what fits the others: "plus de 50", "plus de comptes". */
function roleOf(roles: readonly RoutingRole[], hasNumber: boolean): RoutingRole {
  const counts = roles.find((role) => COUNTING.has(role));
  if (counts !== undefined && hasNumber) return counts;
  return roles.find((role) => !COUNTING.has(role)) ?? 'fill';
}

const COUNTING: ReadonlySet<RoutingRole> = new Set(['over', 'atLeast', 'under', 'atMost', 'orMore', 'orLess']);

/** Where it is clear what is spoken of, one word more does not matter; a name would. */
function isAccountedFor(items: readonly RoutingItem[], isClear: boolean): boolean {
  const unknown = items.filter((one) => one.is === 'unknown');
  return unknown.length === 0 || (isClear && unknown.length === 1 && /^\p{Ll}/u.test(unknown[0]?.text ?? ''));
}

type Named = Pick<Said, 'providers' | 'countries' | 'letters' | 'languages' | 'size'>;

function meant(
  named: Named,
  has: (role: RoutingRole) => boolean,
  { providers, heard }: { readonly providers: readonly string[]; readonly heard: RoutingHeard },
): Said | undefined {
  const isNamed =
    named.size !== undefined ||
    [named.providers, named.countries, named.letters, named.languages].some((list) => list.length > 0);
  const isNot = has('not') && !has('only');
  if (!isNamed && !has('rest')) {
    const isOfHere = has('announce') || (has('here') && !has('tell'));
    const isAll = has('all') && !has('but') && !isNot && (isOfHere || heard === 'after');
    const ofProviders = has('providers');
    if (!isAll || (ofProviders && providers.length < 2)) return undefined;
    return { what: 'all', ...named, ...(ofProviders ? { ofProviders } : {}) };
  }
  if (!ENOUGH[heard](named, has)) return undefined;
  const rest = has('rest') ? { rest: !isNot || isNamed } : {};
  const what = has('only') ? 'only' : has('but') || has('not') ? 'not' : has('also') ? 'also' : 'these';
  return { what, ...named, ...rest };
}

/** Whether somebody wants it so, or only asks for a list. */
const ENOUGH: Readonly<Record<RoutingHeard, typeof isSetting>> = {
  whole: isSetting,
  alone: (_, has) => has('only') || (has('all') && has('but')) || (has('tell') && (has('here') || has('not'))),
  after: () => true,
};

function isSetting(named: Named, has: (role: RoutingRole) => boolean): boolean {
  if (has('announce')) return true;
  const isChange = (['only', 'but', 'not', 'also', 'rest', 'always'] as const).some(has);
  if (!has('here')) return (has('tell') && isChange && !has('customers')) || (has('rest') && isChange);
  if (has('tell')) return isChange || named.letters.length > 0;
  return isChange || named.letters.length > 0 || named.size !== undefined || !has('customers');
}

/** "More than 50 seats", "from 10 to 50 subscriptions"; undefined where no number is said, or not of what. */
function sizeIn(items: readonly RoutingItem[]): SizeRange | undefined {
  const roleAt = (at: number): RoutingRole | undefined => {
    const item = items[at];
    return item?.is === 'role' ? item.roles[0] : undefined;
  };
  const numbers = items.flatMap((one, at) => (one.is === 'number' ? [{ value: one.value, at }] : []));
  const [first, second, third] = numbers;
  const roles = items.map((_, at) => roleAt(at));
  const by = roles.includes('seats') ? 'seats' : roles.includes('subscriptions') ? 'subscriptions' : undefined;
  if (first === undefined || third !== undefined || by === undefined) return undefined;
  const { value, at } = first;
  if (second !== undefined) return { by, from: Math.min(value, second.value), to: Math.max(value, second.value) };
  const behind = [roleAt(at + 1), roleAt(at + 2)];
  if (behind.includes('orMore')) return { by, from: value };
  if (behind.includes('orLess')) return { by, to: value };
  switch (roleAt(at - 1)) {
    case 'over':
      return { by, from: value + 1 };
    case 'atLeast':
      return { by, from: value };
    case 'under':
      return value === 0 ? undefined : { by, to: value - 1 };
    case 'atMost':
      return { by, to: value };
    default:
      return undefined;
  }
}
