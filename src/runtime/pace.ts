import { LRUCache } from 'lru-cache';
import type { SourceLane } from '../domain/source';
import type { Clock, Instant } from '../domain/time';
import { SECOND } from '../domain/time';
import { atMost } from './at-most';

/**
 * How many requests a source may get: so many a second, of which `burst` may go at once after a pause; or, where the
 * source itself counts that way, so many within any stretch of time.
 */
export type RateBudget =
  { readonly perSecond: number; readonly burst: number } | { readonly requests: number; readonly withinMs: number };

export interface Pace {
  /** Takes the next place in the queue; answers in how many milliseconds it comes up (0: now). */
  take(): number;
  /** Takes a place if one is free now; false leaves the queue as it was. */
  takeNow(): boolean;
}

/** A budget for each lane: what one leaves unused is not the other's, so neither can starve the other. */
export type LaneBudgets = Readonly<Record<SourceLane, RateBudget>>;

export type SourceLanes = Readonly<Record<SourceLane, Pace>>;

export function createSourceLanes(budgets: LaneBudgets | undefined, clock: Clock): SourceLanes {
  return { person: createPace(budgets?.person, clock), job: createPace(budgets?.job, clock) };
}

/** More people than ask within one window; whoever is forgotten begins anew. */
const MAX_PEOPLE = 2_000;

/** A budget for each person. Nobody waits: there is a place now, or none. */
export function createPersonPaces(
  budget: RateBudget | undefined,
  clock: Clock,
): { takeNow(person: string | undefined): boolean } {
  const paces = new LRUCache<string, Pace>(atMost(MAX_PEOPLE));
  return {
    takeNow(person) {
      if (budget === undefined || person === undefined) return true;
      const pace = paces.get(person) ?? createPace(budget, clock);
      paces.set(person, pace);
      return pace.takeNow();
    },
  };
}

/** Spreads requests evenly; places are given out in the order in which they are asked for. */
export function createPace(budget: RateBudget | undefined, clock: Clock): Pace {
  if (budget === undefined) return { take: () => 0, takeNow: () => true };
  const pace = 'requests' in budget ? createWindow(budget, clock) : createSpread(budget, clock);
  return {
    take: () => pace.take(),
    takeNow() {
      if (pace.wait() > 0) return false;
      pace.take();
      return true;
    },
  };
}

interface Places {
  /** Milliseconds until the next place, without taking it. */
  wait(): number;
  take(): number;
}

/** A clock that is set back takes the places along, or everybody would wait for it to come forward again. */
function createLook(clock: Clock, takeAlong: (by: number) => void): () => Instant {
  let seen: Instant = clock.now();
  return () => {
    const now = clock.now();
    if (now < seen) takeAlong(seen - now);
    seen = now;
    return now;
  };
}

function createSpread(budget: { readonly perSecond: number; readonly burst: number }, clock: Clock): Places {
  const gap = SECOND / budget.perSecond;
  const slack = gap * (budget.burst - 1);
  let next: Instant = 0;
  const look = createLook(clock, (by) => {
    next -= by;
  });
  const nextFrom = (now: Instant): Instant => Math.max(next, now - slack);
  return {
    wait() {
      const now = look();
      return Math.max(0, nextFrom(now) - now);
    },
    take() {
      const now = look();
      const at = nextFrom(now);
      next = at + gap;
      return Math.max(0, at - now);
    },
  };
}

function createWindow(budget: { readonly requests: number; readonly withinMs: number }, clock: Clock): Places {
  let places: Instant[] = [];
  const look = createLook(clock, (by) => {
    places = places.map((at) => at - by);
  });
  const nextFrom = (now: Instant): Instant => {
    const oldest = places.length < budget.requests ? undefined : places[0];
    return oldest === undefined ? now : Math.max(now, oldest + budget.withinMs);
  };
  return {
    wait() {
      const now = look();
      return nextFrom(now) - now;
    },
    take() {
      const now = look();
      const at = nextFrom(now);
      if (places.length >= budget.requests) places.shift();
      places.push(at);
      return at - now;
    },
  };
}
