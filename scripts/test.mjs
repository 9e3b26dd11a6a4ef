// `npm test`: the whole gate. Every step runs, even after one that failed; the last line counts them all.
// `npm test -- test/config.test.ts` runs jest alone, on what is named.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { root } from './processes.mjs';

const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    for (const child of running) child.kill('SIGTERM');
    process.exitCode = 1;
    setTimeout(() => process.exit(1), 5_000).unref();
  });
}

/** Runs a program of node_modules; resolves with its exit code. */
function run(script, args) {
  const child = spawn(process.execPath, [join(root, script), ...args], {
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

async function gate(name, script, args) {
  const started = Date.now();
  const code = await run(script, args);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Tests that ran, a suite that could not be loaded as one failure, and a skipped test as one too: none may be. */
async function jest(args) {
  const report = join(root, 'out', 'jest.json');
  rmSync(report, { force: true });
  const code = await run('node_modules/jest/bin/jest.js', ['--json', '--outputFile', report, ...args]);
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const skipped = result.numPendingTests + result.numTodoTests;
  if (skipped > 0) console.log(`FAIL ${skipped} tests were skipped; a skipped test is a failed one here`);
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites + skipped;
  return { passed: result.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

ensureInstalled(root);
mkdirSync(join(root, 'out'), { recursive: true });
const only = process.argv.slice(2);
const results = [];
if (only.length === 0) {
  results.push(
    ...(await Promise.all([
      gate('types', 'node_modules/typescript/bin/tsc', ['--noEmit']),
      gate('lint', 'node_modules/eslint/bin/eslint.js', ['.', '--max-warnings', '0']),
    ])),
    await gate('format', 'node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
    await gate('build', 'scripts/build.mjs', ['--if-stale']),
  );
}
results.push(await jest(only));
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);
