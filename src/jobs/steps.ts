import { giveWay } from '../runtime/own-turns';
import { isStoreAway } from '../store';

/** One of the steps of a job. What it fails at keeps the steps after it from nothing. */
export type JobStep = readonly [name: string, run: () => Promise<void>];

/**
 * Runs the steps one after the other, also after one that failed, and throws the first failure at the end, with the name
 * of its step. When the store is away, no step can be done. Between two of them everything else has its turn.
 */
export async function runSteps(stop: { readonly aborted: boolean }, steps: readonly JobStep[]): Promise<void> {
  let first: Error | undefined;
  for (const [name, run] of steps) {
    if (stop.aborted) break;
    try {
      await run();
    } catch (error) {
      if (isStoreAway(error)) throw error;
      first ??= new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
    await giveWay();
  }
  if (first !== undefined) throw first;
}
