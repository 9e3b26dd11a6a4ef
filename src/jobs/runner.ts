import type { Clock } from '../domain/time';
import type { Log } from '../runtime/log';
import { isStoreAway } from '../store';
import type { Holding, Lease } from '../records/hold-lease';
import type { NoteJob } from '../records/note-job';
import type { Division } from './division';
import { createLeases, RENEW_LEASES_EVERY } from './leases';
import { dividedLeases } from './table';
import type { Job, RunStop } from './table';

/** Timers are passed in, so that tests can turn them. */
export interface Timers {
  set(run: () => void, afterMs: number): { cancel(): void };
}

export const systemTimers: Timers = {
  set(run, afterMs) {
    const timer = setTimeout(run, afterMs);
    return {
      cancel: () => {
        clearTimeout(timer);
      },
    };
  },
};

export interface RunnerDeps {
  readonly jobs: readonly Job[];
  readonly timers: Timers;
  readonly clock: Clock;
  readonly log: Log;
  /** Takes or renews a lease, or says when to ask for it again. */
  readonly hold: (name: string) => Promise<Holding>;
  readonly release: (lease: Lease) => Promise<void>;
  /** Is told how each run ended. */
  readonly note: NoteJob;
  /** How the replicas stand that divide leases; absent where there is one. */
  readonly division?: Division;
}

export interface Runner {
  start(): void;
  /** Starts the jobs of this kind now instead of at their time. */
  nudge(kind: NonNullable<Job['nudgedAs']>): void;
  /** Another replica has given this lease back. */
  free(lease: string): void;
  /** Resolves when every job waits for its next time. */
  idle(): Promise<void>;
  /** Lets the running jobs come to an end, for `FINISH_WITHIN` at most, and gives the leases back. */
  stop(): Promise<void>;
}

/** Nobody asks for the lease of another replica, or begins in a new term, more often than so, in milliseconds. */
const ASK_AGAIN_AFTER = 1_000;

/** How long a stop waits for running jobs, in milliseconds. Any of them may die anywhere, and others wait for the leases. */
const FINISH_WITHIN = 5_000;

/** Runs the jobs of the table: each by itself, one run at a time, whatever happened to the run before. */
export function createRunner({ jobs, timers, clock, log, hold, release, note, division }: RunnerDeps): Runner {
  const stopping = new AbortController();
  const wakers = new Map<Job, () => void>();
  /** Nudged while they were running: what they were nudged about may have come after they looked. */
  const nudgedMeanwhile = new Set<Job>();
  const listeners = new Map<Job, () => void>();
  let loops: Promise<void>[] = [];
  const running = new Map<Job, Promise<unknown>>();
  const leases = createLeases({
    hold,
    release,
    clock,
    log,
    divided: dividedLeases(jobs),
    division,
    isAtWork: (name) => [...running.keys()].some(({ lease }) => lease === name),
    changed: (name) => {
      wakeAll((job) => job.lease === name);
    },
  });

  async function loop(job: Job): Promise<void> {
    while (!stopping.signal.aborted) {
      const run = runOnce(job);
      running.set(job, run);
      const term = await run;
      running.delete(job);
      await pause(job, term);
    }
  }

  /** Gives the term of the lease under which it ran; undefined when it did not, or needs none. */
  async function runOnce(job: Job): Promise<number | undefined> {
    let term: number | undefined;
    let stop: RunStop | undefined;
    try {
      if (job.lease !== undefined && !(await leases.isHeld(job.lease))) return undefined;
      term = termOf(job);
      stop = stopFor(job);
      await job.run(stop);
      // A run that was told to stop is no success of ours; the next holder's is.
      if (!stop.aborted) await note(job);
    } catch (error) {
      // Who could not ask for the lease waits as ever.
      term ??= termOf(job);
      // Nor is what it throws then a failure.
      if (stop?.aborted === true) return term;
      await note(job, error);
      if (isStoreAway(error))
        log.warn({ job: job.name, remedy: error.remedy, error }, 'The store is away; the job waits');
      else log.error({ job: job.name, error }, 'A job failed; it will run again');
    } finally {
      listeners.delete(job);
    }
    return term;
  }

  function termOf({ lease }: Job): number | undefined {
    return lease === undefined ? undefined : leases.ours(lease)?.term;
  }

  /** A process that was suspended sees here, before it acts again, that its time is over. */
  function stopFor(job: Job): RunStop {
    const { lease: name } = job;
    const term = name === undefined ? undefined : leases.ours(name)?.term;
    const stop: RunStop = {
      signal: stopping.signal,
      onNews: (listener) => listeners.set(job, listener),
      async confirm() {
        if (name !== undefined) await leases.renew(name);
        return !stop.aborted;
      },
      get until() {
        if (name === undefined) return Infinity;
        // Taken anew is another term: somebody else may have been the holder in between.
        const held = leases.ours(name);
        return held?.term === term ? (held?.until ?? 0) : 0;
      },
      get aborted() {
        return stopping.signal.aborted || stop.until <= clock.now();
      },
    };
    return stop;
  }

  /** Jobs whose lease has come or gone begin anew: they run, or ask when it may be had again. */
  function wakeAll(which: (job: Job) => boolean): void {
    for (const [job, wake] of [...wakers]) if (which(job)) wake();
  }

  function pause(job: Job, ranIn: number | undefined): Promise<void> {
    if (stopping.signal.aborted || nudgedMeanwhile.delete(job)) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        timer.cancel();
        wakers.delete(job);
        resolve();
      };
      const timer = timers.set(wake, waitOf(job, ranIn));
      wakers.set(job, wake);
    });
  }

  /** Until its next time; or until the lease of another replica ends, which may die in between. */
  function waitOf(job: Job, ranIn: number | undefined): number {
    const { everyMs, lease } = job;
    const again = lease === undefined ? undefined : leases.askAgainAt(lease);
    if (again !== undefined) return Math.min(everyMs, Math.max(again - clock.now(), ASK_AGAIN_AFTER));
    // What ran belongs to the time of a lease that is over; we have it anew.
    return termOf(job) === ranIn ? everyMs : Math.min(everyMs, ASK_AGAIN_AFTER);
  }

  async function finished(): Promise<void> {
    let cancel = (): void => undefined;
    const late = new Promise<void>((resolve) => {
      const timer = timers.set(() => {
        log.warn({}, 'A job did not come to its end in time; another replica takes it from where it is');
        resolve();
      }, FINISH_WITHIN);
      cancel = () => {
        timer.cancel();
      };
    });
    await Promise.race([Promise.all(loops), late]);
    cancel();
  }

  const renewal: Job = {
    name: 'renew leases',
    everyMs: RENEW_LEASES_EVERY,
    run: async () => {
      await leases.renewAll();
      await leases.giveWay();
    },
  };

  return {
    start() {
      loops = [...jobs, renewal].map(loop);
    },
    nudge(kind) {
      for (const job of jobs) {
        if (job.nudgedAs !== kind) continue;
        const wake = wakers.get(job);
        if (wake !== undefined) {
          wake();
          continue;
        }
        nudgedMeanwhile.add(job);
        listeners.get(job)?.();
      }
    },
    free: (lease) => {
      leases.isFree(lease);
    },
    async idle() {
      do {
        await Promise.all(running.values());
        // A run that has ended may have nudged another job, which begins now.
        await new Promise((resolve) => setImmediate(resolve));
      } while (running.size > 0);
    },
    async stop() {
      stopping.abort();
      wakeAll(() => true);
      await finished();
      await leases.releaseAll();
    },
  };
}
