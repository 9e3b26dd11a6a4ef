import type { KnownNames } from './known-names';
import { bare, isNameLike, isPlain, spacedWords } from './name-like';
import { distinctNames } from './pasted-list';

/** One way to cut a list out of a sentence: the names, and what stands before and after them. */
export interface SpokenList {
  readonly before: string;
  readonly names: readonly string[];
  readonly after: string;
}

const SEPARATOR =
  /\s*[,;•]\s*(?:(?:and|und|et|y|e|en|or|oder|ou|o|of|also|sowie|then|and then|dann|und dann|puis|luego|dan)\s+)?|\s+[/|]\s+/iu;
const JOIN = /\s+(?:and|und|et|y|en|or|oder|sowie)\s+/iu;
/** What a comma before it belongs to: "Contoso, Inc." */
const LEGAL =
  /^(?:inc|ltd|llc|llp|lp|plc|corp|co|gmbh|ag|kg|ug|se|sa|sas|sarl|srl|sl|spa|bv|nv|cv|oy|ab|as|aps|pty|pte|s\.a\.?|s\.l\.?|b\.v\.?|n\.v\.?|l\.l\.c\.?)\.?(?=$|[\s?!.])/i;
/** "Smith, Jones & Co" is one firm. */
const FAMILY =
  /^(?:sons?|daughters?|co|company|partners?|associates|bros|brothers|söhne|sohn|fils|filles|cie|hijos|hermanos|zonen|zoon)\b/iu;
/** A colon or a question mark after which, or before which, only the list stands. */
const HEAD = /^([^:?]{2,200}[:?])\s+(.+)$/su;
const TAIL = /^(.+?)\s*(?::|\s[-–—])\s+([^:]{2,120})$/su;

const QUOTED = /"[^"]{1,120}"|[“„«][^”“»]{1,120}[”“»]/gu;

const MOST_CUTS = 6;
const LONGEST_TEXT = 4000;

/**
 * The ways to cut a list of companies out of one line, the likeliest first: what separates them is a comma, a semicolon,
 * a slash or "and". Empty when the line holds no list.
 */
export function spokenLists(line: string, known: KnownNames | undefined): readonly SpokenList[] {
  if (line.length > LONGEST_TEXT || line.includes('\n')) return [];
  const quotes: string[] = [];
  const masked = line.replace(QUOTED, (quoted) => `Quoted${quotes.push(quoted) - 1}`);
  if (quotes.length === 0) return unquotedLists(line, known);
  // A comma inside quotes parts nothing, and what is quoted is a name.
  const restored = (text: string) => text.replace(/Quoted(\d+)/g, (_, at: string) => quotes[Number(at)] ?? '');
  const isKnown = { has: (name: string) => /^Quoted\d+$/.test(name) || known?.has(name) === true };
  return unquotedLists(masked, isKnown).map(({ before, names, after }) => ({
    before: restored(before),
    names: names.map((name) => restored(name).replace(/^"(.*)"$/, '$1')),
    after: restored(after),
  }));
}

function unquotedLists(line: string, known: KnownNames | undefined): readonly SpokenList[] {
  const head = HEAD.exec(line);
  if (head) {
    const names = allNames(head[2] ?? '', known);
    if (names) return [{ before: head[1] ?? '', names, after: '' }];
  }
  const tail = TAIL.exec(line);
  if (tail) {
    const names = allNames(tail[1] ?? '', known);
    if (names) return [{ before: '', names, after: tail[2] ?? '' }];
  }
  return cutsOf(line, known);
}

/** The text as nothing but names; undefined when one of its pieces is none. */
function allNames(text: string, known: KnownNames | undefined): readonly string[] | undefined {
  const pieces = piecesOf(text.replace(/[.\s]+$/, ''), known);
  return pieces.length > 1 && pieces.every((piece) => isNameLike(piece, known)) ? distinctNames(pieces) : undefined;
}

function cutsOf(line: string, known: KnownNames | undefined): readonly SpokenList[] {
  const pieces = piecesOf(line, known);
  const [first, ...others] = pieces;
  const last = others.at(-1);
  if (first === undefined || last === undefined) return [];
  const middle = others.slice(0, -1);
  if (!middle.every((piece) => isNameLike(piece, known))) return [];
  const fronts = frontsOf(first, known).map((front) => askedOfFirst(front, known));
  const backs = backsOf(last, known);
  const cuts = fronts.flatMap(({ rest, name, asked }) =>
    backs.map((back) => ({
      before: rest,
      names: [name, ...middle, back.name],
      after: `${asked} ${back.rest}`.trim(),
    })),
  );
  return cuts
    .filter(
      ({ before, names }) => names.length > 2 || before !== '' || names.every((name) => known?.has(name) === true),
    )
    .map((cut) => ({ ...cut, names: distinctNames(cut.names) }));
}

