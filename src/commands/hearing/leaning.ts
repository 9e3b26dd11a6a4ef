import { NO_INTENT } from './model';
import type { Recognised } from './recognise';

/** How likely each intent is, judged by what was learned; the shares of all intents and of NO_INTENT sum to 1. */
export type Leaning = ReadonlyMap<string, number>;

export function leaningOf({ shares }: Recognised): Leaning {
  const leaning = new Map<string, number>();
  for (const [wanted, share] of shares) {
    const [intent = NO_INTENT] = wanted.split(':');
    leaning.set(intent, (leaning.get(intent) ?? 0) + share);
  }
  return leaning;
}

/** What the words speak for most. */
export function likeliestOf(leaning: Leaning): { readonly name: string; readonly share: number } {
  let best = { name: NO_INTENT, share: 0 };
  for (const [name, share] of leaning) if (share > best.share) best = { name, share };
  return best;
}
