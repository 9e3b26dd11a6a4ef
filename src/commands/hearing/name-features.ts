import { isListedWord } from '../lexicons';
import type { Token } from '../token';
import type { HeardWords } from './words';
import { begun, fed, placeOfHash } from './hash';
import { shapeOf } from './word-shape';

/** What is known of a token beside its letters: part of no known name, the first word of one, or a further one. */
export type KnownMark = 0 | 1 | 2;

export const NAME_PLACES = 1 << 18;

const SEED = begun(7);

interface Seen {
  readonly word: string;
  readonly shape: string;
  readonly listed: string;
  /** Both together. */
  readonly look: string;
  readonly known: KnownMark;
  /** What the word stands for in a command; `-` for nothing. */
  readonly sense: string;
}

/** The features by which each token is judged: its letters, its looks, and those of its neighbours. */
export function nameFeatures(
  { tokens, hits }: HeardWords,
  known: readonly KnownMark[],
): readonly (readonly number[])[] {
  const senses = sensesOf(hits);
  const seen = tokens.map((token, at) => {
    const shape = shapeOf(token);
    const listed = token.kind !== 'word' ? 'm' : isListedWord(token.fold) ? 'l' : 'u';
    return {
      word: token.kind === 'word' || token.kind === 'mark' || token.kind === 'arrow' ? token.fold : token.kind,
      shape,
      listed,
      look: `${shape}${listed}`,
      known: known[at] ?? 0,
      sense: senses[at] ?? '-',
    };
  });
  const cased = casing(tokens);
  return seen.map((_, at) => featuresAt(seen, tokens, at, cased));
}

/** Of each token the first thing that it, or the phrase it is in, can stand for. */
function sensesOf(hits: HeardWords['hits']): readonly string[] {
  const senses: string[] = hits.map(() => '-');
  hits.forEach((here) => {
    const [hit] = here;
    if (hit === undefined) return;
    for (let at = hit.start; at < hit.end; at += 1)
      if (senses[at] === '-') senses[at] = hit.cost > 0 ? `~${hit.concept}` : hit.concept;
  });
  return senses;
}

/** Whether capitals say anything in the message. */
function casing(tokens: readonly Token[]): string {
  let upper = 0;
  let lower = 0;
  tokens.forEach(({ kind, raw }, at) => {
    if (kind !== 'word' || at === 0) return;
    if (raw === raw.toLowerCase()) lower += 1;
    else upper += 1;
  });
  return upper === 0 ? 'low' : lower === 0 ? 'up' : 'both';
}

function featuresAt(seen: readonly Seen[], tokens: readonly Token[], at: number, cased: string): readonly number[] {
  const token = tokens[at];
  const here = seenAt(seen, at);
  const [before3, before2, before] = [seenAt(seen, at - 3), seenAt(seen, at - 2), seenAt(seen, at - 1)];
  const [after, after2] = [seenAt(seen, at + 1), seenAt(seen, at + 2)];
  if (token === undefined) return [];
  const opens = at === 0 || /^[.!?\n:]$/.test(before.word);
  const out = [
    place('1'),
    place('w', here.word),
    place('a', before.word),
    place('b', after.word),
    place('c', before2.word, before.word),
    place('d', after.word, after2.word),
    place('e', before.word, here.look),
    place('f', here.look, after.word),
    place('g', before.word, here.word),
    place('h', here.word, after.word),
    place('i', here.look, cased, opens ? '1' : '0'),
    place('j', before.look, here.look),
    place('k', here.look, after.look),
    place('l', before.look, here.look, after.look),
    place('m', before2.word, before.word, here.look),
    place('n', here.look, after.word, after2.word),
    place('o', before.word, here.look, after.word),
    place('x', before2.word, here.look),
    place('y', here.look, after2.word),
    place('z', before2.look, before.look, here.look, cased),
    place('v', before3.word, before2.word, before.word),
  ];
  if (token.kind === 'word') putLetters(out, token, here);
  putSenses(out, [before2, before, here, after, after2]);
  putKnown(out, before, here, after);
  out.push(
    place('P', String(Math.min(at, 3)), here.look),
    place('Q', String(Math.min(seen.length - at, 3)), here.look),
  );
  return out;
}

/** What stands at the edges of a message. */
function edge(sign: string): Seen {
  return { word: sign, shape: sign, listed: sign, look: sign, known: 0, sense: sign };
}

const BEFORE_ALL = edge('^');
const BEHIND_ALL = edge('$');

function seenAt(seen: readonly Seen[], at: number): Seen {
  return seen[at] ?? (at < 0 ? BEFORE_ALL : BEHIND_ALL);
}

function putLetters(out: number[], { raw }: Token, { word, listed }: Seen): void {
  out.push(
    place('p', word.slice(0, 3)),
    place('q', word.slice(-3)),
    place('r', word.slice(-4)),
    place('s', word.slice(-2), listed),
  );
  if (raw.includes("'")) out.push(place("'", raw.slice(raw.indexOf("'"))));
  if (raw.endsWith('.')) out.push(place('.', listed));
}

function putSenses(
  out: number[],
  [before2, before, here, after, after2]: readonly [Seen, Seen, Seen, Seen, Seen],
): void {
  out.push(
    place('S', here.sense, here.shape),
    place('T', before.sense, here.look),
    place('U', here.look, after.sense),
    place('V', before2.sense, before.sense, here.look),
    place('W', before.sense, here.sense, after.sense),
    place('X', here.look, after.sense, after2.sense),
    place('Y', before.sense, here.look, after.sense),
  );
}

function putKnown(out: number[], before: Seen, { known, look }: Seen, after: Seen): void {
  if (known !== 0)
    out.push(place('K', String(known)), place('K', String(known), look), place('K', String(known), before.word));
  if (known + after.known + before.known > 0) out.push(place('L', `${before.known}${known}${after.known}`));
}

/** As if the parts were joined with a bar. */
function place(kind: string, first?: string, second?: string, third?: string, fourth?: string): number {
  let hash = fed(SEED, kind);
  if (first !== undefined) hash = fed(hash, first);
  if (second !== undefined) hash = fed(fed(hash, '|'), second);
  if (third !== undefined) hash = fed(fed(hash, '|'), third);
  if (fourth !== undefined) hash = fed(fed(hash, '|'), fourth);
  return placeOfHash(hash, NAME_PLACES);
}
