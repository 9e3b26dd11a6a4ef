import { NAME_PLACES } from '../../../src/commands/hearing/name-features';
import { bestTags, TAGS } from '../../../src/commands/hearing/viterbi';

export interface TagRow {
  readonly places: readonly (readonly number[])[];
  readonly tags: Uint8Array;
}

export interface NameWeights {
  readonly places: Float32Array;
  readonly moves: Float32Array;
}

/** Averaged structured perceptron: in a fixed order, so that the same rows give the same weights. */
export function trainNames(epochs: readonly (readonly TagRow[])[]): NameWeights {
  const size = NAME_PLACES * TAGS;
  const weights = new Float64Array(size + TAGS * TAGS);
  const sums = new Float64Array(size + TAGS * TAGS);
  let step = 1;
  const moves = weights.subarray(size);
  const add = (place: number, by: number) => {
    weights[place] = (weights[place] ?? 0) + by;
    sums[place] = (sums[place] ?? 0) + by * step;
  };
  for (const rows of epochs) {
    for (const { places, tags } of rows) {
      step += 1;
      const got = bestTags(scoresOf(places, weights, tags), moves);
      for (let at = 0; at < tags.length; at += 1) {
        const wanted = tags[at] ?? 0;
        const found = got[at] ?? 0;
        if (wanted !== found)
          for (const place of places[at] ?? []) {
            add(place * TAGS + wanted, 1);
            add(place * TAGS + found, -1);
          }
        if (at === 0) continue;
        const before = tags[at - 1] ?? 0;
        const foundBefore = got[at - 1] ?? 0;
        if (before !== foundBefore || wanted !== found) {
          add(size + before * TAGS + wanted, 1);
          add(size + foundBefore * TAGS + found, -1);
        }
      }
    }
  }
  const averaged = Float32Array.from(weights, (weight, place) => weight - (sums[place] ?? 0) / step);
  return { places: averaged.subarray(0, size), moves: averaged.subarray(size) };
}

/** With a margin: a wrong tag starts one ahead. */
function scoresOf(places: readonly (readonly number[])[], weights: Float64Array, gold: Uint8Array): Float64Array {
  const scores = new Float64Array(places.length * TAGS);
  places.forEach((row, at) => {
    for (const place of row)
      for (let tag = 0; tag < TAGS; tag += 1)
        scores[at * TAGS + tag] = (scores[at * TAGS + tag] ?? 0) + (weights[place * TAGS + tag] ?? 0);
    for (let tag = 0; tag < TAGS; tag += 1)
      if (tag !== gold[at]) scores[at * TAGS + tag] = (scores[at * TAGS + tag] ?? 0) + MARGIN;
  });
  return scores;
}

const MARGIN = 1.5;
