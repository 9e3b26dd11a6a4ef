import type { Clock } from '../../src/domain/time';
import type { Timers } from '../../src/jobs/runner';

/** The clock and the timers of a talk's world: time passes only when it is told to. */
export interface TalkTime {
  readonly clock: Clock;
  readonly timers: Timers;
  /** Moves the clock and starts what has become due by then. */
  pass(ms: number): void;
}

interface Waiting {
  readonly at: number;
  readonly run: () => void;
}

export function createTalkTime(start: number): TalkTime {
  let now = start;
  const waiting = new Set<Waiting>();
  return {
    clock: { now: () => now },
    timers: {
      set(run, afterMs) {
        const timer = { at: now + afterMs, run };
        waiting.add(timer);
        return { cancel: () => void waiting.delete(timer) };
      },
    },
    pass(ms) {
      now += ms;
      const due = [...waiting].filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
      for (const timer of due) if (waiting.delete(timer)) timer.run();
    },
  };
}
