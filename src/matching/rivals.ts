import type { Comparison, Scene } from './comparison';

/** Fills the columns that set a candidate against the others of the same account. */
export function compareRivals(scene: Scene, all: readonly Comparison[]): void {
  const cosine = topTwo(all, (c) => c.features.gramCosine);
  const words = topTwo(all, (c) => c.features.wordShareLeast);
  const label = topTwo(all, labelStrength);
  const sameName = new Map<string, { all: number; here: number }>();
  for (const { row } of all) {
    const known = sameName.get(row.joined) ?? { all: 0, here: 0 };
    known.all++;
    if (row.record.country === scene.query.country && row.record.country !== '') known.here++;
    sameName.set(row.joined, known);
  }
  const order = all.map((c) => c.features.gramCosine).sort((a, b) => b - a);
  for (const comparison of all) {
    const { features: f, row } = comparison;
    f.rankCosine = Math.min(20, order.indexOf(f.gramCosine));
    f.gapCosine = gap(f.gramCosine, cosine);
    f.gapWords = gap(f.wordShareLeast, words);
    f.gapLabel = gap(labelStrength(comparison), label);
    const known = sameName.get(row.joined);
    f.namesakes = (known?.all ?? 1) - 1;
    f.namesakesHere = known?.here ?? 0;
  }
}

function labelStrength({ features: f }: Comparison): number {
  return (
    2 * Math.max(0, f.domain) +
    Math.max(0, f.labelIsWebsite, f.labelStartsWebsite, f.websiteStartsLabel) +
    0.5 * Math.max(0, f.labelInName, f.nameInLabel, f.labelContraction)
  );
}

function topTwo(all: readonly Comparison[], value: (comparison: Comparison) => number): readonly [number, number] {
  let first = 0;
  let second = 0;
  for (const comparison of all) {
    const x = value(comparison);
    if (x > first) {
      second = first;
      first = x;
    } else if (x > second) second = x;
  }
  return [first, second];
}

/** Against the best of the others: above zero only for the best itself. */
function gap(value: number, [first, second]: readonly [number, number]): number {
  return value >= first ? value - second : value - first;
}
