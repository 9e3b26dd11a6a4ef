import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../src/domain/time';

/** The wall clock that replicas share; see `moved-date.ts`. */
export interface MachineClock extends Clock {
  readonly file: string;
  move(ms: number): void;
  close(): void;
}

export function machineClock(dir: string, name = 'clock'): MachineClock {
  const file = join(dir, name);
  const handle = openSync(file, 'w');
  let offset = 0;
  const write = (): void => {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleLE(offset);
    writeSync(handle, bytes, 0, bytes.length, 0);
  };
  write();
  return {
    file,
    now: () => Date.now() + offset,
    move(ms) {
      offset += ms;
      write();
    },
    close: () => {
      closeSync(handle);
    },
  };
}
