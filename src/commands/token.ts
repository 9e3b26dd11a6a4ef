import { beginsUpper, isAscii, isDigit, isWordChar } from './characters';

/** `mark` is punctuation or a sign; `id` a tenant id or a customer number. */
export type TokenKind = 'word' | 'quoted' | 'domain' | 'id' | 'arrow' | 'mark';

export interface Token {
  readonly kind: TokenKind;
  /** As typed; of quoted text, without the quotes. */
  readonly raw: string;
  /** Lower case, without accents and apostrophes: the form that the lexicon knows. */
  readonly fold: string;
  /** Offsets in the normalised text, quotes included. */
  readonly start: number;
  readonly end: number;
  /** Begins with a capital letter. */
  readonly capital: boolean;
}

export const TOKEN_LIMIT = 120;
const QUOTE_LIMIT = 120;

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const NUMBERED = /^(?=.{4,24}$)(?:[A-Z]{1,6}[-_/#]?\d{3,}|[a-z]{1,6}[-_#]\d{3,}|#\d+)$/;
const DOMAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62}\.){1,5}\p{L}{2,24}$/u;
const TOP_LEVEL = new Set(
  'com net org edu gov mil int info biz name pro app dev cloud online shop store tech site web blog xyz agency group company global world email solutions services systems digital media studio design london berlin paris bank insure health care school university academy coop aero jobs travel museum'.split(
    ' ',
  ),
);
const ADDRESS = /^https?:\/\/[^\s"<>]{1,300}/i;
const ARROW = /^(?:<?[-=~]{1,3}>{1,2}|[→⇒➜➡⟶⇨►▶]|={1,2}|>{1,2}|:=)/u;
const ELISION = /^(?:[ldjmnstc]|qu|jusqu|lorsqu|puisqu)'(?=\p{L})/iu;
const ABBREVIATION = new Set(
  'st mt ft dr jr sp sw hnos gebr mr mrs ms prof inc ltd co corp bros plc llc no nr intl dept univ assoc mfg gmbh kg ag sa bv nv cia sl srl ste cie vs pvt pte pty sp sro doo lda ltda kft oy ab aps sdn bhd'.split(
    ' ',
  ),
);

/** The form in which words are compared. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (isAscii(lower)) return lower.includes("'") ? lower.replaceAll("'", '') : lower;
  return lower
    .normalize('NFD')
    .replace(/[\p{M}']/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/œ/g, 'oe')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae');
}

/** Where the text ends that is cut into tokens. */
export function readableEnd(text: string): number {
  const tokens = tokenise(text);
  return tokens.length < TOKEN_LIMIT ? text.length : (tokens.at(-1)?.end ?? 0);
}

/** Cuts normalised text into at most TOKEN_LIMIT tokens, in one pass. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length && tokens.length < TOKEN_LIMIT) {
    if (text.charCodeAt(at) === 32) {
      at += 1;
      continue;
    }
    const token = quoted(text, at) ?? arrow(text, at) ?? word(text, at) ?? mark(text, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function make(kind: TokenKind, raw: string, start: number, end: number): Token {
  return { kind, raw, fold: fold(raw), start, end, capital: beginsUpper(raw) };
}

function quoted(text: string, at: number): Token | undefined {
  const quote = text[at];
  if (quote !== '"' && quote !== "'" && quote !== '[') return undefined;
  if (quote === "'" && isWordChar(text, at - 1)) return undefined;
  const window = text.slice(at + 1, at + 1 + QUOTE_LIMIT);
  const length = closing(window, quote === '[' ? ']' : quote);
  const inner = window.slice(0, Math.max(length, 0)).trim();
  if (length < 1 || inner === '' || !/[\p{L}\p{N}]/u.test(inner)) return undefined;
  return make('quoted', inner, at, at + length + 2);
}

/** A single quote closes only where no letter follows: `'Margie's Travel'` is one name. */
function closing(window: string, quote: string): number {
  let found = window.indexOf(quote);
  while (quote === "'" && found >= 0 && isWordChar(window, found + 1)) found = window.indexOf(quote, found + 1);
  return window.slice(0, Math.max(found, 0)).includes('\n') ? -1 : found;
}

function arrow(text: string, at: number): Token | undefined {
  if (isWordChar(text, at)) return undefined;
  const found = ARROW.exec(text.slice(at, at + 5));
  if (!found) return undefined;
  return make('arrow', found[0], at, at + found[0].length);
}

function word(text: string, at: number): Token | undefined {
  if (!isWordChar(text, at) && !(text[at] === '#' && isDigit(text, at + 1))) return undefined;
  const address = beginsAddress(text, at) ? ADDRESS.exec(text.slice(at, at + 310)) : null;
  if (address) return domainToken(address[0], at);
  let end = at + 1;
  let joined = text[at] === '#';
  for (; end < text.length; end += 1) {
    if (isWordChar(text, end)) continue;
    if (!joins(text, end)) break;
    joined = true;
  }
  const elision = joined ? ELISION.exec(text.slice(at, Math.min(end, at + 9))) : null;
  if (elision) return make('word', elision[0], at, at + elision[0].length);
  const raw = text.slice(at, end);
  if (joined && GUID.test(raw)) return make('id', raw, at, end);
  if (joined && isDomain(raw)) return domainToken(raw, at);
  if (text[end] === '.' && isAbbreviated(raw)) return make('word', `${raw}.`, at, end + 1);
  // A customer number ends with a digit.
  const numbered = isDigit(text, end - 1) && NUMBERED.test(raw);
  return make(numbered ? 'id' : 'word', raw, at, end);
}

function beginsAddress(text: string, at: number): boolean {
  const first = text[at];
  return (first === 'h' || first === 'H') && text.slice(at + 4, at + 8).includes('://');
}

function domainToken(raw: string, at: number): Token {
  const trimmed = raw.replace(/[.,;:!?)\]]{1,5}$/, '');
  return make('domain', trimmed, at, at + trimmed.length);
}

function isDomain(raw: string): boolean {
  if (raw.length > 120 || !raw.includes('.')) return false;
  const host = raw.includes('@') ? raw.slice(raw.lastIndexOf('@') + 1) : raw;
  return DOMAIN.test(host) && isTopLevel(host.slice(host.lastIndexOf('.') + 1).toLowerCase());
}

/** Country codes have two letters; of the longer ones these are met. Else "Enterpr.Ltd" were a domain. */
function isTopLevel(label: string): boolean {
  return label.length === 2 || TOP_LEVEL.has(label) || label.startsWith('xn--');
}

/** Signs that belong to a word when letters or digits stand on both sides. */
function joins(text: string, at: number): boolean {
  const char = text[at] ?? '';
  if (char === ':') return isDigit(text, at - 1) && isDigit(text, at + 1);
  return "&'.-_/+@#*".includes(char) && isWordChar(text, at + 1) && isWordChar(text, at - 1);
}

function isAbbreviated(raw: string): boolean {
  return /^\p{L}$/u.test(raw) || /^\p{L}(?:\.\p{L}){1,4}$/u.test(raw) || ABBREVIATION.has(raw.toLowerCase());
}

function mark(text: string, at: number): Token {
  const code = text.codePointAt(at) ?? 0;
  const end = at + (code > 0xffff ? 2 : 1);
  return make('mark', text.slice(at, end), at, end);
}
