import type { Window } from './sliding-log';

/**
 * Teams' limits per bot and conversation (rate-limit page of the Teams documentation, revision of 8 October 2026).
 * `reserve` is what background sends leave free, so that an answer to a person never waits for the half-minute or the
 * hour to pass because an outage is being caught up; the short windows need none, an answer waits two seconds at most.
 */
export interface Limits {
  readonly windows: readonly Window[];
  readonly reserve: readonly number[];
}

export const SEND_LIMITS: Limits = {
  windows: [
    { count: 7, ms: 1_000 },
    { count: 8, ms: 2_000 },
    { count: 60, ms: 30_000 },
    { count: 1_800, ms: 3_600_000 },
  ],
  reserve: [0, 0, 2, 45],
};

/** Reading members and channels has a budget of its own. */
export const READ_LIMITS: Limits = {
  windows: [
    { count: 14, ms: 1_000 },
    { count: 16, ms: 2_000 },
    { count: 120, ms: 30_000 },
    { count: 3_600, ms: 3_600_000 },
  ],
  reserve: [0, 0, 0, 0],
};

/** All requests of one app within one tenant. */
export function tenantLimits(perSecond: number): readonly Window[] {
  return [{ count: perSecond, ms: 1_000 }];
}
