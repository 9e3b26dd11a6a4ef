import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 25;

/**
 * Looks again and again until `look` gives something, and fails with the name of what did not come about. For what
 * happens in another process, where nothing tells us the moment.
 */
export async function eventually<T>(
  what: string | (() => string),
  look: () => Promise<T | undefined | false> | T | undefined | false,
  withinMs = 60_000,
): Promise<T> {
  const until = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > until) {
      throw new Error(`did not come about within ${withinMs / 1000} s: ${typeof what === 'string' ? what : what()}`);
    }
    await pause(LOOK_EVERY_MS);
  }
}

/** A promise with a deadline that says what was waited for. */
export async function inTime<T>(what: string, work: Promise<T>, withinMs = 60_000): Promise<T> {
  const end = new AbortController();
  const late = pause(withinMs, undefined, { signal: end.signal }).then(() => {
    throw new Error(`did not come about within ${withinMs / 1000} s: ${what}`);
  });
  // Ended early, it rejects with nobody there to listen.
  late.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    end.abort();
  }
}

/** A small generator of the Park-Miller kind, from 0 to 1; the same seed gives the same drill. */
export function seeded(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** `DRILL_ROUNDS` makes a soak of it; the gate runs each drill once. */
export function rounds(): number {
  return Math.max(1, Number(process.env['DRILL_ROUNDS'] ?? 1));
}
