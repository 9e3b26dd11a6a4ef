import type { Document, LeftOut } from '../domain/documents';
import { isStoreAway, UnreadableDocument, Unstorable } from '../store';
import type { Store, Write, WriteOutcome } from '../store';

/** How many are named; the rest is counted. */
const NAMED = 5;
const MAX_NAME = 80;

/** Counts and names what one reading of a source could not keep. */
export interface LeavingOut {
  add(name: string, why: string): void;
  /** Runs the step for one record; what fails for any reason but the store's absence is left out, and the others go on. */
  each(name: string, step: () => Promise<unknown>): Promise<void>;
  readonly found: LeftOut | undefined;
}

export function leavingOut(): LeavingOut {
  let count = 0;
  const first: { name: string; why: string }[] = [];
  const made: LeavingOut = {
    add(name, why) {
      count += 1;
      if (first.length < NAMED) first.push({ name: name.slice(0, MAX_NAME), why });
    },
    async each(name, step) {
      try {
        await step();
      } catch (error) {
        if (isStoreAway(error)) throw error;
        made.add(name, error instanceof Error ? error.message : String(error));
      }
    },
    get found() {
      return count === 0 ? undefined : { count, first };
    },
  };
  return made;
}

/**
 * One document of many. One that cannot be read, because a later version wrote it or it is damaged, is left as it is, with
 * `undefined` for what was to come of it; `health` names it, and the others go on.
 */
export async function ifReadable<T>(step: () => Promise<T>): Promise<T | undefined> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof UnreadableDocument) return undefined;
    throw error;
  }
}

/** As `Store.writeAll`, but a document that can never be stored spoils only its own write: its outcome is the error. */
export async function writeEach<D extends Document>(
  store: Store,
  writes: readonly Write<D>[],
): Promise<readonly (WriteOutcome | Unstorable)[]> {
  try {
    return await store.writeAll(writes);
  } catch (error) {
    if (!(error instanceof Unstorable)) throw error;
  }
  const outcomes: (WriteOutcome | Unstorable)[] = [];
  for (const write of writes) outcomes.push(await store.write(write).catch(unstorable));
  return outcomes;
}

function unstorable(error: unknown): Unstorable {
  if (error instanceof Unstorable) return error;
  throw error;
}
