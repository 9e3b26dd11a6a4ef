import { SECOND } from '../../domain/time';
import type { Clock } from '../../domain/time';
import { classifyFailure } from './failure';
import type { CosmosFailure } from './failure';

/** How long to go on: a click waits seconds, the first sync of many thousand documents may wait longer. */
export interface Patience {
  readonly attempts: number;
  readonly forMs: number;
}

export const INTERACTIVE: Patience = { attempts: 6, forMs: 8 * SECOND };
export const IN_BULK: Patience = { attempts: 30, forMs: 60 * SECOND };

export interface Retries {
  readonly clock: Clock;
  readonly pause: (ms: number) => Promise<void>;
}

/**
 * - `done`: the request succeeded
 * - `failed`: it did not; `maybeDone` when an attempt ended without a clear answer, so that a write may have happened
 */
export type Attempted<T> =
  | { readonly outcome: 'done'; readonly value: T }
  | { readonly outcome: 'failed'; readonly failure: CosmosFailure; readonly maybeDone: boolean };

const FIRST_PAUSE = 25;
const LONGEST_PAUSE = 2 * SECOND;

/** The one place that decides whether a request to Cosmos is sent again. */
export async function attempt<T>(
  request: () => Promise<T>,
  retries: Retries,
  patience: Patience = INTERACTIVE,
): Promise<Attempted<T>> {
  const until = retries.clock.now() + patience.forMs;
  let maybeDone = false;
  for (let count = 1; ; count += 1) {
    try {
      return { outcome: 'done', value: await request() };
    } catch (error) {
      const failure = classifyFailure(error);
      if (failure.failure === 'unclear') maybeDone = true;
      const wait = failure.waitMs ?? Math.min(FIRST_PAUSE * 2 ** (count - 1), LONGEST_PAUSE);
      const tooLate = count >= patience.attempts || retries.clock.now() + wait > until;
      if (!isWorthAnotherTry(failure) || tooLate) return { outcome: 'failed', failure, maybeDone };
      await retries.pause(wait);
    }
  }
}

function isWorthAnotherTry(failure: CosmosFailure): boolean {
  return failure.failure === 'busy' || failure.failure === 'unclear';
}
