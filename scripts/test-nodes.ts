// `npm run test:nodes [-- 24]`: the tests that ask most of Node, and take a minute or two, on each line that is supported.
// npm's own packages bring the Node; they are installed into a cache, not into this repository.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root';

/** The supported lines, with the version that is tested of each. */
const NODES: Readonly<Record<string, string>> = { 22: '22.23.5', 24: '24.22.3' };
/** Streams, sockets, timers, native code, dates and sentences: where versions of Node differ. */
const FOLDERS = ['test/domain', 'test/runtime', 'test/stores', 'test/views'];

/** The program of one version, installed when it is not there yet. */
function nodeOf(version: string): string {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const folder = join(root, 'node_modules', '.cache', 'nodes', version);
  const program = join(folder, 'node_modules', name, 'bin', platform === 'win' ? 'node.exe' : 'node');
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  // Of its own, so that npm does not look for the one of this repository.
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const installed = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', `${name}@${version}`], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (installed.status !== 0 || !existsSync(program)) {
    throw new Error(`npm has no ${name}@${version} for this machine, or its registry cannot be reached.`);
  }
  return program;
}

function passes(line: string): boolean {
  const version = NODES[line];
  if (version === undefined) throw new Error(`Node ${line} is not supported; ${Object.keys(NODES).join(' and ')} are.`);
  const args = [join(root, 'node_modules', 'jest', 'bin', 'jest.js'), ...FOLDERS];
  console.log(`Node ${version}:`);
  const { status } = spawnSync(nodeOf(version), args, { cwd: root, stdio: 'inherit' });
  return status === 0;
}

const asked = process.argv.slice(2);
const failed = (asked.length === 0 ? Object.keys(NODES) : asked).filter((line) => !passes(line));
if (failed.length > 0) {
  console.error(`Tests failed on Node ${failed.join(' and ')}.`);
  process.exitCode = 1;
}
