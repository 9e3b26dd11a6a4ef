export interface Timing {
  readonly p50: number;
  readonly p99: number;
  /** Processor time, in which other programs on the machine do not count. */
  readonly cpu50: number;
  readonly cpu99: number;
}

/** Runs the work once for each item, after some that warm up, and measures each run in milliseconds. */
export function timed<T>(items: readonly T[], work: (item: T) => void, warmUp = items.length): Timing {
  for (const item of items.slice(0, warmUp)) work(item);
  const cpu = new Float64Array(items.length);
  const wall = Float64Array.from(items, (item, i) => {
    const before = process.cpuUsage();
    const start = performance.now();
    work(item);
    const took = performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    cpu[i] = (user + system) / 1000;
    return took;
  });
  return { p50: quantile(wall, 0.5), p99: quantile(wall, 0.99), cpu50: quantile(cpu, 0.5), cpu99: quantile(cpu, 0.99) };
}

function quantile(values: Float64Array, share: number): number {
  const sorted = values.slice().sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

export function printed({ p50, p99, cpu50, cpu99 }: Timing): string {
  return `p50 ${ms(p50)}, p99 ${ms(p99)} (processor time: ${ms(cpu50)}, ${ms(cpu99)})`;
}

/** Bytes that live after a collection: heap and the buffers beside it. Needs the collector to be exposed. */
export function bytesInUse(collect: () => void): number {
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

export function ms(x: number): string {
  return x >= 100 ? `${Math.round(x)} ms` : `${x.toPrecision(2)} ms`;
}
