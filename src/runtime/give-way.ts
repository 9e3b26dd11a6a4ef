/** Longest stretch of work before everything else that waits has its turn, in milliseconds. */
const SLICE_MS = 8;

/**
 * For loops over everything that is known. To be called for each item: whenever a slice is used up, what comes back is
 * settled only after all else that waits had its turn.
 */
export function givingWay(now: () => number = () => performance.now()): () => Promise<void> | undefined {
  let began = now();
  return () => {
    if (now() - began < SLICE_MS) return undefined;
    return new Promise((resolve) => {
      setImmediate(() => {
        began = now();
        resolve();
      });
    });
  };
}

/** As `filter`, in slices. What comes or changes meanwhile may be in it or not. */
export async function chosenFrom<T>(all: Iterable<T>, isWanted: (one: T) => boolean): Promise<T[]> {
  const chosen: T[] = [];
  const giveWay = givingWay();
  for (const one of all) {
    if (isWanted(one)) chosen.push(one);
    const way = giveWay();
    if (way !== undefined) await way;
  }
  return chosen;
}
