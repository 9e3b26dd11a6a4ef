import { createLanes } from '../../src/reconcile/lanes';

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

describe('lanes', () => {
  it('hold no more work for one party than there is room, and leave the others alone', () => {
    const lanes = createLanes({ all: 10, lane: 2, busyLane: 2 });
    const jobs = [held(), held(), held(), held()];

    expect(lanes.start('1', 'slow', jobs[0]!.work)).toBe(true);
    expect(lanes.start('2', 'slow', jobs[1]!.work)).toBe(true);
    expect(lanes.start('3', 'slow', jobs[2]!.work)).toBe(false);
    expect(lanes.start('4', 'fast', jobs[3]!.work)).toBe(true);
    expect(['slow', 'fast'].map((lane) => lanes.hasRoom(lane))).toEqual([false, true]);
  });

  it('hold no more work in all than there is room', () => {
    const lanes = createLanes({ all: 2, lane: 2, busyLane: 2 });

    expect(lanes.start('1', 'a', held().work)).toBe(true);
    expect(lanes.full()).toBe(false);
    expect(lanes.start('2', 'b', held().work)).toBe(true);
    expect(lanes.full()).toBe(true);
    expect(lanes.start('3', 'c', held().work)).toBe(false);
  });

  it('leave room for others once half of it is taken', async () => {
    const lanes = createLanes({ all: 8, lane: 6, busyLane: 1 });
    const jobs = Array.from({ length: 4 }, held);
    const started = jobs.map((job, i) => lanes.start(`slow ${i}`, 'slow', job.work));

    expect(started).toEqual([true, true, true, true]);
    expect(lanes.start('one more', 'slow', held().work)).toBe(false);
    expect(lanes.start('other', 'quick', held().work)).toBe(true);
    expect(lanes.start('another', 'quick', held().work)).toBe(false);

    jobs.forEach((job) => {
      job.end();
    });
    while (!lanes.hasRoom('slow')) await lanes.changed();
    expect(lanes.start('one more', 'slow', held().work)).toBe(true);
  });

  it('do not start the same thing twice at a time', () => {
    const lanes = createLanes();

    expect(lanes.start('1', 'a', held().work)).toBe(true);
    expect(lanes.start('1', 'b', held().work)).toBe(false);
    expect(['1', '2'].map((key) => lanes.isUnderWay(key))).toEqual([true, false]);
  });

  it('wait until something has ended, or all of it', async () => {
    const lanes = createLanes();
    const jobs = [held(), held(), held()];
    jobs.forEach((job, i) => lanes.start(String(i), 'a', job.work));
    jobs[0]!.end();

    await lanes.changed();

    expect(lanes.busy()).toBe(true);
    jobs[1]!.end();
    jobs[2]!.end();
    await lanes.drain();
    expect(lanes.busy()).toBe(false);
  });

  it('let themselves be woken, also before anybody waits', async () => {
    const lanes = createLanes();
    lanes.start('1', 'a', held().work);
    lanes.wake();
    await lanes.changed();
    const waiting = lanes.changed();
    lanes.wake();
    await waiting;

    expect(lanes.busy()).toBe(true);
  });

  it('let everything end before they say what failed', async () => {
    const lanes = createLanes();
    const [bad, good] = [held(), held()];
    lanes.start('bad', 'a', bad.work);
    lanes.start('good', 'a', good.work);
    bad.fail(new Error('the store is away'));
    const drained = lanes.drain();
    good.end();

    await expect(drained).rejects.toThrow('the store is away');
    expect(lanes.busy()).toBe(false);
  });
});
