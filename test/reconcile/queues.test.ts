import { createQueues } from '../../src/reconcile/queues';
import type { Queues } from '../../src/reconcile/queues';

/** Work that ends when it is told to. */
function held(): { readonly work: () => Promise<void>; end(): void; fail(error: Error): void } {
  let end = (): void => undefined;
  let fail = (_error: Error): void => undefined;
  const promise = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { work: () => promise, end, fail };
}

function taken(queues: Queues<string>): string[] {
  const all: string[] = [];
  for (let next = queues.take(); next !== undefined; next = queues.take()) all.push(next);
  return all;
}

function waiting(queues: Queues<string>, party: string, ...ids: readonly string[]): void {
  for (const id of ids) queues.add(party, id, id);
}

describe('what is under way', () => {
  it('is no more for one party than there is room, and leaves the others alone', () => {
    const queues = createQueues<string>({ all: 10, party: 2, whenBusy: 2 });
    queues.start('1', 'slow', held().work);
    expect(queues.hasRoom('slow')).toBe(true);
    queues.start('2', 'slow', held().work);

    expect(['slow', 'fast'].map(queues.hasRoom)).toEqual([false, true]);
  });

  it('is no more in all than there is room', () => {
    const queues = createQueues<string>({ all: 2, party: 2, whenBusy: 2 });
    queues.start('1', 'a', held().work);
    expect(queues.isFull()).toBe(false);
    queues.start('2', 'b', held().work);
    waiting(queues, 'c', '3');

    expect([queues.isFull(), queues.hasRoom('c'), queues.take()]).toEqual([true, false, undefined]);
  });

  it('leaves room for others once half of it is taken', async () => {
    const queues = createQueues<string>({ all: 8, party: 6, whenBusy: 1 });
    const jobs = Array.from({ length: 4 }, held);
    jobs.forEach((job, i) => queues.start(`slow ${i}`, 'slow', job.work));
    expect(['slow', 'quick'].map(queues.hasRoom)).toEqual([false, true]);
    queues.start('other', 'quick', held().work);
    expect(queues.hasRoom('quick')).toBe(false);

    jobs.forEach((job) => {
      job.end();
    });
    while (!queues.hasRoom('slow')) await queues.changed();
  });

  it('is never the same thing twice at a time', async () => {
    const queues = createQueues<string>();
    const job = held();
    expect(queues.start('1', 'a', job.work)).toBe(true);
    expect(queues.start('1', 'b', held().work)).toBe(false);
    job.end();
    await queues.drain();
    expect(queues.start('1', 'b', held().work)).toBe(true);
  });

  it('lets whoever waits know when some of it has ended, and when somebody says so, also before they wait', async () => {
    const queues = createQueues<string>();
    const jobs = [held(), held()];
    jobs.forEach((job, i) => queues.start(String(i), 'a', job.work));
    jobs[0]!.end();
    await queues.changed();
    queues.wake();
    await queues.changed();
    const woken = queues.changed();
    queues.wake();
    await woken;

    expect(queues.isBusy()).toBe(true);
    jobs[1]!.end();
    await queues.drain();
    expect(queues.isBusy()).toBe(false);
  });

  it('all ends before it is said what failed', async () => {
    const queues = createQueues<string>();
    const [bad, good] = [held(), held()];
    queues.start('bad', 'a', bad.work);
    queues.start('good', 'a', good.work);
    bad.fail(new Error('the store is away'));
    const drained = queues.drain();
    good.end();

    await expect(drained).rejects.toThrow('the store is away');
    expect(queues.isBusy()).toBe(false);
  });
});

describe('what waits', () => {
  it('comes in its order, for a party that has room', async () => {
    const queues = createQueues<string>({ all: 9, party: 1, whenBusy: 1 });
    const job = held();
    queues.start('x', 'full', job.work);
    waiting(queues, 'full', '1', '2', '3');
    waiting(queues, 'open', '4');

    expect(taken(queues)).toEqual(['4']);
    job.end();
    await queues.drain();
    expect(taken(queues)).toEqual(['1', '2', '3']);
  });

  it('is taken from one party after another', () => {
    const queues = createQueues<string>();
    waiting(queues, 'a', 'a1', 'a2', 'a3');
    waiting(queues, 'b', 'b1', 'b2');

    expect(taken(queues)).toEqual(['a1', 'b1', 'a2', 'b2', 'a3']);
  });

  it('waits once, in its place', () => {
    const queues = createQueues<string>();
    waiting(queues, 'a', '1', '2', '1');

    expect(taken(queues)).toEqual(['1', '2']);
  });

  it('stands behind what is urgent, of whichever party', () => {
    const queues = createQueues<string>();
    waiting(queues, 'a', 'a1', 'a2');
    queues.add('b', 'b1', 'b1', 'urgent');
    queues.add('a', 'a3', 'a3', 'urgent');

    expect(taken(queues)).toEqual(['b1', 'a3', 'a1', 'a2']);
  });
});
