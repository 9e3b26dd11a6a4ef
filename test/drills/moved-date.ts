import { openSync, readSync } from 'node:fs';

/**
 * Loaded first into every replica of a drill: the wall clock of this process goes by a file that the test writes, so
 * that hours pass, or pass backwards, at the test's word, also while the process is stopped. Timers go on as they are,
 * as they do when the clock of a real machine is set.
 */
export const OFFSET_VARIABLE = 'DRILL_CLOCK';

const path = process.env[OFFSET_VARIABLE];
if (path !== undefined) goBy(openSync(path, 'r'));

function goBy(file: number): void {
  const Real = Date;
  const offset = new Float64Array(1);
  const now = (): number => {
    readSync(file, offset, 0, offset.byteLength, 0);
    return Real.now() + (offset[0] ?? 0);
  };
  globalThis.Date = new Proxy(Real, {
    construct: (target, given: unknown[]) => Reflect.construct(target, given.length === 0 ? [now()] : given) as Date,
    apply: () => new Real(now()).toString(),
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  });
}
