import { featuresOf } from './intent-features';
import stored from './intent-model.json';
import type { Sentence } from './sentence';

/** A linear model, made by `npm run train -- commands`. */
export interface StoredIntentModel {
  readonly intents: readonly string[];
  /** Of each feature its weight for each of `intents`, in hundredths. */
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** The class of what is not for the bot, or cannot be understood. */
export const NO_INTENT = 'unknown';

/** How likely each intent is, judged by the words alone; the shares of all intents and of NO_INTENT sum to 1. */
export type Leaning = ReadonlyMap<string, number>;

const MODEL: StoredIntentModel = stored;
const WEIGHTS: ReadonlyMap<string, readonly number[]> = new Map(Object.entries(MODEL.weights));
const HUNDREDTHS = 100;

export function leaningOf(sentence: Sentence): Leaning {
  const known: (readonly number[])[] = [];
  for (const feature of featuresOf(sentence, (word) => WEIGHTS.has(word))) {
    const weights = WEIGHTS.get(feature);
    if (weights) known.push(weights);
  }
  const scale = HUNDREDTHS * Math.sqrt(Math.max(1, known.length));
  const sums = MODEL.intents.map((_, index) => {
    let sum = 0;
    for (const weights of known) sum += weights[index] ?? 0;
    return sum / scale;
  });
  const shares = softmax(sums);
  return new Map(MODEL.intents.map((intent, index) => [intent, shares[index] ?? 0]));
}

/** What the words speak for most. */
export function likeliestOf(leaning: Leaning): { readonly name: string; readonly share: number } {
  let best = { name: NO_INTENT, share: 0 };
  for (const [name, share] of leaning) if (share > best.share) best = { name, share };
  return best;
}

export function softmax(sums: readonly number[]): readonly number[] {
  const highest = Math.max(...sums);
  const shares = sums.map((sum) => Math.exp(sum - highest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}
