import { createCommitQueue } from '../../../src/stores/embedded/commit-queue';

/** A database that commits when told to, and remembers how many steps each commit took. */
function database() {
  const commits: number[] = [];
  const begun: (() => void)[] = [];
  let failing: Error | undefined;
  return {
    commits,
    fail: (error: Error) => {
      failing = error;
    },
    /** Lets the transaction that waits run and reach the disk. */
    proceed: () => {
      begun.shift()?.();
    },
    commit: (steps: () => void): Promise<void> =>
      new Promise((resolve, reject) => {
        begun.push(() => {
          steps();
          const error = failing;
          failing = undefined;
          if (error === undefined) resolve();
          else reject(error);
        });
      }),
  };
}

const asError = (cause: unknown): Error => new Error('unavailable', { cause });
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the commit queue', () => {
  it('puts everything that came while it waited into one transaction', async () => {
    const db = database();
    let inCommit = 0;
    const queue = createCommitQueue(
      async (steps) => {
        inCommit = 0;
        await db.commit(steps);
        db.commits.push(inCommit);
      },
      100,
      asError,
    );
    const step = (value: number) => () => {
      inCommit += 1;
      return value;
    };

    const first = queue.run(step(1));
    const alongside = queue.run(step(2));
    db.proceed();
    const later = [3, 4, 5].map((value) => queue.run(step(value)));
    await turn();
    db.proceed();

    expect(await Promise.all([first, alongside, ...later])).toEqual([1, 2, 3, 4, 5]);
    expect(db.commits).toEqual([2, 3]);
  });

  it('bounds the steps of one transaction', async () => {
    const commits: number[] = [];
    const queue = createCommitQueue(
      async (steps) => {
        commits.push(0);
        await turn();
        steps();
      },
      2,
      asError,
    );
    const step = (): void => {
      commits[commits.length - 1]! += 1;
    };

    await Promise.all([1, 2, 3, 4, 5].map(() => queue.run(step)));

    expect(commits).toEqual([2, 2, 1]);
  });

  it('answers nobody before the transaction is on the disk', async () => {
    const db = database();
    const queue = createCommitQueue(db.commit, 100, asError);
    let answered = false;

    const running = queue.run(() => 1).then(() => (answered = true));
    await turn();
    expect(answered).toBe(false);
    db.proceed();
    await running;
    expect(answered).toBe(true);
  });

  it('fails everybody in a transaction that did not get to the disk, and goes on with the next', async () => {
    const db = database();
    const queue = createCommitQueue(db.commit, 100, asError);
    db.fail(new Error('disk full'));

    const lost = [queue.run(() => 1), queue.run(() => 2)];
    db.proceed();
    await expect(Promise.allSettled(lost)).resolves.toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
    const next = queue.run(() => 3);
    await turn();
    db.proceed();

    expect(await next).toBe(3);
  });

  it('fails only the step that throws', async () => {
    const queue = createCommitQueue(
      (steps) => {
        steps();
        return Promise.resolve();
      },
      100,
      asError,
    );
    const broken = queue.run(() => {
      throw new Error('broken');
    });

    expect(await Promise.allSettled([broken, queue.run(() => 2)])).toMatchObject([
      { status: 'rejected', reason: { message: 'unavailable' } },
      { status: 'fulfilled', value: 2 },
    ]);
  });

  it('finishes what it has when it is closed, and takes nothing more', async () => {
    const db = database();
    const queue = createCommitQueue(db.commit, 100, asError);

    const last = queue.run(() => 1);
    const closing = queue.close();
    const late = queue.run(() => 2);
    db.proceed();

    await expect(late).rejects.toThrow('unavailable');
    await closing;
    expect(await last).toBe(1);
  });
});
