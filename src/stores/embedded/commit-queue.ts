/**
 * A piece of work inside a write transaction that it shares with others. It may throw as long as it has written
 * nothing; an error of the database in the middle of its writes makes lmdb refuse the whole transaction.
 */
export type CommitStep<T> = () => T;

export interface CommitQueue {
  /** Resolves with the step's result once the transaction that holds it is on the disk. */
  run<T>(step: CommitStep<T>): Promise<T>;
  /** Resolves when nothing is under way; later calls of `run` are refused. */
  close(): Promise<void>;
}

/** Nothing more is taken; `code` as other failures of the database have one. */
class QueueClosed extends Error {
  readonly code = 'closed';
  constructor() {
    super('it has been closed');
    this.name = 'QueueClosed';
  }
}

interface Waiting {
  execute(): void;
  succeed(): void;
  fail(error: unknown): void;
}

/**
 * Group commit. While one transaction is on its way to the disk, steps collect; the next transaction takes them all,
 * so that twenty clickers cost two flushes and not twenty.
 *
 * `commit` runs its argument inside one write transaction and resolves when that is durable.
 * `atOnce` bounds the steps of one transaction, because they run on the thread that also answers Teams.
 * `asError` makes the store's own error of whatever went wrong.
 */
export function createCommitQueue(
  commit: (steps: () => void) => Promise<void>,
  atOnce: number,
  asError: (cause: unknown) => Error,
): CommitQueue {
  let waiting: Waiting[] = [];
  let working: Promise<void> | undefined;
  let open = true;

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      let taken: Waiting[] = [];
      try {
        await commit(() => {
          // Taken here and not before: whoever came while lmdb waited for its turn to write is in as well.
          taken = waiting.slice(0, atOnce);
          waiting = waiting.slice(atOnce);
          for (const each of taken) each.execute();
        });
        for (const each of taken) each.succeed();
      } catch (error) {
        const failed = taken.length > 0 ? taken : waiting.splice(0);
        for (const each of failed) each.fail(error);
      }
    }
    working = undefined;
  }

  return {
    run<T>(step: CommitStep<T>): Promise<T> {
      if (!open) return Promise.reject(asError(new QueueClosed()));
      return new Promise<T>((resolve, reject) => {
        let settle: () => void = () => undefined;
        waiting.push({
          execute: () => {
            try {
              const value = step();
              settle = () => {
                resolve(value);
              };
            } catch (error) {
              settle = () => {
                reject(asError(error));
              };
            }
          },
          succeed: () => {
            settle();
          },
          fail: (error) => {
            reject(asError(error));
          },
        });
        working ??= work();
      });
    },
    async close(): Promise<void> {
      open = false;
      await working;
    },
  };
}
