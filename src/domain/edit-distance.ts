/**
 * How many letters are wrong, missing, extra or swapped with their neighbour (optimal string alignment); both words are
 * short. What they have in common at both ends costs nothing. Above `most` only that it is more is said.
 */
export function editDistance(a: string, b: string, most = Infinity): number {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let [endOfA, endOfB] = [a.length, b.length];
  while (endOfA > start && endOfB > start && a[endOfA - 1] === b[endOfB - 1]) {
    endOfA -= 1;
    endOfB -= 1;
  }
  const longer = Math.max(endOfA, endOfB) - start;
  if (longer < 2) return longer;
  const swapped = a[start] === b[start + 1] && a[start + 1] === b[start];
  if (swapped && endOfA === endOfB && longer === 2) return 1;
  if (most < 2) return 2;
  return aligned(a.slice(start, endOfA), b.slice(start, endOfB));
}

function aligned(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
