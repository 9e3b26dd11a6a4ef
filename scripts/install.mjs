// Installs what the lock file names, where it is not there yet or the lock file has changed since.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes node_modules match package-lock.json; says what it does and ends the process with a remedy when it cannot. */
export function ensureInstalled(root) {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  if (wanted === undefined) throw new Error('package-lock.json is missing or damaged; take it from the repository.');
  if (isInstalled(wanted, packagesOf(join(root, 'node_modules', '.package-lock.json')))) return;
  console.log('Installing the packages that package-lock.json names (once, about a minute) ...');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const run = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (run.status === 0) return;
  console.error('npm ci failed. Check that this machine reaches its npm registry, then run the same command again.');
  process.exit(1);
}

/** npm keeps a lock file of what it installed; optional packages of other platforms are not in it. */
export function isInstalled(wanted, installed) {
  if (installed === undefined) return false;
  const same = ([path, { version, integrity, optional, link }]) => {
    const there = installed[path];
    if (there === undefined) return optional === true || link === true;
    return there.version === version && there.integrity === integrity;
  };
  const known = Object.keys(installed).every((path) => path in wanted);
  return known && Object.entries(wanted).every(([path, entry]) => path === '' || same([path, entry]));
}

/** By their paths in node_modules; `undefined` when the file is not there or damaged. */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
