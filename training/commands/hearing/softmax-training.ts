export interface ClassRow {
  readonly places: readonly number[];
  readonly wanted: number;
}

const RATE = 0.25;
/** Share of certainty that is given to all classes alike: whoever learns to be wholly sure learns the odd row by heart. */
const SMOOTH = 0.2;

/** Multinomial logistic regression by AdaGrad over rows in a fixed order. */
export function trainClasses(epochs: readonly (readonly ClassRow[])[], classes: number, size: number): Float32Array {
  const weights = new Float32Array(size * classes);
  const squares = new Float32Array(size * classes).fill(1e-4);
  const sums = new Float64Array(classes);
  for (const rows of epochs) {
    for (const { places, wanted } of rows) {
      const scale = 1 / Math.sqrt(Math.max(1, places.length));
      sums.fill(0);
      for (const place of places)
        for (let k = 0; k < classes; k += 1) sums[k] = (sums[k] as number) + (weights[place * classes + k] as number);
      let most = -Infinity;
      for (let k = 0; k < classes; k += 1) most = Math.max(most, (sums[k] as number) * scale);
      let total = 0;
      for (let k = 0; k < classes; k += 1) total += sums[k] = Math.exp((sums[k] as number) * scale - most);
      for (let k = 0; k < classes; k += 1) {
        const target = (k === wanted ? 1 - SMOOTH : 0) + SMOOTH / classes;
        const slope = ((sums[k] as number) / total - target) * scale;
        if (Math.abs(slope) < 1e-5) continue;
        for (const place of places) {
          const at = place * classes + k;
          squares[at] = (squares[at] as number) + slope * slope;
          weights[at] = (weights[at] as number) - (RATE * slope) / Math.sqrt(squares[at]);
        }
      }
    }
  }
  return weights;
}
