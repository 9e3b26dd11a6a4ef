// `npm test`: the whole gate. Every step runs, even after one that failed; the last line counts them all.
// `npm test -- test/config.test.ts` runs jest alone, on what is named.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gatherTests } from './gather-tests';
import { root } from './root';
import { onSignals } from './signals';

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const running = new Set<ChildProcess>();

/** Runs a program of this repository; resolves with its exit code. */
function run(script: string, args: readonly string[], ofNode: readonly string[] = []): Promise<number> {
  const child = spawn(process.execPath, [...ofNode, join(root, script), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  running.add(child);
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

async function gate(name: string, script: string, args: readonly string[]): Promise<Count> {
  const started = Date.now();
  const code = await run(script, args);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** What jest writes of a run, as far as it is counted. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

/** What tests throw away fills the young part of the heap again and again; jest's workers get the same. */
const ROOM_FOR_THE_YOUNG = ['--max-semi-space-size=64'];

/** Tests that ran, a suite that could not be loaded as one failure, and a skipped test as one too: none may be. */
async function jest(args: readonly string[]): Promise<Count> {
  const file = join(root, 'out', 'jest.json');
  rmSync(file, { force: true });
  const code = await run(
    'node_modules/jest/bin/jest.js',
    ['--json', '--outputFile', file, ...args],
    ROOM_FOR_THE_YOUNG,
  );
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const skipped = report.numPendingTests + report.numTodoTests;
  if (skipped > 0) console.log(`FAIL ${skipped} tests were skipped; a skipped test is a failed one here`);
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites + skipped;
  return { passed: report.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

/** The order in which the gate runs the tests of a file; every other run takes one of its own. */
const GATE_ORDER = '--seed=2049274376';

const PRETTIER = ['--check', '--log-level', 'warn', '--cache', '--cache-location', 'node_modules/.cache/prettier', '.'];

/** Lint takes as long as the others one after the other, and goes on beside the tests, which need what is built. */
async function gates(tests: () => Promise<Count>): Promise<readonly Count[]> {
  const lint = gate('lint', 'node_modules/eslint/bin/eslint.js', ['.', '--max-warnings', '0']);
  const others = [
    await gate('types', 'node_modules/typescript/bin/tsc', ['--noEmit']),
    await gate('format', 'node_modules/prettier/bin/prettier.cjs', PRETTIER),
    await gate('build', 'scripts/run.mjs', ['scripts/build.ts', '--if-stale']),
    await tests(),
  ];
  return [...others, await lint];
}

async function main(only: readonly string[]): Promise<void> {
  onSignals(() => {
    for (const child of running) child.kill('SIGTERM');
    process.exitCode = 1;
    setTimeout(() => process.exit(1), 5_000).unref();
  });
  mkdirSync(join(root, 'out'), { recursive: true });
  const all = only.length === 0 ? await gates(() => jest([GATE_ORDER, ...gatherTests()])) : [await jest(only)];
  const passed = all.reduce((sum, result) => sum + result.passed, 0);
  const failed = all.reduce((sum, result) => sum + result.failed, 0);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
  console.log(`${passed} passed, ${failed} failed`);
}

void main(process.argv.slice(2));
