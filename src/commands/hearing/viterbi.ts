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

/**
 * The likeliest row of tags with at least `least` names and, where `most` is finite, with at most so many; undefined
 * where there is none, or where it is more than `slack` a name less likely than the likeliest.
 */
export function tagsWithNames(
  scores: Float64Array,
  moves: ArrayLike<number>,
  { least, most, slack }: { readonly least: number; readonly most: number; readonly slack: number },
): Uint8Array | undefined {
  const size = scores.length / TAGS;
  const top = Number.isFinite(most) ? most : least;
  const states = TAGS * (top + 1);
  const back = new Int16Array(size * states).fill(-1);
  let best = new Float64Array(states).fill(-Infinity);
  best[OUT] = scores[OUT] ?? 0;
  if (top > 0) best[TAGS + BEGINS_NAME] = scores[BEGINS_NAME] ?? 0;
  for (let at = 1; at < size; at += 1) {
    const next = new Float64Array(states).fill(-Infinity);
    for (let from = 0; from < states; from += 1) {
      const before = best[from] ?? -Infinity;
      if (before === -Infinity) continue;
      const [names, fromTag] = [Math.floor(from / TAGS), from % TAGS];
      for (let tag = 0; tag < TAGS; tag += 1) {
        if (tag === IN_NAME && fromTag === OUT) continue;
        const count = tag === BEGINS_NAME ? names + 1 : names;
        if (count > top && Number.isFinite(most)) continue;
        const to = Math.min(count, top) * TAGS + tag;
        const sum = before + (moves[fromTag * TAGS + tag] ?? 0) + (scores[at * TAGS + tag] ?? 0);
        if (sum <= (next[to] ?? 0)) continue;
        next[to] = sum;
        back[at * states + to] = from;
      }
    }
    best = next;
  }
  return backwards(best, back, { size, states, least, slack });
}

function backwards(
  best: Float64Array,
  back: Int16Array,
  {
    size,
    states,
    least,
    slack,
  }: { readonly size: number; readonly states: number; readonly least: number; readonly slack: number },
): Uint8Array | undefined {
  const fits = best.subarray(Math.min(least * TAGS, states - TAGS));
  const most = Math.max(...fits);
  if (size === 0 || most === -Infinity || slack * least < Math.max(...best) - most) return undefined;
  const tags = new Uint8Array(size);
  let state = states - fits.length + fits.indexOf(most);
  for (let at = size - 1; at >= 0; at -= 1) {
    tags[at] = state % TAGS;
    state = back[at * states + state] ?? OUT;
  }
  return tags;
}
