/**
 * The word among `words` that a person most likely meant by `typed`; `undefined` when none is near.
 * Near is at most a third of the letters changed, added, left out or swapped with their neighbour; case is ignored.
 */
export function nearest(typed: string, words: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestSteps = Math.max(1, Math.floor(typed.length / 3)) + 1;
  for (const word of words) {
    const steps = editSteps(typed.toLowerCase(), word.toLowerCase());
    if (steps < bestSteps) {
      best = word;
      bestSteps = steps;
    }
  }
  return best;
}

/** Optimal string alignment: inserted, left out, replaced and swapped letters count one each. */
function editSteps(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = at(rows, i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let steps = Math.min(at(rows, i - 1, j) + 1, (row[j - 1] ?? 0) + 1, replaced);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) steps = Math.min(steps, at(rows, i - 2, j - 2) + 1);
      row.push(steps);
    }
    rows.push(row);
  }
  return at(rows, a.length, b.length);
}

function at(rows: readonly (readonly number[])[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0;
}
