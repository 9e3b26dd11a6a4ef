import { createLanes } from '../../src/tasks/lanes';

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
    const lanes = createLanes(2);
    const jobs = [held(), held(), held(), held()];

    expect(lanes.start('1', ['slow'], jobs[0]!.work)).toBe(true);
    expect(lanes.start('2', ['slow'], jobs[1]!.work)).toBe(true);
    expect(lanes.start('3', ['slow'], jobs[2]!.work)).toBe(false);
    expect(lanes.start('4', ['fast'], jobs[3]!.work)).toBe(true);
    expect(lanes.turnedAway()).toBe(true);
    expect(lanes.turnedAway()).toBe(false);
  });

  it('do not start the same thing twice at a time', () => {
    const lanes = createLanes();

    expect(lanes.start('1', ['a'], held().work)).toBe(true);
    expect(lanes.start('1', ['b'], held().work)).toBe(false);
  });

  it('wait for half, or for all, of what is under way', async () => {
    const lanes = createLanes();
    const jobs = [held(), held(), held(), held()];
    jobs.forEach((job, i) => lanes.start(String(i), ['a'], job.work));
    jobs[0]!.end();
    jobs[1]!.end();

    await lanes.drain('half');

    expect(lanes.busy()).toBe(true);
    jobs[2]!.end();
    jobs[3]!.end();
    await lanes.drain('all');
    expect(lanes.busy()).toBe(false);
  });

  it('let everything end before they say what failed', async () => {
    const lanes = createLanes();
    const [bad, good] = [held(), held()];
    lanes.start('bad', ['a'], bad.work);
    lanes.start('good', ['a'], good.work);
    bad.fail(new Error('the store is away'));
    const drained = lanes.drain('all');
    good.end();

    await expect(drained).rejects.toThrow('the store is away');
    expect(lanes.busy()).toBe(false);
  });
});
