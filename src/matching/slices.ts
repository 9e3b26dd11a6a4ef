export interface SliceOptions {
  /** Longest stretch of work without giving way, in milliseconds. Default 8. */
  readonly sliceMs?: number;
  /** Gives way to other work. Default: the next turn of the event loop. */
  readonly yield?: () => Promise<void>;
  /** Milliseconds from any start. Default: the monotonic clock. */
  readonly now?: () => number;
}

const DEFAULT_SLICE_MS = 8;

/** Lets everything else that waits have its turn first. */
export function nextSlice(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/**
 * For loops over everything that is known. To be called for each item: where the slice is used up, what comes back is
 * settled only after all else that waited had its turn.
 */
export function givingWay({
  sliceMs = DEFAULT_SLICE_MS,
  yield: rest = nextSlice,
  now = () => performance.now(),
}: SliceOptions = {}): () => Promise<void> | undefined {
  let began = now();
  return () => {
    if (now() - began < sliceMs) return undefined;
    return rest().then(() => {
      began = now();
    });
  };
}

/** Does `work` for each item, and gives way whenever the slice is used up. */
export async function inSlices<T>(
  items: Iterable<T> | AsyncIterable<T>,
  work: (item: T) => void,
  options: SliceOptions = {},
): Promise<void> {
  const giveWay = givingWay(options);
  if (Symbol.iterator in items) {
    for (const item of items) {
      const way = giveWay();
      if (way !== undefined) await way;
      work(item);
    }
    return;
  }
  for await (const item of items) {
    // Items that are at hand already come without a turn of the event loop between them.
    const way = giveWay();
    if (way !== undefined) await way;
    work(item);
  }
}

/** So many are sorted or merged at once. */
const SORTED_AT_ONCE = 256;

/** As `toSorted`, in slices. */
export async function sortedFrom<T>(all: readonly T[], order: (a: T, b: T) => number): Promise<readonly T[]> {
  let runs: T[][] = [];
  const giveWay = givingWay();
  for (let from = 0; from < all.length; from += SORTED_AT_ONCE) {
    await giveWay();
    runs.push(all.slice(from, from + SORTED_AT_ONCE).sort(order));
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2)
      merged.push(await mergedOf(runs[at] ?? [], runs[at + 1] ?? [], order, giveWay));
    runs = merged;
  }
  return runs[0] ?? [];
}

async function mergedOf<T>(
  one: readonly T[],
  other: readonly T[],
  order: (a: T, b: T) => number,
  giveWay: () => Promise<void> | undefined,
): Promise<T[]> {
  const merged: T[] = [];
  let [at, beside] = [0, 0];
  while (at < one.length && beside < other.length) {
    if (merged.length % SORTED_AT_ONCE === 0) await giveWay();
    // Both stand before the ends.
    const [a, b] = [one[at] as T, other[beside] as T];
    // What is alike stays as it was.
    const isFirst = order(a, b) <= 0;
    merged.push(isFirst ? a : b);
    if (isFirst) at += 1;
    else beside += 1;
  }
  return [...merged, ...one.slice(at), ...other.slice(beside)];
}

/** As `filter`, in slices. What comes or changes meanwhile may be in it or not. */
export async function chosenFrom<T>(all: Iterable<T>, isWanted: (one: T) => boolean): Promise<T[]> {
  const chosen: T[] = [];
  const choose = (one: T): void => {
    if (isWanted(one)) chosen.push(one);
  };
  await inSlices(all, choose);
  return chosen;
}
