import type { HealthAnswer } from './health-answer';

/** What a look at all sources came to. */
export interface LookedAtAll {
  /** False: a source is still being read. */
  readonly isDone: boolean;
  /** How many accounts are new or other than before, and the first of them. */
  readonly changed: number;
  readonly names: readonly string[];
  readonly health: HealthAnswer;
}
