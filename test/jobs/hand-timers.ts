import type { Timers } from '../../src/jobs/runner';

/** Timers that fire when the hand is moved, on the same clock that the runner reads. */
export interface HandTimers extends Timers {
  now(): number;
  /** How much time has passed, whatever the wall clock was set to. */
  readonly passed: { now(): number };
  /** Lets time pass: everything that comes due fires, each at its moment, and what it starts gets its turn. */
  pass(ms: number): Promise<void>;
  /** Sets the wall clock without letting time pass. */
  setClock(ms: number): void;
}

export function handTimers(start = 1_000_000): HandTimers {
  let elapsed = 0;
  let offset = start;
  let waiting: readonly { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => offset + elapsed,
    passed: { now: () => elapsed },
    set(run, afterMs) {
      const timer = { at: elapsed + afterMs, run };
      waiting = [...waiting, timer];
      return {
        cancel: () => {
          waiting = waiting.filter((other) => other !== timer);
        },
      };
    },
    async pass(ms) {
      const until = elapsed + ms;
      await turn();
      for (;;) {
        const next = [...waiting].sort((a, b) => a.at - b.at)[0];
        if (next === undefined || next.at > until) break;
        elapsed = next.at;
        waiting = waiting.filter((other) => other !== next);
        next.run();
        await turn();
      }
      elapsed = until;
    },
    setClock(ms) {
      offset += ms;
    },
  };
}

/** Everything that needs no timer comes to its end. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
