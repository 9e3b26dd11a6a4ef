import type { Timer } from '../../src/teams/timer';

export interface VirtualTimer extends Timer {
  /** Moves time on and runs, in order, what falls due; lets promises settle in between. */
  advance(ms: number): Promise<void>;
  /** Lets everything happen that needs no time. */
  settle(): Promise<void>;
  pending(): number;
}

export function createVirtualTimer(): VirtualTimer {
  let now = 0;
  /** In the order in which they fall due. */
  const due: { readonly at: number; readonly run: () => void }[] = [];
  /** Behind everything that falls due at the same moment or before. */
  const placeOf = (at: number): number => {
    let [from, to] = [0, due.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((due[middle]?.at ?? 0) <= at) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    now: () => now,
    after(ms, run) {
      const entry = { at: now + Math.max(0, ms), run };
      due.splice(placeOf(entry.at), 0, entry);
      return () => {
        const at = due.indexOf(entry);
        if (at >= 0) due.splice(at, 1);
      };
    },
    async advance(ms) {
      const until = now + ms;
      await settle();
      for (;;) {
        const next = due[0];
        if (next === undefined || next.at > until) break;
        due.shift();
        now = next.at;
        next.run();
        await settle();
      }
      now = until;
    },
    settle,
    pending: () => due.length,
  };
}

/** Lets virtual time run whenever nothing is under way for real, until the work is done. */
export async function finish<T>(work: Promise<T>, timer: VirtualTimer, outbound: { underWay(): number }): Promise<T> {
  const state = { done: false };
  const end = (): void => {
    state.done = true;
  };
  work.then(end, end);
  for (let quiet = 0; !state.done; quiet += 1) {
    await timer.settle();
    if (outbound.underWay() > 0) quiet = 0;
    if (quiet >= 5) await timer.advance(250);
  }
  return work;
}
