import type { PhrasePart } from './match';
import type { Sentence } from './sentence';
import { spanKey } from './sentence';

/** What stands between two companies, or inside the name of one. */
const JOINS = new Set([
  'and',
  'or',
  'und',
  'oder',
  'et',
  'ou',
  'y',
  'e',
  'o',
  'u',
  'en',
  'of',
  '&',
  '+',
  'nor',
  'n',
  '/',
  'sowie',
  'ainsi',
]);
const ONE_WORD_ONLY = new Set(['e', 'o', 'u', 'of', 'ou', 'en']);
const FAMILY = new Set(
  'sons son daughters daughter co company partners partner associates brothers bros sisters friends family more beyond soehne sohn sohne toechter tochter partner fils filles cie hijos hijo hermanos zonen zoon zn'.split(
    ' ',
  ),
);
/** Small words that stand inside a name, seldom between two. */
const INNER = new Set('of for in at on de du des la le les der die das des fur del los las voor van der'.split(' '));
/** Articles and prepositions that are said again before a second company: "de Fabrikam y de Litware". */
const AGAIN = new Set('die der das dem den la le les el los las de del d l het'.split(' '));
/** Words that firms and institutes join with `and`. */
const PAIRED = new Set(
  `research science sciences technology technologies development health communications communication affairs arts art engineering education
  agriculture agricultural environment management sports sport industry industries industrial trade trading welfare culture cultural finance financial
  design services service medical medicine economics business commerce food foods beverage oil gas power water energy electric chemical pharmaceutical
  law letters tourism security safety rescue training consulting logistics transport construction investment investments insurance media
  entertainment hospital care home garden bath wine spirits ecology biology physics mathematics humanities policy planning forestry
  fisheries labour employment innovation biotechnology`.split(/\s+/),
);
const POSSESSIVE = /'s?$/i;

/** Joins whose score lies closer to zero than this can be read both ways. */
const UNCLEAR = 0.35;

interface Chunk {
  readonly start: number;
  readonly end: number;
}

/** The names in a span that was read as companies: one, or each of a list. */
export function companiesIn(sentence: Sentence, part: PhrasePart): readonly string[] {
  const chunks = sentence.knownSpans.has(spanKey(part.start, part.end)) ? [part] : split(sentence, part);
  return chunks
    .map((chunk) => nameOf(sentence, chunk, chunk.end === part.end ? part.end : undefined))
    .filter((name) => name !== '');
}

/** The span as one name: no quotes, no possessive that belongs to the sentence, no closing punctuation. */
export function nameOf(sentence: Sentence, chunk: Chunk, before?: number): string {
  const text = sentence
    .slice(chunk.start, chunk.end)
    .replace(/[?!,;:]+$/, '')
    .trim();
  if (/^\([^()]*\)$/.test(text)) return text.slice(1, -1);
  const last = sentence.tokens[chunk.end - 1];
  if (last?.kind === 'quoted' || before === undefined || !POSSESSIVE.test(text)) return text;
  return isOwner(sentence, chunk.start, before) ? text.replace(POSSESSIVE, '') : text;
}

/** Whether the 's belongs to the sentence: "Contoso's licences", "Contoso's accepted", but not "has Wendy's accepted". */
function isOwner(sentence: Sentence, start: number, next: number): boolean {
  const owned = [
    'status',
    'news',
    'subscriptions',
    'licences',
    'users',
    'history',
    'mapping',
    'invite',
    'link',
    'watches',
    'notifications',
    'show',
    'noun',
    'name',
    'customer',
  ] as const;
  if (owned.some((concept) => sentence.is(next, concept))) return true;
  const asked = start > 0 && [...Array(start).keys()].some((at) => sentence.is(at, 'aux'));
  return (
    !asked && (['accept', 'pending', 'still', 'neg', 'unmapped'] as const).some((concept) => sentence.is(next, concept))
  );
}

