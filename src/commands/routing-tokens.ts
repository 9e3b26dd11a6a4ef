import { LANGUAGES, languagesOfCountry } from '../domain/language';
import type { Language } from '../domain/language';
import { foldAsked, itemsIn } from './filters/words';
import { foldedWords, placesIn } from './provider-names';
import { phraseAt } from './routing-lexicon';
import type { RoutingRole } from './routing-lexicon';

/** A word of the message, or something that was found in it before its words were looked at. */
export interface RoutingToken {
  readonly text: string;
  readonly folded: string;
  readonly is?: { readonly provider: string } | { readonly letters: string };
}

/** One thing that was said. */
export type RoutingItem =
  | { readonly is: 'role'; readonly roles: readonly RoutingRole[] }
  | { readonly is: 'country'; readonly codes: readonly string[] }
  | { readonly is: 'language'; readonly language: Language }
  | { readonly is: 'provider'; readonly name: string }
  | { readonly is: 'letters'; readonly range: string }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'unknown'; readonly text: string };

const LETTER = '(?<![\\p{L}\\p{N}.])(\\p{L})';
/** "A–K", "A to K", "de la A a la K", "0-9". */
const RANGE = new RegExp(
  `${LETTER}\\s*(?:[-–—]|\\s(?:to|thru|through|until|bis|bis zu|à|a|a la|hasta|hasta la|jusqu'à|tot|tot en met|t/m)\\s)\\s*(\\p{L})(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])0\\s*[-–—]\\s*9(?![\\p{L}\\p{N}])`,
  'giu',
);
const WORD = /[\p{L}\p{M}\p{N}]+|\+/gu;
const LONGEST_COUNTRY = 4;

/** Groups of countries that people name like one. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  dach: ['DE', 'AT', 'CH'],
  benelux: ['BE', 'NL', 'LU'],
  scandinavia: ['DK', 'NO', 'SE'],
  skandinavien: ['DK', 'NO', 'SE'],
  scandinavie: ['DK', 'NO', 'SE'],
  escandinavia: ['DK', 'NO', 'SE'],
  nordics: ['DK', 'NO', 'SE', 'FI', 'IS'],
  iberia: ['ES', 'PT'],
};

const COMPOUNDS: readonly (readonly [RegExp, Language])[] = [
  [/^(?:deutschsprachig|duitstalig|germanoph|germanoparl|germanohabl)/, 'de'],
  [/^(?:englischsprachig|engelstalig|angloph|anglohabl|angloparl|anglosprech)/, 'en'],
  [/^(?:franzosischsprachig|franstalig|francoph|francohabl|francoparl)/, 'fr'],
  [/^(?:spanischsprachig|spaanstalig|hispanoph|hispanohabl|hispanoparl)/, 'es'],
  [/^(?:niederlandischsprachig|hollandischsprachig|nederlandstalig|neerlandoph|neerlandohabl)/, 'nl'],
];

/** The words of a message, with the providers and ranges of letters in it. */
export function tokensOf(text: string, providers: readonly string[]): readonly RoutingToken[] {
  const found = [...providersIn(text, providers), ...rangesIn(text)].sort((a, b) => a.start - b.start);
  const tokens: RoutingToken[] = [];
  let at = 0;
  for (const { start, end, is } of found) {
    if (start < at) continue;
    tokens.push(...plainTokens(text.slice(at, start)), { text: text.slice(start, end), folded: '', is });
    at = end;
  }
  return [...tokens, ...plainTokens(text.slice(at))];
}

function plainTokens(text: string): readonly RoutingToken[] {
  return [...text.matchAll(WORD)].map(([word]) => ({ text: word, folded: foldAsked(word) }));
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly is: NonNullable<RoutingToken['is']>;
}

function providersIn(text: string, providers: readonly string[]): readonly Span[] {
  if (providers.length < 2) return [];
  const words = foldedWords(text);
  return placesIn(words, providers).flatMap(({ place, first, last }) => {
    const [begins, ends] = [words[first], words[last]];
    if (begins === undefined || ends === undefined || !providers.includes(place)) return [];
    return [{ start: begins.start, end: ends.end, is: { provider: place } }];
  });
}

function rangesIn(text: string): readonly Span[] {
  return [...text.matchAll(RANGE)].flatMap((found) => {
    const [all, first, last] = found;
    const span = { start: found.index, end: found.index + all.length };
    if (first === undefined || last === undefined) return [{ ...span, is: { letters: '#' } }];
    const [a = '', b = ''] = [first, last].map((letter) => foldAsked(letter).toUpperCase());
    return a.length === 1 && b.length === 1 ? [{ ...span, is: { letters: a <= b ? `${a}-${b}` : `${b}-${a}` } }] : [];
  });
}

