import { editDistance } from '../domain/edit-distance';
import { LANGUAGES } from '../domain/language';
import { foldAsked, itemsIn } from './filters/words';
import type { KnownNames } from './known-names';

/** One tenant of ours; "tenants" are customers. */
const TENANT = wordSet('tenant mandant mandanten inquilino locataire');
const PARTNER_CENTER = ['partner', 'center'];
/** What is sent to a customer: each provider has one of its own. */
const LINK_OF_ONE = /^(?:invit|einladung|uitnodiging|link$|lien$|enlace$)/;
/** Stands behind "the invitation link" where the customer follows. */
const FOR_WHOM = wordSet('for to fur an pour a para voor naar');
/** Before a tenant that is one of ours. */
const THE = wordSet('the our im dem beim vom unserem unseren le du au notre l el del al nuestro de het onze in van');
/** The same of one tenant; of "Mandanten" they may be several, who are customers. */
const THE_OR_SEVERAL = wordSet('der den');
/** Before a country that is one. */
const IN = wordSet('in from aus en au dans de uit');
/** Say nothing of which provider it is. */
const GENERIC = wordSet(
  'partner center centre microsoft csp tenant provider distributor distribution cloud group gmbh inc ltd limited the and von der und',
);

/** Whom partners buy from; that one of them was named says that a provider was meant. */
const DISTRIBUTORS = [
  ...['TD SYNNEX', 'Synnex', 'Tech Data', 'Ingram Micro', 'Ingram', 'Pax8', 'Crayon', 'Sherweb', 'Rhipe', 'Westcon'],
  ...['Dicker Data', 'Arrow ECS', 'Exertis', 'Copaco', 'AppRiver', 'Intcomex', 'ALSO Cloud', 'StreamOne'],
];

const SHORTEST_PART = 4;
/** A slip is forgiven in words of this length. */
const SLIPPERY = 6;

