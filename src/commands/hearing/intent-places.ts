import type { Token } from '../token';
import { SMALL } from '../weights';
import { begun, fed, placeOfHash, featurePlace } from './hash';
import { BEGINS_NAME, OUT } from './viterbi';
import type { HeardWords } from './words';

export const INTENT_PLACES = 1 << 18;

const NAME = '@';
const SHORTEST_PIECE = 3;
const LONGEST_PIECE = 5;
const SALT = 3;
const PIECE = fed(begun(SALT), 'c');

/**
 * The features by which the intent is judged: words alone, in twos and threes, and pieces of each, with every name
 * as one sign. What a company is called says nothing of what is wanted.
 */
export function intentPlaces({ tokens, hits }: HeardWords, tags: ArrayLike<number>): readonly number[] {
  const words = maskedWords(tokens, tags);
  const places = new Set<number>();
  const put = (text: string) => places.add(featurePlace(text, INTENT_PLACES, SALT));
  const at = (index: number) => words[index] ?? (index < 0 ? '^' : '$');
  for (let index = -1; index <= words.length; index += 1) {
    put(`w${at(index)}`);
    if (index < 0) continue;
    put(`p${at(index - 1)} ${at(index)}`);
    put(`t${at(index - 2)} ${at(index - 1)} ${at(index)}`);
    put(`s${at(index - 2)} ${at(index)}`);
    pieces(at(index), places);
  }
  const concepts = maskedConcepts(hits, tags);
  const concept = (index: number) => concepts[index] ?? (index < 0 ? '^' : '$');
  for (let index = 0; index <= concepts.length; index += 1) {
    put(`#${concept(index)}`);
    put(`#p${concept(index - 1)} ${concept(index)}`);
    put(`#t${concept(index - 2)} ${concept(index - 1)} ${concept(index)}`);
  }
  hits.forEach((here, index) => {
    if (tags[index] === OUT) for (const hit of here) put(`#v${hit.concept}:${hit.value ?? ''}`);
  });
  const bare = words.filter((word) => /\p{L}|@/u.test(word));
  put(`F${bare[0] ?? ''}`);
  put(`G${bare[0] ?? ''} ${bare[1] ?? ''}`);
  put(`E${words.at(-1) ?? ''}`);
  const names = words.filter((word) => word === NAME).length;
  put(`N${Math.min(3, names)}`);
  put(`L${Math.min(6, Math.floor(Math.log2(1 + words.length)))}`);
  put('1');
  return [...places];
}

function maskedWords(tokens: readonly Token[], tags: ArrayLike<number>): readonly string[] {
  const words: string[] = [];
  tokens.forEach((token, at) => {
    if (tags[at] === BEGINS_NAME) words.push(NAME);
    else if (tags[at] === OUT)
      words.push(token.kind === 'word' || token.kind === 'mark' ? token.fold : `<${token.kind}>`);
  });
  return words;
}

/** What the words stand for in a command, in their order; names are one sign, and small words none. */
function maskedConcepts(hits: HeardWords['hits'], tags: ArrayLike<number>): readonly string[] {
  const concepts: string[] = [];
  let from = 0;
  hits.forEach((here, at) => {
    if (at < from) return;
    if (tags[at] === BEGINS_NAME) concepts.push(NAME);
    if (tags[at] !== OUT) return;
    const hit = here.find((one) => !SMALL.has(one.concept));
    if (hit === undefined) return;
    concepts.push(hit.concept);
    from = hit.end;
  });
  return concepts;
}

/** The letters of a word in threes, fours and fives, each begun where another ends. */
function pieces(word: string, into: Set<number>): void {
  if (word.length < 4) return;
  const edged = `<${word}>`;
  for (let start = 0; start + SHORTEST_PIECE <= edged.length; start += 1) {
    let hash = fed(PIECE, edged.slice(start, start + SHORTEST_PIECE - 1));
    const last = Math.min(edged.length, start + LONGEST_PIECE);
    for (let at = start + SHORTEST_PIECE - 1; at < last; at += 1) {
      hash = fed(hash, edged[at] ?? '');
      into.add(placeOfHash(hash, INTENT_PLACES));
    }
  }
}
