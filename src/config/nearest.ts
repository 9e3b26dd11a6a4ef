import { editDistance } from '../domain/edit-distance';

/**
 * The word among `words` that a person most likely meant by `typed`; `undefined` when none is near.
 * Near is at most a third of the letters changed, added, left out or swapped with their neighbour; case is ignored.
 */
export function nearest(typed: string, words: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestSteps = Math.max(1, Math.floor(typed.length / 3)) + 1;
  for (const word of words) {
    const steps = editDistance(typed.toLowerCase(), word.toLowerCase());
    if (steps < bestSteps) {
      best = word;
      bestSteps = steps;
    }
  }
  return best;
}
