import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../src/domain/time';

/** The wall clock that replicas share; see `moved-date.ts`. */
export interface MachineClock extends Clock {
  readonly file: string;
  move(ms: number): void;
  /** The clock of another machine, so much ahead (behind when negative), which is moved along with this one. */
  apart(ms: number): MachineClock;
  close(): void;
}

export function machineClock(dir: string, name = 'clock'): MachineClock {
  const file = join(dir, name);
  const handle = openSync(file, 'w');
  const others: MachineClock[] = [];
  let offset = 0;
  const write = (): void => {
    writeSync(handle, new Float64Array([offset]), 0, Float64Array.BYTES_PER_ELEMENT, 0);
  };
  write();
  return {
    file,
    now: () => Date.now() + offset,
    move(ms) {
      offset += ms;
      write();
      for (const other of others) other.move(ms);
    },
    apart(ms) {
      const other = machineClock(dir, `${name}-${others.length + 1}`);
      other.move(offset + ms);
      others.push(other);
      return other;
    },
    close: () => {
      closeSync(handle);
      for (const other of others) other.close();
    },
  };
}
