import { LRUCache } from 'lru-cache';
import type { Timer } from '../timer';
import { atMost } from '../../runtime/at-most';

/** Teams delivers an activity again when it had to wait: the same activity gets the same answer, without a second turn. */
export interface Redelivery<A> {
  once(key: string | undefined, run: () => Promise<A>): Promise<A>;
}

const REMEMBERED_MS = 10 * 60_000;

export function createRedelivery<A>(timer: Timer, limit: number): Redelivery<A> {
  const answers = new LRUCache<string, { readonly answer: Promise<A>; readonly at: number }>(atMost(limit));
  return {
    once(key, run) {
      if (key === undefined) return run();
      const earlier = answers.get(key);
      if (earlier !== undefined && timer.now() - earlier.at < REMEMBERED_MS) return earlier.answer;
      const answer = run();
      answers.set(key, { answer, at: timer.now() });
      return answer;
    },
  };
}
