import type { JobFailure, JobRecord } from '../domain/documents';
import { documentId } from '../domain/documents';
import { MINUTE } from '../domain/time';
import type { Instant } from '../domain/time';
import { StoreUnavailable } from '../store';
import { changeDocument } from './change-document';
import type { Ports } from '../ports';

export interface NotedJob {
  readonly name: string;
  readonly everyMs: number;
  /** A job without a lease is every replica's own, and is remembered by that replica alone. */
  readonly lease?: string;
}

/** The name of the job that reads a provider's accounts, and the customers. */
export function syncJob(providerId: string): string {
  return `sync ${providerId}`;
}

/** Remembers how each run of a job ended; `error` absent for one that came to its end. */
export type NoteJob = (job: NotedJob, error?: unknown) => Promise<void>;

/** A success that follows a success is no news; the store hears of one now and then, so that others see that it runs. */
const SUCCESSES_WRITTEN_EVERY = MINUTE;
const MAX_REASON = 300;
/** What a job that does not run any more has left behind is forgotten after a day, or after three of its intervals. */
const KEPT_S = 86_400;

type Deps = Pick<Ports, 'store' | 'register' | 'clock' | 'log' | 'partnerId'>;

export function createJobNotes(deps: Deps): NoteJob {
  const { register, clock, log } = deps;
  const writtenAt = new Map<string, Instant>();

  return async (job, error) => {
    const now = clock.now();
    const known = register.jobs.get(job.name) ?? freshRecord(deps, job);
    const ttl = Math.max(KEPT_S, (3 * job.everyMs) / 1_000);
    const next = noted({ ...known, everyMs: job.everyMs, ttl }, error, now);
    register.apply(next);
    if (job.lease === undefined) return;
    const isNews = known.failure?.reason !== next.failure?.reason;
    if (!isNews && now - (writtenAt.get(job.name) ?? -Infinity) < SUCCESSES_WRITTEN_EVERY) return;
    try {
      await keep(deps, next);
      writtenAt.set(job.name, now);
    } catch (failure) {
      // It is remembered here; and a store that is away says so by itself.
      log.debug({ job: job.name, error: failure }, 'how a job ended could not be written down');
    }
  };
}

async function keep(deps: Deps, record: JobRecord): Promise<void> {
  const changed = await changeDocument(deps, 'job', record.id, () => ({ document: record, result: undefined }));
  if (changed.changed === 'not-there') await deps.store.write({ write: 'insert', document: record });
}

function freshRecord({ partnerId }: Deps, { name, everyMs }: NotedJob): JobRecord {
  return { kind: 'job', id: documentId('job', name), partnerId, format: 1, name, everyMs };
}

function noted({ failure: before, ...job }: JobRecord, error: unknown, now: Instant): JobRecord {
  if (error === undefined) return { ...job, succeededAt: now };
  return { ...job, failedAt: now, failure: { since: before?.since ?? now, ...reasonOf(error) } };
}

function reasonOf(error: unknown): Pick<JobFailure, 'reason' | 'remedy'> {
  const reason = (error instanceof Error ? error.message : String(error)).slice(0, MAX_REASON);
  return error instanceof StoreUnavailable ? { reason, remedy: error.remedy } : { reason };
}
