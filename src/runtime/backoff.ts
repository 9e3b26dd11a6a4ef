import { DelegateBackoff, ExponentialBackoff } from 'cockatiel';
import type { IBackoff, IRetryBackoffContext } from 'cockatiel';
import { SECOND } from '../domain/time';

/** Exponential with jitter, and never shorter than what the failed try was told to wait. */
export function backoffAfter(firstMs: number, told: (error: unknown) => number) {
  const first = new ExponentialBackoff({ initialDelay: firstMs, maxDelay: 10 * SECOND });
  return new DelegateBackoff<IRetryBackoffContext<unknown>, IBackoff<unknown>>((context, before) => {
    const step = before === undefined ? first.next() : before.next(context);
    const asked = 'error' in context.result ? told(context.result.error) : 0;
    return { delay: Math.max(asked, step.duration), state: step };
  });
}
