import { createRunner } from '../../src/jobs/runner';
import type { Job } from '../../src/jobs/table';
import { createHolder, releaseLease } from '../../src/records/hold-lease';
import { Register } from '../../src/register/register';
import { createLog } from '../../src/runtime/log';
import { handTimers } from './hand-timers';
import { leaseStore } from './lease-store';
import type { LeaseStore } from './lease-store';

/** Two replicas with runners and clocks of their own on one store, one of which dies without a word. */

const INTERVAL = 300_000;
const WITHIN = 25_000;
const MINUTE = 60_000;

const JOBS = [
  ['sync p', 'sync-p', INTERVAL],
  ['events', 'sync-p', 5_000],
  ['reconcile', 'reconcile', 2_000],
  ['boards and watches', 'reconcile', 10_000],
  ['digest', 'reconcile', 60_000],
] as const;

function replica({ store, tail }: LeaseStore, name: string, clock: number) {
  const timers = handTimers(1_000_000_000 + clock);
  const runs = new Map<string, number[]>();
  let elapsed = 0;
  let dead = false;
  const jobs = JOBS.map(([job, lease, everyMs]): Job => ({
    name: job,
    lease,
    everyMs,
    run: () => {
      runs.set(job, [...(runs.get(job) ?? []), elapsed]);
      return Promise.resolve();
    },
  }));
  const ports = { store, register: new Register(), clock: timers, partnerId: 'partner' };
  const leases = createHolder(ports, name, timers.passed);
  // Whoever starts finds each lease as it is; from then on it hears of every change.
  let heard: number | undefined;
  const hear = (): Promise<void> => {
    for (const document of tail.slice(heard ?? tail.length)) leases.hear(document);
    heard = tail.length;
    return Promise.resolve();
  };
  const runner = createRunner({
    jobs: [...jobs, { name: 'follow', everyMs: 1_000, run: hear }],
    timers,
    clock: timers,
    log: createLog('silent'),
    hold: leases.hold,
    release: (lease) => releaseLease(ports, lease),
    note: () => Promise.resolve(),
  });
  return {
    runs,
    start: () => {
      runner.start();
    },
    kill: () => (dead = true),
    setAhead: (ms: number) => {
      timers.setClock(ms);
    },
    async pass(ms: number) {
      if (!dead) await timers.pass(ms);
      elapsed += ms;
    },
  };
}

async function passTogether(ms: number, ...replicas: ReturnType<typeof replica>[]): Promise<void> {
  for (let at = 0; at < ms; at += 500) for (const one of replicas) await one.pass(500);
}

describe('when the replica that holds the leases is killed', () => {
  it.each([
    ['with the same clock', 0],
    ['with a clock a minute ahead', MINUTE],
    ['with a clock a minute behind', -MINUTE],
  ])('another one %s runs every job within 25 s, whatever the interval', async (_what, skew) => {
    const store = leaseStore();
    const first = replica(store, 'first', 0);
    const second = replica(store, 'second', skew);
    first.start();
    await passTogether(3_000, first);
    second.start();
    // Whoever is ahead may have taken the leases by now; the one who has them dies.
    await passTogether(62_000, first, second);
    const holds = (one: typeof first): boolean => (one.runs.get('reconcile')?.at(-1) ?? -1) >= 55_000;
    const [dying, staying] = holds(first) ? [first, second] : [second, first];
    const before = new Map([...staying.runs].map(([name, at]) => [name, at.length]));
    dying.kill();
    await passTogether(WITHIN, first, second);

    const after = JOBS.map(([name]) => (staying.runs.get(name)?.length ?? 0) > (before.get(name) ?? 0));
    expect(after).toEqual(JOBS.map(() => true));
  });

  it('a new process finds the lease of the old one, and looks at the sources when that ends (S18)', async () => {
    const store = leaseStore();
    const first = replica(store, 'first', 0);
    first.start();
    await passTogether(12_500, first);
    first.kill();
    const second = replica(store, 'second', 12_500);
    second.start();
    await passTogether(WITHIN, second);

    expect(second.runs.get('sync p')).toHaveLength(1);
  });

  it('nobody whose clock is set ahead takes the lease of one who renews it', async () => {
    const store = leaseStore();
    const first = replica(store, 'first', 0);
    const second = replica(store, 'second', 0);
    first.start();
    second.start();
    await passTogether(15_000, first, second);
    second.setAhead(MINUTE);
    await passTogether(MINUTE, first, second);

    expect(second.runs).toEqual(new Map());
  });

  it('nobody takes the lease of one who renews it, however far its clock is behind', async () => {
    const store = leaseStore();
    const first = replica(store, 'first', MINUTE);
    const second = replica(store, 'second', 0);
    first.start();
    await passTogether(1_000, first);
    second.start();
    await passTogether(2 * INTERVAL, first, second);

    expect([...second.runs]).toEqual([]);
  });
});
