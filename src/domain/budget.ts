/** The least that a replica may use is this part of the limit: what it needs to answer people at any moment. */
const LEAST = 1 / 10;

/**
 * Divides a limit (requests a second) among replicas that want so much each: nobody gets less than a tenth or an even
 * part, whichever is smaller; whoever wants little leaves the rest to the others; what nobody wants is divided evenly.
 * Whole numbers, in the order of `wants`, together never more than the limit.
 */
export function divide(limit: number, wants: readonly number[]): number[] {
  const count = wants.length;
  const least = Math.floor(limit * Math.min(LEAST, 1 / count));
  const asked = wants.map((want) => Math.min(limit, Math.max(want, least)));
  const shares = new Map<number, number>();
  let rest = limit;
  const smallestFirst = [...asked.entries()].sort(([, a], [, b]) => a - b);
  for (const [place, [replica, want]] of smallestFirst.entries()) {
    const share = Math.min(want, Math.floor(rest / (count - place)));
    shares.set(replica, share);
    rest -= share;
  }
  const more = Math.floor(rest / count);
  return asked.map((_want, replica) => (shares.get(replica) ?? 0) + more);
}
