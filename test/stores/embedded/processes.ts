import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(__dirname, '..', '..', '..');

/** Bundles program.ts, so that a plain Node process can run it. Beside node_modules, where it finds the packages. */
export function buildProgram(name: string): string {
  const folder = join(ROOT, 'node_modules', '.cache', 'tests');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `embedded-store-${name}.cjs`);
  const options = ['--bundle', '--platform=node', '--format=cjs', '--packages=external', '--log-level=error'];
  execFileSync(process.execPath, [
    join(ROOT, 'node_modules', 'esbuild', 'bin', 'esbuild'),
    join(__dirname, 'program.ts'),
    `--outfile=${outfile}`,
    ...options,
  ]);
  return outfile;
}

export interface Running {
  readonly lines: readonly string[];
  /** Resolves when the process has printed so many lines. */
  printed(count: number): Promise<void>;
  /** `kill -9`; resolves when the process is gone. */
  kill(): Promise<void>;
  /** Resolves with the exit code when the process has ended by itself. */
  ended(): Promise<number | null>;
}

export function run(program: string, ...args: readonly string[]): Running {
  return watch(spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] }));
}

/**
 * The same, with a limit in kilobytes on the size of any file that it writes: to the process, a disk that is full.
 * lmdb writes a line of its own about that to stderr, which is left out.
 */
export function runWithFileLimit(program: string, kilobytes: number, ...args: readonly string[]): Running {
  const command = `ulimit -f ${kilobytes * 2}; exec "$0" "$@"`;
  const child = spawn('/bin/sh', ['-c', command, process.execPath, program, ...args], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return watch(child);
}

/** The same, with a limit in kilobytes on the address space of the process. */
export function runWithAddressLimit(program: string, kilobytes: number, ...args: readonly string[]): Running {
  const command = `ulimit -v ${kilobytes}; exec "$0" "$@"`;
  return watch(
    spawn('/bin/sh', ['-c', command, process.execPath, program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] }),
  );
}

function watch(child: ChildProcess): Running {
  const lines: string[] = [];
  let waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  const gone = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      resolve(code);
    });
  });
  createInterface({ input: child.stdout! }).on('line', (line) => {
    lines.push(line);
    for (const each of waiting.filter(({ count }) => count <= lines.length)) each.resolve();
    waiting = waiting.filter(({ count }) => count > lines.length);
  });
  return {
    lines,
    printed: (count) =>
      count <= lines.length
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push({ count, resolve });
          }),
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    ended: () => gone,
  };
}
