import { createRunner } from '../../src/jobs/runner';
import type { Runner } from '../../src/jobs/runner';
import type { Job } from '../../src/jobs/table';
import { createLog } from '../../src/runtime/log';
import { StoreUnavailable } from '../../src/store';
import { LEASE_LASTS } from '../../src/records/hold-lease';
import type { Lease } from '../../src/records/hold-lease';
import { handTimers } from './hand-timers';
import type { HandTimers } from './hand-timers';

/** A replica's runner with leases that the test gives and takes. */
export interface Bench {
  readonly timers: HandTimers;
  readonly lines: string[];
  readonly released: string[];
  /** How often each lease was asked for. */
  readonly asked: string[];
  /** How each run ended: the job, and why it failed. */
  readonly ended: (readonly [name: string, failure: string | undefined])[];
  /** What the store says to whoever asks for a lease. */
  answer: 'ours' | 'theirs' | 'unavailable';
  runner(...jobs: Job[]): Runner;
  /** Stops every runner, letting the time pass that this takes. */
  close(): Promise<void>;
}

export function createBench(): Bench {
  const timers = handTimers();
  const running: Runner[] = [];
  let term = 1;
  const made: Bench = {
    timers,
    lines: [],
    released: [],
    asked: [],
    ended: [],
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
            return Promise.resolve({ held: 'theirs', askAgainAt: timers.now() + LEASE_LASTS });
          }
          const lease: Lease = { id: `lease:${name}`, holder: 'us', term, until: timers.now() + LEASE_LASTS };
          return Promise.resolve({ held: 'ours', lease });
        },
        note: (job, error) => {
          made.ended.push([job.name, error instanceof Error ? error.message : undefined]);
          return Promise.resolve();
        },
        release: (lease) => {
          made.released.push(lease.id);
          return Promise.resolve();
        },
      });
      running.push(runner);
      return runner;
    },
    async close() {
      const stopping = running.map((runner) => runner.stop());
      await timers.pass(10_000);
      await Promise.all(stopping);
    },
  };
  return made;
}

/** A job that notes when it ran. */
export function noting(bench: Bench, news: Partial<Job> = {}): Job & { readonly runs: number[] } {
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
export function slow(
  news: Partial<Job> = {},
): Job & { readonly started: number; finish(): void; readonly stops: boolean[] } {
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
