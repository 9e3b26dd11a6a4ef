import type { Job } from '../../src/jobs/table';
import { LEASE_LASTS } from '../../src/records/hold-lease';
import { turn } from './hand-timers';
import { createBench, noting, slow } from './stand';
import type { Bench } from './stand';

let bench: Bench;

beforeEach(() => {
  bench = createBench();
});
afterEach(() => bench.close());

const job = (news: Partial<Job> = {}): ReturnType<typeof noting> => noting(bench, news);

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

  it('belongs to the time before when its lease was lost and taken anew meanwhile', async () => {
    const one = slow({ lease: 'sync' });
    // The other job takes the lease again.
    bench.runner(one, job({ lease: 'sync', everyMs: 1_000 })).start();
    await bench.timers.pass(1_000);
    bench.answer = 'theirs';
    await bench.timers.pass(7_000);
    bench.answer = 'ours';
    await bench.timers.pass(3_000);
    one.finish();
    await turn();

    expect(one.stops).toEqual([true]);
  });

  it('confirms with the store that its time goes on', async () => {
    const confirmed: boolean[] = [];
    const run: Job['run'] = async (stop) => {
      confirmed.push(await stop.confirm());
      bench.answer = 'theirs';
      confirmed.push(await stop.confirm());
      bench.answer = 'ours';
      confirmed.push(await stop.confirm());
    };
    bench.runner(job({ lease: 'sync', run, everyMs: 60_000 })).start();
    await bench.timers.pass(0);

    expect(confirmed).toEqual([true, false, false]);
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
