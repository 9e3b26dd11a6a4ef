/** Outside of names, the first token of a name, a further one. */
export const TAGS = 3;
export const OUT = 0;
export const BEGINS_NAME = 1;
export const IN_NAME = 2;

/**
 * The likeliest row of tags. `scores` holds TAGS numbers a token, `moves` what each tag (row) adds before another
 * (column). No name begins with a further token.
 */
export function bestTags(scores: Float64Array, moves: ArrayLike<number>): Uint8Array {
  const size = scores.length / TAGS;
  const back = new Uint8Array(scores.length);
  let best = new Float64Array([scores[0] ?? 0, scores[1] ?? 0, -Infinity]);
  for (let at = 1; at < size; at += 1) {
    const next = new Float64Array(TAGS);
    for (let tag = 0; tag < TAGS; tag += 1) {
      let most = -Infinity;
      for (let from = 0; from < TAGS; from += 1) {
        if (tag === IN_NAME && from === OUT) continue;
        const sum = (best[from] ?? 0) + (moves[from * TAGS + tag] ?? 0);
        if (sum > most) {
          most = sum;
          back[at * TAGS + tag] = from;
        }
      }
      next[tag] = most + (scores[at * TAGS + tag] ?? 0);
    }
    best = next;
  }
  const tags = new Uint8Array(size);
  let tag = best.indexOf(Math.max(...best));
  for (let at = size - 1; at >= 0; at -= 1) {
    tags[at] = tag;
    tag = back[at * TAGS + tag] ?? OUT;
  }
  return tags;
}
