import { createDivision } from '../../src/jobs/division';
import { createRunner } from '../../src/jobs/runner';
import type { Job } from '../../src/jobs/table';
import { documentId } from '../../src/domain/documents';
import { createHolder, releaseLease } from '../../src/records/hold-lease';
import { Register } from '../../src/register/register';
import { createLog } from '../../src/runtime/log';
import { handTimers } from './hand-timers';
import { leaseStore } from './lease-store';
import type { LeaseStore } from './lease-store';

/** Replicas with runners of their own on one store, each of which hears of the others in its tail. */

const NAMES = ['sync-a', 'sync-b', 'sync-c', 'sync-d', 'sync-e'];
const INTERVAL = 300_000;

interface Replica {
  readonly name: string;
  readonly runs: readonly string[];
  start(): void;
  kill(): void;
  pass(ms: number): Promise<void>;
  readonly isDead: boolean;
}

function together(store: LeaseStore, ...names: readonly string[]): readonly Replica[] {
  const all: Replica[] = [];
  for (const name of names) all.push(replica(store, name, () => all.filter((one) => one.name !== name)));
  return all;
}

function replica(store: LeaseStore, name: string, others: () => readonly Replica[], leases = NAMES): Replica {
  const timers = handTimers();
  const runs: string[] = [];
  const [started, dead] = [{ is: false }, { is: false }];
  const jobs = leases.map((lease): Job => {
    const run = (): Promise<void> => Promise.resolve(void runs.push(lease));
    return { name: lease, lease, divides: true, everyMs: INTERVAL, run };
  });
  const ports = { store: store.store, register: new Register(), clock: timers, partnerId: 'partner' };
  const holding = createHolder(ports, name, timers.passed);
  const division = createDivision(new Set(leases), {
    clock: timers,
    replica: name,
    living: () =>
      others()
        .filter((one) => !one.isDead)
        .map((one) => documentId('replica', one.name)),
  });
  const runner = createRunner({
    jobs: [...jobs, { name: 'follow', everyMs: 1_000, run: hear }],
    timers,
    clock: timers,
    log: createLog('silent'),
    hold: holding.hold,
    release: (lease) => releaseLease(ports, lease),
    note: () => Promise.resolve(),
    division,
  });
  let heard = 0;
  function hear(): Promise<void> {
    const news = store.tail.slice(heard);
    heard = store.tail.length;
    for (const document of news) {
      holding.hear(document);
      const free = division.hear(document);
      if (free !== undefined) runner.free(free);
    }
    return Promise.resolve();
  }
  return {
    name,
    runs,
    start: () => {
      started.is = true;
      runner.start();
    },
    kill: () => (dead.is = true),
    async pass(ms) {
      if (!started.is) timers.setClock(ms);
      else if (!dead.is) await timers.pass(ms);
    },
    get isDead() {
      return dead.is || !started.is;
    },
  };
}

async function pass(ms: number, replicas: readonly Replica[]): Promise<void> {
  for (let at = 0; at < ms; at += 500) for (const one of replicas) await one.pass(500);
}

const share = (store: LeaseStore, replicas: readonly Replica[]): readonly number[] =>
  replicas.map(({ name }) => store.holders().filter((holder) => holder === name).length);

describe('leases that are divided', () => {
  it('go over, one after the other, to whoever comes later, until nobody has two more than another', async () => {
    const store = leaseStore();
    const replicas = together(store, 'one', 'two', 'three');
    replicas[0]!.start();
    await pass(3_000, replicas);
    expect(share(store, replicas)).toEqual([5, 0, 0]);
    replicas[1]!.start();
    await pass(20_000, replicas);
    expect([...share(store, replicas)].sort()).toEqual([0, 2, 3]);
    replicas[2]!.start();
    await pass(30_000, replicas);
    expect([...share(store, replicas)].sort()).toEqual([1, 2, 2]);

    const settled = store.holders();
    await pass(120_000, replicas);
    expect(store.holders()).toEqual(settled);
  });

  it('are all run again by those who are left within 25 s of a death', async () => {
    const store = leaseStore();
    const replicas = together(store, 'one', 'two');
    for (const one of replicas) one.start();
    await pass(60_000, replicas);
    const [dying, staying] = replicas;
    const before = staying!.runs.length;
    const orphaned = NAMES.filter((_, at) => store.holders()[at] === dying!.name);
    dying!.kill();
    await pass(25_000, replicas);

    expect(orphaned.length).toBeGreaterThan(0);
    expect(staying!.runs.slice(before)).toEqual(expect.arrayContaining(orphaned));
  });

  it('that nobody wants come back, and stay', async () => {
    const store = leaseStore();
    const other: Replica[] = [];
    const one = replica(store, 'one', () => other);
    // It knows none of these: another version, or other settings.
    other.push(replica(store, 'stranger', () => [one], []));
    one.start();
    other[0]!.start();
    await pass(300_000, [one, ...other]);

    expect(share(store, [one])).toEqual([5]);
    expect(one.runs.length).toBeLessThanOrEqual(3 * NAMES.length);
  });
});