/** Whether a join in the span could as well part two companies as belong to one. */
export function isJoinUnclear(sentence: Sentence, part: PhrasePart): boolean {
  if (sentence.knownName(part.start, part.end) || isFamilyFirm(sentence, part)) return false;
  for (let at = part.start + 1; at < part.end - 1; at += 1) {
    const word = sentence.tokens[at]?.fold ?? '';
    if (!JOINS.has(word) || word === '&') continue;
    const inList = sentence.tokens.slice(part.start, part.end).some((token) => token.raw === ',');
    const left = { start: part.start, end: at };
    const right = { start: at + 1, end: part.end };
    if (Math.abs(likelyTwo(sentence, left, right, inList)) < UNCLEAR) return true;
  }
  return false;
}

function split(sentence: Sentence, part: PhrasePart): readonly Chunk[] {
  if (isFamilyFirm(sentence, part)) return [part];
  const list = commas(sentence, part);
  const chunks: Chunk[] = [];
  for (const chunk of list) chunks.push(...splitJoins(sentence, chunk, list.length > 1));
  return chunks.filter((chunk) => chunk.end > chunk.start);
}

/** "Smith, Jones & Co": single names that end with a family or a company are one firm. */
function isFamilyFirm(sentence: Sentence, part: PhrasePart): boolean {
  const last = (sentence.tokens[part.end - 1]?.fold ?? '').replace(/\.$/, '');
  const join = sentence.tokens[part.end - 2]?.raw;
  if (!FAMILY.has(last) || !['&', 'and', 'n', '+'].includes(join ?? '')) return false;
  return sentence.tokens
    .slice(part.start, part.end - 2)
    .every((token, at) => (at % 2 === 0) !== (token.kind === 'mark'));
}

/** A comma before a legal form is part of the name: "Contoso, Inc." */
function commas(sentence: Sentence, part: PhrasePart): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let start = part.start;
  for (let at = part.start; at < part.end; at += 1) {
    const mark = sentence.tokens[at];
    if (mark?.kind !== 'mark' || !(mark.raw === ',' || mark.raw === ';')) continue;
    if (isLegalTail(sentence, at + 1, part.end)) continue;
    if (!sentence.knownSpans.has(spanKey(start, part.end))) {
      chunks.push({ start, end: at });
      start = at + 1;
    }
  }
  chunks.push({ start, end: part.end });
  return chunks;
}

function isLegalTail(sentence: Sentence, at: number, end: number): boolean {
  const next = sentence.tokens[at + 1];
  return sentence.is(at, 'legal') && (at + 1 >= end || next?.kind === 'mark' || JOINS.has(next?.fold ?? ''));
}

function splitJoins(sentence: Sentence, chunk: Chunk, inList: boolean): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let start = chunk.start;
  if (JOINS.has(sentence.tokens[start]?.fold ?? '') && inList) start += 1;
  for (let at = start + 1; at < chunk.end - 1; at += 1) {
    if (!JOINS.has(sentence.tokens[at]?.fold ?? '')) continue;
    if (sentence.knownSpans.has(spanKey(start, chunk.end))) break;
    if (likelyTwo(sentence, { start, end: at }, { start: at + 1, end: chunk.end }, inList) <= 0) continue;
    chunks.push({ start, end: at });
    start = at + 1;
  }
  chunks.push({ start: skipAlso(sentence, start, chunk.end), end: chunk.end });
  return chunks;
}

function skipAlso(sentence: Sentence, start: number, end: number): number {
  const word = sentence.tokens[start]?.fold ?? '';
  const also = ['also', 'auch', 'aussi', 'tambien', 'ook'].includes(word) || isSaidAgain(sentence, start);
  return start + 1 < end && also ? start + 1 : start;
}

function isSaidAgain(sentence: Sentence, at: number): boolean {
  if (sentence.lexicon.language === 'en' || !sentence.cased || sentence.capital(at)) return false;
  return AGAIN.has(sentence.tokens[at]?.fold ?? '') && sentence.capital(at + 1);
}

