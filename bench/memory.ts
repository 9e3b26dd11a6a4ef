import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Megabytes in use once all garbage is gone: `heapMb` of JavaScript's own, `rssMb` of the whole process. */
export interface Memory {
  readonly heapMb: number;
  readonly rssMb: number;
}

export function measureMemory(): Memory {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const { heapUsed, rss } = process.memoryUsage();
  return { heapMb: heapUsed / 2 ** 20, rssMb: rss / 2 ** 20 };
}

export function inWords({ heapMb, rssMb }: Memory): string {
  return `heap ${heapMb.toFixed(1)} MB, process ${rssMb.toFixed(0)} MB`;
}
