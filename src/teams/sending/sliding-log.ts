/** At most `count` requests within any `ms` milliseconds. */
export interface Window {
  readonly count: number;
  readonly ms: number;
}

/**
 * How much longer than the rule every window is kept: Teams counts with its own clock, and clocks that count in whole
 * milliseconds can be one off at either end.
 */
const MARGIN_MS = 10;

/** When a request was counted, for every request that can still matter to one of the windows. */
export interface SlidingLog {
  /** The first moment at which one more request breaks no window; `Infinity` while only an answer can tell. */
  readyAt(reserves?: readonly number[]): number;
  start(): void;
  /** Ends a started request; `countedAt` is the latest moment at which Teams can have counted it, if it did at all. */
  finish(countedAt: number | undefined): void;
  /** How many times are kept. */
  remembered(): number;
  /** Whether nothing in here matters any more at `now`. */
  idle(now: number): boolean;
}

/**
 * A request that is under way counts as made just now: nobody knows when it arrives. Keeping every time (at most as
 * many as the largest window allows) is what makes the full rate possible; buckets that refill steadily either break
 * a window or stay below it.
 */
export function createSlidingLog(windows: readonly Window[]): SlidingLog {
  const keep = Math.max(...windows.map((window) => window.count));
  const longest = Math.max(...windows.map((window) => window.ms)) + MARGIN_MS;
  let times: number[] = [];
  let underWay = 0;

  function insert(time: number): void {
    let at = times.length;
    while (at > 0 && (times[at - 1] ?? 0) > time) at -= 1;
    times.splice(at, 0, time);
    if (times.length > 2 * keep) times = times.slice(-keep);
    const oldest = (times.at(-1) ?? time) - longest;
    let outdated = 0;
    while ((times[outdated] ?? Infinity) < oldest) outdated += 1;
    if (outdated > 0) times.splice(0, outdated);
  }

  return {
    readyAt(reserves) {
      let ready = 0;
      for (const [index, window] of windows.entries()) {
        const others = window.count - (reserves?.[index] ?? 0) - underWay - 1;
        if (others < 0) return Infinity;
        const blocking = times[times.length - 1 - others];
        if (blocking !== undefined) ready = Math.max(ready, blocking + window.ms + MARGIN_MS);
      }
      return ready;
    },
    start() {
      underWay += 1;
    },
    finish(countedAt) {
      underWay -= 1;
      if (countedAt !== undefined) insert(countedAt);
    },
    remembered: () => times.length,
    idle: (now) => underWay === 0 && (times.at(-1) ?? -Infinity) + longest <= now,
  };
}
