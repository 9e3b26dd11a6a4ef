import type { Document } from '../../src/domain/documents';
import type { Job } from '../../src/jobs/table';
import type { Ports } from '../../src/ports';
import type { Store, Write } from '../../src/store';
import type { Seams } from './replica';

/** A fault that is put into a part from outside, to see whether the simulator finds it. */
export interface Planted {
  readonly name: string;
  readonly seams: Seams;
}

/** A store that does something else with some writes. */
export function writing(how: (write: Write, store: Store) => ReturnType<Store['write']> | Write): Seams {
  return {
    store: (store) => {
      const write: Store['write'] = (one) => {
        const next = how(one, store);
        return 'write' in next ? store.write(next) : next;
      };
      return { ...store, write, writeAll: (writes) => Promise.all(writes.map(write)) };
    },
  };
}

/** The same of one kind, changed before it is written down. */
export function keeping<D extends Document>(kind: D['kind'], how: (document: D) => D): Seams {
  return writing((one) =>
    one.write === 'remove' || one.document.kind !== kind ? one : { ...one, document: how(one.document as D) },
  );
}

export function porting(how: (ports: Ports) => Partial<Ports>): Seams {
  return { ports: (ports) => ({ ...ports, ...how(ports) }) };
}

export function running(name: string, how: (job: Job) => Partial<Job>): Seams {
  return { jobs: (jobs) => jobs.map((job) => (job.name === name ? { ...job, ...how(job) } : job)) };
}

/** A compare-and-swap that does not care what somebody else has written. */
export async function overwriting(one: Write, store: Store): ReturnType<Store['write']> {
  const outcome = await store.write(one);
  if (outcome.outcome === 'saved' || one.write !== 'replace') return outcome;
  const found = await store.read(one.document.kind, one.document.id);
  return found === undefined ? outcome : store.write({ ...one, etag: found.etag });
}

export function without<T extends object>(document: T, field: keyof T): T {
  const { [field]: _gone, ...rest } = document;
  return rest as unknown as T;
}
