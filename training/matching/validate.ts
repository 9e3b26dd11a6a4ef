import { parseTrees, scoreOf, type Trees } from '../../src/matching/trees';
import { boost, type BoostingOptions } from './boosting';
import type { Samples } from './samples';

export interface RankedRow {
  readonly id: string;
  readonly truth: string | null;
  readonly ranked: readonly { readonly customerId: string; readonly score: number }[];
}

/** Ranks each group by trees that never saw its fold. */
export function outOfFold(
  samples: Samples,
  rows: readonly { readonly id: string; readonly truth: string | null }[],
  folds: Int32Array,
  options: BoostingOptions,
): RankedRow[] {
  const count = Math.max(...folds) + 1;
  const all = rows.map((_, i) => i);
  const out: RankedRow[] = [];
  for (let fold = 0; fold < count; fold++) {
    const trees = parseTrees(
      boost(
        samples,
        all.filter((i) => folds[i] !== fold),
        options,
      ),
    );
    for (const i of all)
      if (folds[i] === fold) out[i] = { id: rows[i]!.id, truth: rows[i]!.truth, ranked: rankGroup(samples, i, trees) };
  }
  return out;
}

function rankGroup(samples: Samples, group: number, trees: Trees): { customerId: string; score: number }[] {
  const odds: { customerId: string; odds: number }[] = [];
  let total = 1;
  for (let r = samples.starts[group]!; r < samples.starts[group + 1]!; r++) {
    const score = Math.exp(
      samples.offset[r]! + scoreOf(trees, samples.x.subarray(r * samples.columns, (r + 1) * samples.columns)),
    );
    total += score;
    odds.push({ customerId: samples.ids[r]!, odds: score });
  }
  odds.sort((a, b) => b.odds - a.odds);
  return odds.map(({ customerId, odds: x }) => ({ customerId, score: x / total }));
}
