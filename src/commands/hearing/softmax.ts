/** Shares that sum to 1, from sums of weights. */
export function softmax(sums: readonly number[]): readonly number[] {
  const highest = Math.max(...sums);
  const shares = sums.map((sum) => Math.exp(sum - highest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}
