import { isListedWord } from '../lexicons';
import type { Token } from '../token';
import type { HeardWords } from './words';
import { begun, fed, placeOfHash } from './hash';
import { shapeOf } from './word-shape';

/** What is known of a token beside its letters: part of no known name, the first word of one, or a further one. */
export type KnownMark = 0 | 1 | 2;

export const NAME_PLACES = 1 << 18;

const SEED = begun(7);
const EDGE = '^';
const END = '$';

interface Seen {
  readonly word: string;
  readonly shape: string;
  readonly listed: string;
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
  const seen = tokens.map((token, at) => ({
    word: token.kind === 'word' || token.kind === 'mark' || token.kind === 'arrow' ? token.fold : token.kind,
    shape: shapeOf(token),
    listed: token.kind !== 'word' ? 'm' : isListedWord(token.fold) ? 'l' : 'u',
    known: known[at] ?? 0,
    sense: senses[at] ?? '-',
  }));
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
  const here = seen[at];
  const token = tokens[at];
  if (here === undefined || token === undefined) return [];
  const out: number[] = [];
  /** As if the parts were joined with a bar. */
  const put = (kind: string, ...parts: readonly string[]) => {
    let hash = fed(SEED, kind);
    for (let part = 0; part < parts.length; part += 1) {
      if (part > 0) hash = fed(hash, '|');
      hash = fed(hash, parts[part] ?? '');
    }
    out.push(placeOfHash(hash, NAME_PLACES));
  };
  const word = (by: number) => seen[at + by]?.word ?? (by < 0 ? EDGE : END);
  const look = (by: number) => {
    const one = seen[at + by];
    return one === undefined ? (by < 0 ? EDGE : END) : `${one.shape}${one.listed}`;
  };
  const opens = at === 0 || /^[.!?\n:]$/.test(seen[at - 1]?.word ?? '');
  put('1');
  put('w', here.word);
  put('a', word(-1));
  put('b', word(1));
  put('c', word(-2), word(-1));
  put('d', word(1), word(2));
  put('e', word(-1), look(0));
  put('f', look(0), word(1));
  put('g', word(-1), here.word);
  put('h', here.word, word(1));
  put('i', look(0), cased, opens ? '1' : '0');
  put('j', look(-1), look(0));
  put('k', look(0), look(1));
  put('l', look(-1), look(0), look(1));
  put('m', word(-2), word(-1), look(0));
  put('n', look(0), word(1), word(2));
  put('o', word(-1), look(0), word(1));
  put('x', word(-2), look(0));
  put('y', look(0), word(2));
  put('z', look(-2), look(-1), look(0), cased);
  put('v', word(-3), word(-2), word(-1));
  if (token.kind === 'word') {
    put('p', here.word.slice(0, 3));
    put('q', here.word.slice(-3));
    put('r', here.word.slice(-4));
    put('s', here.word.slice(-2), here.listed);
    if (token.raw.includes("'")) put("'", token.raw.slice(token.raw.indexOf("'")));
    if (token.raw.endsWith('.')) put('.', here.listed);
  }
  const sense = (by: number) => seen[at + by]?.sense ?? (by < 0 ? EDGE : END);
  put('S', sense(0), here.shape);
  put('T', sense(-1), look(0));
  put('U', look(0), sense(1));
  put('V', sense(-2), sense(-1), look(0));
  put('W', sense(-1), sense(0), sense(1));
  put('X', look(0), sense(1), sense(2));
  put('Y', sense(-1), look(0), sense(1));
  if (here.known !== 0) {
    put('K', String(here.known));
    put('K', String(here.known), look(0));
    put('K', String(here.known), word(-1));
  }
  const after = seen[at + 1]?.known ?? 0;
  const before = seen[at - 1]?.known ?? 0;
  if (here.known + after + before > 0) put('L', `${before}${here.known}${after}`);
  put('P', String(Math.min(at, 3)), look(0));
  put('Q', String(Math.min(seen.length - at, 3)), look(0));
  return out;
}
