import { createRunner } from '../../src/jobs/runner';
import { createLog } from '../../src/runtime/log';
import type { Job } from '../../src/jobs/table';
import { StoreUnavailable } from '../../src/store';
import { turn } from './hand-timers';
import { createBench, noting, slow } from './stand';
import type { Bench } from './stand';

let bench: Bench;

beforeEach(() => {
  bench = createBench();
});
afterEach(() => bench.close());

const job = (news: Partial<Job> = {}): ReturnType<typeof noting> => noting(bench, news);

describe('a job', () => {
  it('runs at once and then at its times', async () => {
    const one = job();
    bench.runner(one).start();
    await bench.timers.pass(2_500);

    expect(one.runs).toHaveLength(3);
  });

  it('never runs twice at a time, however late it is', async () => {
    const one = slow({ everyMs: 10 });
    bench.runner(one).start();
    await bench.timers.pass(1_000);

    expect(one.started).toBe(1);
    one.finish();
  });

  it('that failed runs again at its next time, and the others do not notice', async () => {
    let failures = 0;
    const failing = job({
      run: () => {
        failures += 1;
        return Promise.reject(new Error('a bug'));
      },
    });
    const fine = job({ name: 'fine' });
    bench.runner(failing, fine).start();
    await bench.timers.pass(2_500);

    expect([failures, fine.runs.length]).toEqual([3, 3]);
    expect(bench.lines.join()).toContain('A job failed; it will run again');
  });

  it('that throws before it promises anything runs again too', async () => {
    let failures = 0;
    const failing = job({
      run: () => {
        failures += 1;
        throw new Error('a bug');
      },
    });
    bench.runner(failing).start();
    await bench.timers.pass(2_500);

    expect(failures).toBe(3);
  });

  it('that finds the store away says what an operator can do', async () => {
    const away = job({ run: () => Promise.reject(new StoreUnavailable('no answer', 'Look at the network.')) });
    bench.runner(away).start();
    await bench.timers.pass(0);

    expect(bench.lines.join()).toContain('Look at the network.');
  });
});

describe('a nudge', () => {
  it('starts the waiting job now, and its time counts from then on', async () => {
    const one = job({ nudgedAs: 'reconcile', everyMs: 1_000 });
    const runner = bench.runner(one);
    runner.start();
    const began = bench.timers.now();
    await bench.timers.pass(600);
    runner.nudge('reconcile');
    await bench.timers.pass(1_100);

    expect(one.runs.map((at) => at - began)).toEqual([0, 600, 1_600]);
  });

  it('while the job runs makes it run once more right after, however many they were', async () => {
    const one = slow({ nudgedAs: 'reconcile' });
    const runner = bench.runner(one);
    runner.start();
    await turn();
    for (let nudge = 0; nudge < 5; nudge++) runner.nudge('reconcile');
    one.finish();
    await turn();

    expect(one.started).toBe(2);
    one.finish();
    await bench.timers.pass(1_000);
    expect(one.started).toBe(2);
  });

  it('while the job runs is told to the run', async () => {
    let heard = 0;
    const one = slow({ nudgedAs: 'reconcile' });
    const run = async (stop: Parameters<typeof one.run>[0]): Promise<void> => {
      stop.onNews(() => (heard += 1));
      await one.run(stop);
    };
    const runner = bench.runner({ ...one, run });
    runner.start();
    await turn();
    runner.nudge('reconcile');
    runner.nudge('sync');

    expect(heard).toBe(1);
    one.finish();
    await turn();
    one.finish();
  });

  it('before the start is not forgotten', async () => {
    const one = slow({ nudgedAs: 'sync' });
    const runner = bench.runner(one);
    runner.nudge('sync');
    runner.start();
    await turn();
    one.finish();
    await turn();

    expect(one.started).toBe(2);
    one.finish();
  });

  it('of another kind changes nothing', async () => {
    const one = job({ nudgedAs: 'sync' });
    const runner = bench.runner(one);
    runner.start();
    await turn();
    runner.nudge('reconcile');
    await turn();

    expect(one.runs).toHaveLength(1);
  });
});

describe('stopping', () => {
  it('waits for the run that is under way, tells it to stop, and then gives the leases back', async () => {
    const one = slow({ lease: 'sync' });
    const runner = bench.runner(one);
    runner.start();
    await bench.timers.pass(1_000);
    let stopped = false;
    const stopping = runner.stop().then(() => (stopped = true));
    await turn();

    expect([stopped, bench.released]).toEqual([false, []]);
    one.finish();
    await stopping;
    expect(one.stops).toEqual([true]);
    expect(bench.released).toEqual(['lease:sync']);
  });

  it('does not wait for ever for a run that does not end, and gives the lease back all the same', async () => {
    const runner = bench.runner(slow({ lease: 'sync' }));
    runner.start();
    await bench.timers.pass(1_000);
    const stopping = runner.stop();
    await bench.timers.pass(5_000);
    await stopping;

    expect(bench.released).toEqual(['lease:sync']);
    expect(bench.lines.join()).toContain('did not come to its end');
  });

  it('ends jobs that wait for their time at once, and starts none of them again', async () => {
    const one = job({ nudgedAs: 'reconcile' });
    const runner = bench.runner(one);
    runner.start();
    await turn();
    await runner.stop();
    runner.nudge('reconcile');
    await bench.timers.pass(10_000);

    expect(one.runs).toHaveLength(1);
  });

  it('is not kept by a lease that cannot be given back', async () => {
    const one = job({ lease: 'sync' });
    const runner = createRunner({
      jobs: [one],
      timers: bench.timers,
      clock: bench.timers,
      log: createLog('silent'),
      hold: (name) => Promise.resolve({ held: 'ours', lease: { id: name, holder: 'us', term: 1, until: Infinity } }),
      note: () => Promise.resolve(),
      release: () => Promise.reject(new StoreUnavailable('away', 'wait')),
    });
    runner.start();
    await turn();

    await expect(runner.stop()).resolves.toBeUndefined();
  });
});

describe('how a run ended', () => {
  it('is noted: that it failed and why, and that it succeeded again', async () => {
    let fails = true;
    const one = job({ run: () => (fails ? Promise.reject(new Error('a bug')) : Promise.resolve()) });
    bench.runner(one).start();
    await bench.timers.pass(0);
    fails = false;
    await bench.timers.pass(1_000);

    expect(bench.ended.filter(([name]) => name === 'job')).toEqual([
      ['job', 'a bug'],
      ['job', undefined],
    ]);
  });
});

it('a run that throws because it was told to stop is no failure', async () => {
  const stopped = job({
    run: (stop) =>
      new Promise((_, reject) => {
        stop.signal.addEventListener('abort', () => {
          reject(new Error('aborted'));
        });
      }),
  });
  const runner = bench.runner(stopped);
  runner.start();
  await bench.timers.pass(0);
  const stopping = runner.stop();
  await bench.timers.pass(10_000);
  await stopping;

  expect(bench.ended.filter(([name]) => name === stopped.name)).toEqual([]);
});
