import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

/** Another process of the benches, with these arguments, through the runner that knows TypeScript. */
export function forkBench(args: readonly string[]): ChildProcess {
  return fork(join(ROOT, 'scripts', 'run.mjs'), ['bench/index.ts', ...args], { cwd: ROOT });
}
