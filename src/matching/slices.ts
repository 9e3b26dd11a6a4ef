export interface SliceOptions {
  /** Longest stretch of work without giving way, in milliseconds. Default 20. */
  readonly sliceMs?: number;
  /** Gives way to other work. Default: the next turn of the event loop. */
  readonly yield?: () => Promise<void>;
  /** Milliseconds from any start. Default: the monotonic clock. */
  readonly now?: () => number;
}

const DEFAULT_SLICE_MS = 20;

/** Lets everything else that waits have its turn first. */
export function nextSlice(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Does `work` for each item, and gives way whenever the slice is used up. */
export async function inSlices<T>(
  items: Iterable<T> | AsyncIterable<T>,
  work: (item: T) => void,
  options: SliceOptions = {},
): Promise<void> {
  const now = options.now ?? (() => performance.now());
  const rest = options.yield ?? nextSlice;
  const slice = options.sliceMs ?? DEFAULT_SLICE_MS;
  let started = now();
  const step = async (item: T): Promise<void> => {
    await rest();
    started = now();
    work(item);
  };
  if (Symbol.iterator in items) {
    for (const item of items) {
      if (now() - started >= slice) await step(item);
      else work(item);
    }
    return;
  }
  for await (const item of items) {
    // Items that are at hand already come without a turn of the event loop between them.
    if (now() - started >= slice) await step(item);
    else work(item);
  }
}
