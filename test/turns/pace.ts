import { systemTimers } from '../../src/jobs/runner';
import type { Timers } from '../../src/jobs/runner';

/** What comes round more often than so does it for the sake of tests: reading the sources, reconciling. */
const UNHURRIED_MS = 1_000;

/** What `hasty` makes of ten seconds or a minute. */
const HASTY_MS = 500;

export interface Pace {
  readonly timers: Timers;
  /** All goes round at its time until the wait is over. */
  readonly hurry: <T>(wait: () => Promise<T>) => Promise<T>;
}

/**
 * The bot's jobs go round quickly while a test waits for what they do, and once a second otherwise: a bot that reads all
 * sources five times a second takes a quarter of a core from whoever else is tested.
 */
export function createPace(hasty: boolean): Pace {
  let waiting = 0;
  /** Those whose time has come while nobody waited. */
  const due = new Set<() => void>();

  function setQuick(run: () => void, afterMs: number): { cancel(): void } {
    const cancel = (): void => {
      quick.cancel();
      latest.cancel();
      due.delete(now);
    };
    const now = (): void => {
      cancel();
      run();
    };
    const quick = systemTimers.set(() => {
      if (waiting > 0) now();
      else due.add(now);
    }, afterMs);
    const latest = systemTimers.set(now, UNHURRIED_MS);
    return { cancel };
  }

  return {
    timers: {
      set: (run, afterMs) =>
        afterMs < UNHURRIED_MS
          ? setQuick(run, afterMs)
          : systemTimers.set(run, hasty ? Math.min(afterMs, HASTY_MS) : afterMs),
    },
    async hurry(wait) {
      waiting += 1;
      for (const now of [...due]) now();
      try {
        return await wait();
      } finally {
        waiting -= 1;
      }
    },
  };
}