/** What each part of the message is, as the language has it. */
export function itemsOf(tokens: readonly RoutingToken[], language: Language): readonly RoutingItem[] {
  const folded = tokens.map((token) => token.folded);
  const isShouted = !tokens.some(({ text, is }) => is === undefined && /\p{Ll}/u.test(text));
  const hasLetters = tokens.some(
    ({ is }, at) =>
      (is !== undefined && 'letters' in is) || phraseAt(folded, at, language)?.roles.includes('letters') === true,
  );
  const items: RoutingItem[] = [];
  for (let at = 0; at < tokens.length;) {
    const found = itemAt(tokens, folded, at, { language, isShouted, hasLetters });
    items.push(found.item);
    at += found.length;
  }
  return items;
}

interface Reading {
  readonly language: Language;
  readonly isShouted: boolean;
  readonly hasLetters: boolean;
}

function itemAt(
  tokens: readonly RoutingToken[],
  folded: readonly string[],
  at: number,
  { language, isShouted, hasLetters }: Reading,
): { readonly item: RoutingItem; readonly length: number } {
  const { text = '', is } = tokens[at] ?? {};
  const one = (item: RoutingItem) => ({ item, length: 1 });
  if (is !== undefined)
    return one('provider' in is ? { is: 'provider', name: is.provider } : { is: 'letters', range: is.letters });
  if (/^\d{1,6}$/.test(text)) return one({ is: 'number', value: Number(text) });
  const code = isShouted ? undefined : codeOf(text);
  if (code !== undefined) return one({ is: 'country', codes: [code] });
  if (hasLetters && /^\p{Lu}$/u.test(text)) return one({ is: 'letters', range: foldAsked(text).toUpperCase() });
  const spoken = COMPOUNDS.find(([begins]) => begins.test(folded[at] ?? ''));
  if (spoken !== undefined) return one({ is: 'language', language: spoken[1] });
  const country = countryAt(tokens, folded, at, language);
  const phrase = phraseAt(folded, at, language);
  if (phrase !== undefined && phrase.length >= (country?.length ?? 0))
    return { item: { is: 'role', roles: phrase.roles }, length: phrase.length };
  if (country !== undefined) return { item: { is: 'country', codes: country.codes }, length: country.length };
  return one({ is: 'unknown', text });
}

function countryAt(
  tokens: readonly RoutingToken[],
  folded: readonly string[],
  at: number,
  language: Language,
): { readonly codes: readonly string[]; readonly length: number } | undefined {
  const group = Object.hasOwn(GROUPS, folded[at] ?? '') ? GROUPS[folded[at] ?? ''] : undefined;
  if (group !== undefined) return { codes: group, length: 1 };
  const ahead = tokens.slice(at, at + LONGEST_COUNTRY);
  const plain = ahead.findIndex(({ is }) => is !== undefined);
  const words = (plain === -1 ? ahead : ahead.slice(0, plain)).map(({ text }) => text);
  // "Royaume-Uni" stands in the lexicon as one word.
  for (const joined of [words.slice(0, 1), words.slice(0, 2)]) {
    const asOne = joined.length === 2 ? [joined.join('-'), ...words.slice(2)] : words;
    const [first] = itemsIn(asOne, language);
    const country = first?.meanings.find(({ role }) => role === 'country')?.value;
    if (country === undefined || first === undefined) continue;
    const length = first.text.split(' ').length + (joined.length === 2 ? 1 : 0);
    return { codes: [country], length };
  }
  return undefined;
}

const NAMES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** ISO 3166 alpha-2 in capitals; "UK", which people write, is GB. */
function codeOf(text: string): string | undefined {
  if (!/^[A-Z]{2}$/.test(text)) return undefined;
  if (text === 'UK') return 'GB';
  return NAMES.of(text) === undefined ? undefined : text;
}

/** Countries that are named and nothing besides; undefined where something else is. */
export function countriesNamed(text: string): readonly string[] | undefined {
  const tokens = tokensOf(text, []);
  for (const language of LANGUAGES) {
    const items = itemsOf(tokens, language);
    const isPlain = items.every((one) => one.is === 'country' || (one.is === 'role' && one.roles.includes('fill')));
    if (isPlain) return [...new Set(items.flatMap((one) => (one.is === 'country' ? one.codes : [])))];
  }
  return undefined;
}

/** Letters and ranges of letters that are named and nothing besides; undefined where something else is. */
export function lettersNamed(text: string): readonly string[] | undefined {
  const ranges = tokensOf(text, []).flatMap(({ text: said, is }) => {
    if (is !== undefined && 'letters' in is) return [is.letters];
    return /^\p{L}$/u.test(said) ? [foldAsked(said).toUpperCase()] : [undefined];
  });
  const named = ranges.filter((range) => range !== undefined);
  return named.length === ranges.length ? [...new Set(named)] : undefined;
}

/** The language that people of the countries speak: "German" in "German-speaking". */
export function languagesOfPeople(codes: readonly string[]): readonly Language[] {
  return codes.flatMap((code) => languagesOfCountry(code).slice(0, 1));
}
