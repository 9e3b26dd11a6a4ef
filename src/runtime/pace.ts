import type { Clock, Instant } from '../domain/time';
import { SECOND } from '../domain/time';

/** How many requests a source may get. `burst` is how many may go at once after a pause. */
export interface RateBudget {
  readonly perSecond: number;
  readonly burst: number;
}

export interface Pace {
  /** Takes the next place in the queue; answers in how many milliseconds it comes up (0: now). */
  take(): number;
}

/** Spreads requests evenly; places are given out in the order in which they are asked for. */
export function createPace(budget: RateBudget | undefined, clock: Clock): Pace {
  if (budget === undefined) return { take: () => 0 };
  const gap = SECOND / budget.perSecond;
  const slack = gap * (budget.burst - 1);
  let next: Instant = 0;
  return {
    take() {
      const now = clock.now();
      const at = Math.max(next, now - slack);
      next = at + gap;
      return Math.max(0, at - now);
    },
  };
}
