/** Milliseconds since 1970-01-01T00:00:00Z. The only form of time that is stored or passed around. */
export type Instant = number;

/** The clock is passed in wherever time matters, so that tests can turn it. */
export interface Clock {
  now(): Instant;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