/** A word of a message, and where it stands. */
export interface FoldedWord {
  readonly text: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Where a message names a provider. */
export interface Mention {
  readonly place: string;
  /** The first and the last word of it. */
  readonly first: number;
  readonly last: number;
  /** All of the name was said. */
  readonly isWhole: boolean;
  /** Of something it is said whose it is, so that nothing else has to lead to it. */
  readonly isOwner?: true;
}

export function isIn(words: ReadonlySet<string>, all: readonly FoldedWord[], at: number): boolean {
  return words.has(all[at]?.folded ?? '');
}

/** The word that says what it is: "the Germany tenant". */
export function isRole(words: readonly FoldedWord[], at: number): boolean {
  return isIn(TENANT, words, at);
}

/** Every provider that is named, the longest reading at each place. */
export function mentionsIn(
  words: readonly FoldedWord[],
  providers: readonly string[],
  known: KnownNames | undefined,
): readonly Mention[] {
  const named = providers.map((name) => ({ name, parts: foldedWords(name) }));
  const others = DISTRIBUTORS.map((name) => ({ name, parts: foldedWords(name) })).filter(
    ({ name }) => known?.has(name) !== true,
  );
  const found: Mention[] = [];
  for (let at = 0; at < words.length;) {
    const mention =
      wholeAt(words, at, named) ??
      countryAt(words, at, named) ??
      partAt(words, at, named, known) ??
      otherAt(words, at, others);
    if (mention !== undefined) found.push(mention);
    at = mention === undefined ? at + 1 : mention.last + 1;
  }
  return found;
}

/** The same; beside a provider that is named, a country alone is the one that has it in its name: "UK and TD SYNNEX". */
export function placesIn(words: readonly FoldedWord[], providers: readonly string[]): readonly Mention[] {
  const found = mentionsIn(words, providers, undefined);
  if (found.length === 0) return found;
  const named = providers.map((name) => ({ name, parts: foldedWords(name) }));
  const countries = words.flatMap((word, at): readonly Mention[] => {
    if (found.some(({ first, last }) => at >= first && at <= last) || isIn(IN, words, at - 1)) return [];
    const [only, another] = bearingCountry(named, countriesOf([word]));
    return only === undefined || another !== undefined
      ? []
      : [{ place: only.name, first: at, last: at, isWhole: false }];
  });
  return [...found, ...countries];
}

function bearingCountry(named: readonly Named[], codes: ReadonlySet<string>): readonly Named[] {
  return named.filter(({ parts }) => parts.some((_, n) => shares(countriesOf(parts.slice(n, n + 1)), codes)));
}

interface Named {
  readonly name: string;
  readonly parts: readonly FoldedWord[];
}

function wholeAt(words: readonly FoldedWord[], at: number, named: readonly Named[]): Mention | undefined {
  const fitting = named
    .filter(({ parts }) => parts.length > 0 && parts.every(({ folded }, n) => isSame(words[at + n]?.folded, folded)))
    .sort((a, b) => b.parts.length - a.parts.length);
  const [best] = fitting;
  return best === undefined
    ? undefined
    : { place: best.name, first: at, last: at + best.parts.length - 1, isWhole: true };
}

/** A distributor that is none of ours, where something leads to it: it is said that it is none. */
function otherAt(words: readonly FoldedWord[], at: number, others: readonly Named[]): Mention | undefined {
  const found = wholeAt(words, at, others);
  return found === undefined ? undefined : { ...found, place: textOf(words, found.first, found.last), isWhole: false };
}

/** "Synnex", "Ingram": a word that one provider alone is called by, and no company of ours. */
function partAt(
  words: readonly FoldedWord[],
  at: number,
  named: readonly Named[],
  known: KnownNames | undefined,
): Mention | undefined {
  const word = words[at];
  if (word === undefined || word.folded.length < SHORTEST_PART || GENERIC.has(word.folded)) return undefined;
  const bearing = named.filter(({ parts }) => parts.some(({ folded }) => isSame(word.folded, folded)));
  const [only, another] = bearing;
  if (only === undefined || another !== undefined) return undefined;
  // "In Germany" is a country; "in the Germany tenant" is a provider.
  if (countriesOf([word]).size > 0 && !isRole(words, at + 1) && !isRole(words, at - 1)) return undefined;
  if (known?.has(word.text) === true) return undefined;
  return { place: only.name, first: at, last: at, isWhole: false };
}

/** "The German tenant", "le tenant allemand": the provider that has the country in its name. */
function countryAt(words: readonly FoldedWord[], at: number, named: readonly Named[]): Mention | undefined {
  for (let length = 3; length > 0; length -= 1) {
    const country = words.slice(at, at + length);
    if (country.length < length) continue;
    const noun = nounBeside(words, at, at + length) ?? linkBeside(words, at, at + length);
    if (noun === undefined) continue;
    const codes = countriesOf(country);
    if (codes.size === 0) continue;
    const [only, another] = bearingCountry(named, codes);
    const place = only === undefined || another !== undefined ? textOf(words, noun.first, noun.last) : only.name;
    return { place, ...noun, isWhole: true };
  }
  return undefined;
}

/** The noun behind the country or before it, where "the" makes it one of ours; with the whole that they make. */
function nounBeside(
  words: readonly FoldedWord[],
  first: number,
  end: number,
): { readonly first: number; readonly last: number } | undefined {
  const isNoun = (at: number): number => {
    if (isIn(TENANT, words, at)) return 1;
    return PARTNER_CENTER.every((part, n) => words[at + n]?.folded === part) ? 2 : 0;
  };
  const behind = isNoun(end);
  const isOne =
    isIn(THE, words, first - 1) || (isIn(THE_OR_SEVERAL, words, first - 1) && words[end]?.folded !== 'mandanten');
  if (behind > 0 && isOne) return { first, last: end + behind - 1 };
  for (const length of [1, 2]) {
    const start = first - length;
    const isOurs = length === PARTNER_CENTER.length || isIn(THE, words, start - 1);
    if (start > 0 && isNoun(start) === length && isOurs) return { first: start, last: end - 1 };
  }
  return undefined;
}

/** "The German invitation link", "le lien d'invitation allemand": the country alone is what says whose it is. */
function linkBeside(
  words: readonly FoldedWord[],
  first: number,
  end: number,
): { readonly first: number; readonly last: number; readonly isOwner: true } | undefined {
  const isLink = (at: number): boolean => LINK_OF_ONE.test(words[at]?.folded ?? '');
  const isBehind = isLink(first - 1) && (end === words.length || isIn(FOR_WHOM, words, end));
  return isLink(end) || isBehind ? { first, last: end - 1, isOwner: true } : undefined;
}

/** The countries that the words are: by name, by what is of there, or by code in capitals. */
function countriesOf(words: readonly FoldedWord[]): ReadonlySet<string> {
  const texts = words.map(({ text }) => text);
  const codes = LANGUAGES.flatMap((language) => {
    const [item, another] = itemsIn(texts, language);
    if (item === undefined || another !== undefined) return [];
    return item.meanings.flatMap(({ role, value }) => (role === 'country' && value !== undefined ? [value] : []));
  });
  const [only] = texts;
  if (texts.length === 1 && only !== undefined && /^[A-Z]{2}$/.test(only)) codes.push(only === 'UK' ? 'GB' : only);
  return new Set(codes);
}

function shares(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((one) => b.has(one));
}

function isSame(said: string | undefined, name: string): boolean {
  if (said === undefined || said === name) return said === name;
  return name.length >= SLIPPERY && said.length >= SLIPPERY - 1 && editDistance(said, name, 2) < 2;
}

function textOf(words: readonly FoldedWord[], first: number, last: number): string {
  return words
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join(' ');
}

export function foldedWords(text: string): readonly FoldedWord[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([word], at, all) => {
    const start = all[at]?.index ?? 0;
    return { text: word, folded: foldAsked(word), start, end: start + word.length };
  });
}

export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}
