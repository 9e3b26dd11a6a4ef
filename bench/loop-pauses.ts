/** Watches the event loop from now on; the function that comes back ends it and gives the longest pause in milliseconds. */
export function watchLoop(): () => number {
  let longest = 0;
  let last = performance.now();
  let running = true;
  const tick = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (running) setImmediate(tick);
  };
  tick();
  return () => {
    running = false;
    return longest;
  };
}

/** In milliseconds. */
export interface Pauses {
  readonly over50: number;
  readonly over100: number;
  readonly longest: number;
  readonly p999: number;
}

/**
 * Watches the event loop without keeping the processor busy, until it is asked: how late timers were since the time before
 * (what is shorter than a tick is not seen), by the clock, and by the CPU time of this process, in which nothing counts that others on the machine took away.
 */
export function watchPauses(tickMs = 5): () => { readonly byClock: Pauses; readonly byCpu: Pauses } {
  let late: number[] = [];
  let busy: number[] = [];
  let last = performance.now();
  let before = cpuMs();
  setInterval(() => {
    const now = performance.now();
    const cpu = cpuMs();
    const pause = Math.max(0, now - last - tickMs);
    last = now;
    late.push(pause);
    busy.push(Math.min(pause, cpu - before));
    before = cpu;
  }, tickMs).unref();
  return () => {
    const seen = { byClock: pausesOf(late), byCpu: pausesOf(busy) };
    late = [];
    busy = [];
    return seen;
  };
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function pausesOf(all: readonly number[]): Pauses {
  const sorted = [...all].sort((a, b) => a - b);
  return {
    over50: sorted.filter((pause) => pause > 50).length,
    over100: sorted.filter((pause) => pause > 100).length,
    longest: sorted.at(-1) ?? 0,
    p999: sorted[Math.floor(sorted.length * 0.999)] ?? 0,
  };
}
