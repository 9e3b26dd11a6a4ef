import type { Clock, Instant } from '../domain/time';
import { SECOND } from '../domain/time';

/**
 * How many requests a source may get: so many a second, of which `burst` may go at once after a pause; or, where the
 * source itself counts that way, so many within any stretch of time.
 */
export type RateBudget =
  { readonly perSecond: number; readonly burst: number } | { readonly requests: number; readonly withinMs: number };

export interface Pace {
  /** Takes the next place in the queue; answers in how many milliseconds it comes up (0: now). */
  take(): number;
}

/** Spreads requests evenly; places are given out in the order in which they are asked for. */
export function createPace(budget: RateBudget | undefined, clock: Clock): Pace {
  if (budget === undefined) return { take: () => 0 };
  if ('requests' in budget) return createWindow(budget, clock);
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

function createWindow(budget: { readonly requests: number; readonly withinMs: number }, clock: Clock): Pace {
  let places: Instant[] = [];
  let seen: Instant = clock.now();
  return {
    take() {
      const now = clock.now();
      // A clock that is set back takes the places along, or everybody would wait for it to come forward again.
      if (now < seen) places = places.map((at) => at - (seen - now));
      seen = now;
      const oldest = places.length < budget.requests ? undefined : places.shift();
      const at = oldest === undefined ? now : Math.max(now, oldest + budget.withinMs);
      places.push(at);
      return at - now;
    },
  };
}