interface Cut {
  readonly name: string;
  readonly rest: string;
}

/** "are contoso": the words before the first name, as many as can be; a name that we know counts first. */
function frontsOf(piece: string, known: KnownNames | undefined): readonly Cut[] {
  const words = spacedWords(piece);
  const cuts: Cut[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (at > 0 && !isPlain(words[at - 1] ?? '', at === 1)) break;
    cuts.push({ name: words.slice(at).join(' '), rest: words.slice(0, at).join(' ') });
  }
  return likely(cuts.reverse(), known);
}

/** "is contoso accepted, and fabrikam?": what is asked of the first name that we know is asked of all. */
function askedOfFirst(front: Cut, known: KnownNames | undefined): Cut & { readonly asked: string } {
  if (known === undefined || known.has(front.name)) return { ...front, asked: '' };
  const [likeliest] = backsOf(front.name, known);
  if (likeliest === undefined || !known.has(likeliest.name)) return { ...front, asked: '' };
  return { name: likeliest.name, rest: front.rest, asked: likeliest.rest };
}

/** "woodgrove bank accepted?": the words after the last name. */
function backsOf(piece: string, known: KnownNames | undefined): readonly Cut[] {
  const words = spacedWords(piece.replace(/\s*([?!.]+)\s*$/, ' $1'));
  const cuts: Cut[] = [];
  for (let at = words.length; at > 0; at -= 1) {
    if (at < words.length && !isQuestionWord(words[at] ?? '')) break;
    cuts.push({ name: words.slice(0, at).join(' '), rest: words.slice(at).join(' ') });
  }
  return likely(cuts.reverse(), known);
}

/** Ordinary words that names end with: "woodgrove bank accepted?" */
const ENDS_NAMES = new Set(
  `bank services service group systems school consulting consultants insurance travel supply foods software solutions partners holding
  holdings media company energy health law office college university institute dienste gruppe schule versicherung banque groupe banco
  grupo groep verzekering`.split(/\s+/),
);

function isQuestionWord(word: string): boolean {
  return isPlain(word, false) && !ENDS_NAMES.has(bare(word));
}

function likely(cuts: readonly Cut[], known: KnownNames | undefined): readonly Cut[] {
  const names = cuts.filter(({ name }) => isNameLike(name, known));
  const sure = names.filter(({ name }) => known?.has(name) === true);
  return [...sure, ...names.filter((cut) => !sure.includes(cut))].slice(0, MOST_CUTS);
}

/** The line in the pieces between commas and the like; its last piece, or each, also between "and". */
function piecesOf(line: string, known: KnownNames | undefined): readonly string[] {
  const pieces: string[] = [];
  for (const piece of line.split(SEPARATOR)) {
    const before = pieces.at(-1);
    const joined = `${before ?? ''}, ${piece}`;
    if (before !== undefined && (LEGAL.test(piece) || known?.has(joined) === true)) pieces[pieces.length - 1] = joined;
    else if (piece.trim() !== '') pieces.push(piece.trim());
  }
  if (pieces.length === 1) return chained(line, known);
  return pieces.flatMap((piece) => joinedNames(piece, known));
}

/** "A and B and C": with two joins or more, each parts two names. */
function chained(line: string, known: KnownNames | undefined): readonly string[] {
  const parts = joinedNames(line, known);
  return parts.length > 2 ? parts : [line];
}

function joinedNames(piece: string, known: KnownNames | undefined): readonly string[] {
  if (known?.has(piece) === true) return [piece];
  const joins = [...piece.matchAll(new RegExp(JOIN, 'giu'))];
  const parts: string[] = [];
  let start = 0;
  for (const join of joins) {
    const next = joins.find(({ index }) => index > join.index)?.index ?? piece.length;
    const right = piece.slice(join.index + join[0].length, next);
    if (FAMILY.test(right) || endsKnown(piece.slice(start, join.index), join[0], right, known)) continue;
    parts.push(piece.slice(start, join.index));
    start = join.index + join[0].length;
  }
  return [...parts, piece.slice(start)];
}

/** "is Bread and Butter accepted": whether a name that we know reaches across the join. */
function endsKnown(left: string, join: string, right: string, known: KnownNames | undefined): boolean {
  if (known === undefined) return false;
  const before = spacedWords(left);
  const after = spacedWords(right.replace(/[?!.]+$/, ''));
  return before.some((_, from) =>
    after.some((__, to) => known.has(`${before.slice(from).join(' ')}${join}${after.slice(0, to + 1).join(' ')}`)),
  );
}
