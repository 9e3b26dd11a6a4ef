import type { Clock } from '../domain/time';

export const systemClock: Clock = { now: () => Date.now() };
