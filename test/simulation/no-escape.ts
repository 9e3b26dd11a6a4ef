import type { Scheduler } from './scheduler';

/** What the program has asked the machine for although a clock, a timer or a number is passed in. */
export interface Escapes {
  readonly found: ReadonlySet<string>;
  /** The machine is itself again. */
  end(): void;
}

/**
 * While a simulation runs, the machine's clock, timers and random numbers are the scheduler's. `setImmediate` and
 * `AbortSignal.timeout` stand for themselves in the program and are turned like every other timer; whoever of the program
 * asks for the rest has bypassed its ports and is written down.
 */
export function holdTime(scheduler: Scheduler): Escapes {
  const found = new Set<string>();
  const real = {
    setImmediate: globalThis.setImmediate,
    setTimeout: globalThis.setTimeout,
    setInterval: globalThis.setInterval,
    dateNow: Date.now.bind(Date),
    performanceNow: performance.now.bind(performance),
    random: Math.random.bind(Math),
    timeout: AbortSignal.timeout.bind(AbortSignal),
  };
  const own = (): number => scheduler.now() + scheduler.current().skew;
  const note = (what: string): void => {
    // Who called what stands for the machine here; a library of the program has its own reasons.
    const caller = new Error().stack?.split('\n')[3]?.trim() ?? '';
    if (caller.includes('/src/')) found.add(`${what} ${caller}`);
  };
  globalThis.setImmediate = ((run: (...args: unknown[]) => void, ...args: unknown[]) => {
    scheduler.after(scheduler.current(), 0, () => {
      run(...args);
    });
    return {};
  }) as unknown as typeof setImmediate;
  globalThis.setTimeout = ((run: () => void, ms = 0) => {
    note('setTimeout');
    const handle = { unref: () => handle, ref: () => handle };
    scheduler.after(scheduler.current(), ms, run);
    return handle;
  }) as unknown as typeof setTimeout;
  globalThis.setInterval = (() => {
    note('setInterval');
    return { unref: () => undefined };
  }) as unknown as typeof setInterval;
  Date.now = () => {
    note('Date.now');
    return own();
  };
  performance.now = () => scheduler.now();
  let turns = 0;
  Math.random = () => {
    note('Math.random');
    return ((turns += 1) % 97) / 97;
  };
  AbortSignal.timeout = (ms) => {
    const controller = new AbortController();
    scheduler.after(scheduler.current(), ms, () => {
      controller.abort();
    });
    return controller.signal;
  };
  return {
    found,
    end() {
      globalThis.setImmediate = real.setImmediate;
      globalThis.setTimeout = real.setTimeout;
      globalThis.setInterval = real.setInterval;
      Date.now = real.dateNow;
      performance.now = real.performanceNow;
      Math.random = real.random;
      AbortSignal.timeout = real.timeout;
    },
  };
}