/** Positive when the words left and right of a join are two companies. */
function likelyTwo(sentence: Sentence, left: Chunk, right: Chunk, inList: boolean): number {
  const join = sentence.tokens[left.end];
  const word = join?.fold ?? '';
  const next = sentence.tokens[right.start];
  if (FAMILY.has((next?.fold ?? '').replace(/\.$/, ''))) return -9;
  let score = base(word) + (inList ? 2.5 : 0);
  if (isKnown(sentence, left) && knownPrefix(sentence, right)) score += 6;
  if (isCertain(sentence, left.end - 1) || isCertain(sentence, right.start)) score += 6;
  if (sentence.is(left.end - 1, 'legal')) score += 3;
  else if (sentence.is(right.end - 1, 'legal')) score -= 1.2;
  if (join?.capital === true && sentence.cased) score -= 3;
  score += numberHint(sentence, left.start, right.end);
  if (isSaidAgain(sentence, right.start)) score += 4;
  const single = left.end - left.start === 1 && right.end - right.start === 1;
  if (!inList) score -= shapeOfOne(sentence, left, right);
  if (single) score += 0.3;
  else if (hasPossessive(sentence, left)) score -= 1;
  for (const at of [left.end - 1, right.start])
    if (!sentence.unknown(at) && !sentence.capital(at) && !isCertain(sentence, at)) score -= 0.7;
  return ONE_WORD_ONLY.has(word) && sentence.lexicon.language === 'en' ? -9 : score;
}

/** Signs of one name: "Institute of X and Y", "Research and Development", two words and one. */
function shapeOfOne(sentence: Sentence, left: Chunk, right: Chunk): number {
  const words = sentence.tokens.slice(left.start, right.end).map((token) => token.fold);
  // Elsewhere nearly every name of several words has such a word.
  const apart = sentence.lexicon.language !== 'en' && left.end - left.start > 1 && sentence.capital(right.start);
  const inner = words.some((word) => INNER.has(word)) ? (apart ? 0 : 2) : 0;
  const paired = (at: number) => PAIRED.has(sentence.tokens[at]?.fold ?? '');
  const pair = paired(right.start) ? 2 : paired(left.end - 1) ? 0.7 : 0;
  const lopsided = left.end - left.start > 1 && right.end - right.start === 1 ? (apart ? 0.5 : 1) : 0;
  return inner + pair + lopsided;
}

function hasPossessive(sentence: Sentence, chunk: Chunk): boolean {
  return sentence.tokens.slice(chunk.start, chunk.end).some((token) => /'s$/i.test(token.raw));
}

function base(word: string): number {
  if (word === '&') return -3;
  if (word === '+' || word === '/') return 1.2;
  return word === 'or' || word === 'oder' || word === 'ou' ? 1.5 : 0.4;
}

function isCertain(sentence: Sentence, at: number): boolean {
  const kind = sentence.tokens[at]?.kind;
  return kind === 'quoted' || kind === 'domain' || kind === 'id';
}

function isKnown(sentence: Sentence, chunk: Chunk): boolean {
  return sentence.knownSpans.has(spanKey(chunk.start, chunk.end));
}

/** Whether a known name begins the chunk; in "A and B and C" the rest follows after a join. */
function knownPrefix(sentence: Sentence, chunk: Chunk): boolean {
  for (let end = chunk.end; end > chunk.start; end -= 1)
    if (sentence.knownSpans.has(spanKey(chunk.start, end))) return true;
  return false;
}

/** "have X and Y accepted" speaks of two, "has X and Y accepted" of one. */
function numberHint(sentence: Sentence, start: number, end: number): number {
  let hint = sentence.is(end, 'plural') && !sentence.is(end, 'noun') ? 1.6 : 0;
  for (let at = 0; at < sentence.size; at += 1) {
    if (sentence.is(at, 'plural') && at < start) hint = Math.max(hint, 2);
    else if (sentence.is(at, 'singular') && at < start && hint === 0) hint = -1.2;
  }
  return hint;
}
