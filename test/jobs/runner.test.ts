import { createRunner } from '../../src/jobs/runner';
import type { Runner } from '../../src/jobs/runner';
import type { Job } from '../../src/jobs/table';
import { createLog } from '../../src/runtime/log';
import { StoreUnavailable } from '../../src/store';
import { LEASE_LASTS } from '../../src/tasks/hold-lease';
import type { Lease } from '../../src/tasks/hold-lease';
import { handTimers, turn } from './hand-timers';
import type { HandTimers } from './hand-timers';

/** A replica's runner with leases that the test gives and takes. */
interface Bench {
  readonly timers: HandTimers;
  readonly lines: string[];
  readonly released: string[];
  /** How often each lease was asked for. */
  readonly asked: string[];
  /** What the store says to whoever asks for a lease. */
  answer: 'ours' | 'theirs' | 'unavailable';
  runner(...jobs: Job[]): Runner;
}

let bench: Bench;
let running: Runner[] = [];

beforeEach(() => {
  bench = createBench();
});
afterEach(async () => {
  const stopping = running.map((runner) => runner.stop());
  await bench.timers.pass(10_000);
  await Promise.all(stopping);
  running = [];
});

function createBench(): Bench {
  const timers = handTimers();
  let term = 1;
  const made: Bench = {
    timers,
    lines: [],
    released: [],
    asked: [],
    answer: 'ours',
    runner(...jobs) {
      const runner = createRunner({
        jobs,
        timers,
        clock: timers,
        log: createLog('info', { write: (line: string) => void made.lines.push(line) }),
        hold: (name) => {
          made.asked.push(name);
          if (made.answer === 'unavailable') return Promise.reject(new StoreUnavailable('away', 'wait'));
          if (made.answer === 'theirs') {
            term += 1;
            return Promise.resolve(undefined);
          }
          const lease: Lease = { id: `lease:${name}`, holder: 'us', term, until: timers.now() + LEASE_LASTS };
          return Promise.resolve(lease);
        },
        release: (lease) => {
          made.released.push(lease.id);
          return Promise.resolve();
        },
      });
      running.push(runner);
      return runner;
    },
  };
  return made;
}

/** A job that notes when it ran. */
function job(news: Partial<Job> = {}): Job & { readonly runs: number[] } {
  const runs: number[] = [];
  return {
    name: 'job',
    everyMs: 1_000,
    run: () => {
      runs.push(bench.timers.now());
      return Promise.resolve();
    },
    ...news,
    runs,
  };
}

/** A job whose runs end when the test says so. */
function slow(news: Partial<Job> = {}): Job & { readonly started: number; finish(): void; readonly stops: boolean[] } {
  let finish: (() => void) | undefined;
  const made = {
    name: 'slow',
    everyMs: 60_000,
    started: 0,
    stops: [] as boolean[],
    finish: () => finish?.(),
    async run(stop: Parameters<Job['run']>[0]) {
      made.started += 1;
      await new Promise<void>((resolve) => (finish = resolve));
      made.stops.push(stop.aborted);
    },
    ...news,
  };
  return made;
}

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

describe('a leased job', () => {
  it('does not run while another replica holds the lease, and asks again each time', async () => {
    const one = job({ lease: 'sync' });
    bench.answer = 'theirs';
    bench.runner(one).start();
    await bench.timers.pass(2_500);

    expect(one.runs).toHaveLength(0);
    expect(bench.asked).toHaveLength(3);
  });

  it('asks once for a lease that several jobs share', async () => {
    bench.runner(job({ lease: 'reconcile' }), job({ lease: 'reconcile' }), job({ lease: 'reconcile' })).start();
    await bench.timers.pass(0);

    expect(bench.asked).toEqual(['reconcile']);
  });

  it('begins once the lease is to be had', async () => {
    const one = job({ lease: 'sync' });
    bench.answer = 'theirs';
    bench.runner(one).start();
    await bench.timers.pass(2_500);
    bench.answer = 'ours';
    await bench.timers.pass(1_000);

    expect(one.runs).toHaveLength(1);
  });

  it('keeps its lease while a run lasts longer than the lease', async () => {
    const one = slow({ lease: 'sync' });
    bench.runner(one).start();
    await bench.timers.pass(10 * LEASE_LASTS);
    one.finish();
    await turn();

    expect(one.stops).toEqual([false]);
  });

  it('is told to stop when another replica has taken the lease meanwhile', async () => {
    const one = slow({ lease: 'sync' });
    bench.runner(one).start();
    await bench.timers.pass(1_000);
    bench.answer = 'theirs';
    await bench.timers.pass(10_000);
    one.finish();
    await turn();

    expect(one.stops).toEqual([true]);
    expect(bench.lines.join()).toContain('lease lost');
  });

  it('is told to stop when its lease could not be renewed in time', async () => {
    const one = slow({ lease: 'sync' });
    bench.runner(one).start();
    await bench.timers.pass(1_000);
    bench.answer = 'unavailable';
    await bench.timers.pass(LEASE_LASTS);
    one.finish();
    await turn();

    expect(one.stops).toEqual([true]);
  });

  it('of a process that was suspended past its lease sees that before it acts again', async () => {
    const one = slow({ lease: 'sync' });
    bench.runner(one).start();
    await bench.timers.pass(1_000);
    // The clock went on; no timer of ours did.
    bench.timers.setClock(LEASE_LASTS);
    one.finish();
    await turn();

    expect(one.stops).toEqual([true]);
  });

  it('asks the store first when the process was suspended between two runs', async () => {
    const one = job({ lease: 'sync' });
    bench.runner(one).start();
    await bench.timers.pass(500);
    bench.timers.setClock(LEASE_LASTS);
    bench.answer = 'theirs';
    await bench.timers.pass(600);

    expect(one.runs).toHaveLength(1);
  });

  it('goes on when the clock is set back, with a lease of the new time', async () => {
    const one = job({ lease: 'sync' });
    bench.runner(one).start();
    await bench.timers.pass(500);
    bench.timers.setClock(-3_600_000);
    await bench.timers.pass(7_000);
    bench.answer = 'theirs';
    await bench.timers.pass(7_000);
    const runs = one.runs.length;
    await bench.timers.pass(5_000);

    expect(one.runs).toHaveLength(runs);
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
      hold: (name) => Promise.resolve({ id: name, holder: 'us', term: 1, until: Infinity }),
      release: () => Promise.reject(new StoreUnavailable('away', 'wait')),
    });
    runner.start();
    await turn();

    await expect(runner.stop()).resolves.toBeUndefined();
  });
});
