import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from './root';

/**
 * Jest makes a world of its own for every file that it runs: modules, lexicons and cards are loaded anew, and all code is
 * slow until it was run for a while. The gate runs a dozen test files of a folder in one world, each as a `describe`, which
 * takes half the time. Every file runs alone as well: `npm test -- FILE`.
 */

/** As a path within `test`. */
type TestFile = string;

/** They start processes and mostly wait for them, so that others may run beside them. */
const WAITING = ['drills', 'playground', 'scripts'];

/** These would leave their world other than they found it. */
const ALONE: Readonly<Record<TestFile, string>> = {
  'app/telemetry.test.ts': 'a library keeps for good that there is no identity',
  'setup/no-identity.test.ts': 'a library keeps for good that there is no identity',
  'simulation/first-seeds.test.ts': 'it holds all timers of its world',
  'simulation/month.test.ts': 'it holds all timers of its world',
  'simulation/second-seeds.test.ts': 'it holds all timers of its world',
  'simulation/simulation.test.ts': 'it holds all timers of its world',
};

/** What takes long comes first, so that no worker is left alone with it at the end. */
const LONG_FIRST = ['simulation', 'turns', 'commands', 'sync', 'talks', 'stores', 'cards', 'signin', 'reconcile'];

const MOST_IN_A_WORLD = 12;

/** On a small machine two of them work, and two wait for the processes of a drill. */
const WORKERS = 4;

/** The files of folders with fewer than so many go together, unless they take long. */
const FEW = 6;

export function worldsOf(files: readonly TestFile[]): readonly (readonly TestFile[])[] {
  const waiting = files.filter((file) => WAITING.includes(folderOf(file)));
  const alone = files.filter((file) => !waiting.includes(file) && file in ALONE);
  const byFolder = new Map<string, TestFile[]>();
  for (const file of files) {
    if (waiting.includes(file) || alone.includes(file)) continue;
    byFolder.set(folderOf(file), [...(byFolder.get(folderOf(file)) ?? []), file]);
  }
  const isSmall = ([folder, of]: readonly [string, readonly TestFile[]]): boolean =>
    of.length < FEW && !LONG_FIRST.includes(folder);
  const folders = [...byFolder];
  const small = folders.filter(isSmall).flatMap(([, of]) => of);
  const together = [...folders.filter((one) => !isSmall(one)).map(([, of]) => of), small].flatMap(divided);
  const working = [...alone.map((file) => [file]), ...together].sort((a, b) => rankOf(a) - rankOf(b));
  // One that waits beside one that works, so that the two cores of a small machine always have something to do.
  return waiting.flatMap((file, at) => [[file], ...working.slice(at, at + 1)]).concat(working.slice(waiting.length));
}

/** Into parts of one size. Neighbours come into different ones: what has like names takes like times. */
function divided(files: readonly TestFile[]): readonly (readonly TestFile[])[] {
  const parts = Math.ceil(files.length / MOST_IN_A_WORLD);
  return Array.from({ length: parts }, (_, part) => files.filter((_file, at) => at % parts === part));
}

function folderOf(file: TestFile): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : '';
}

function rankOf(world: readonly TestFile[]): number {
  const rank = LONG_FIRST.indexOf(folderOf(world[0] ?? ''));
  return rank < 0 ? LONG_FIRST.length : rank;
}

function testFiles(folder = join(root, 'test')): readonly TestFile[] {
  const found = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return testFiles(path);
    return entry.name.endsWith('.test.ts') ? [relative(join(root, 'test'), path).split(sep).join('/')] : [];
  });
  return found.sort();
}

/** Writes a file for each world, named in the order in which they are to run, and gives what jest has to be told. */
export function gatherTests(): readonly string[] {
  const target = join(root, 'out', 'gate');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  worldsOf(testFiles()).forEach((world, at) => {
    const first = (world[0] ?? '').replace(/\.test\.ts$/, '').replaceAll('/', '-');
    const text = world.map((file) => `describe('test/${file}', () => {\n  require('../../test/${file}');\n});\n`);
    writeFileSync(join(target, `${String(at).padStart(3, '0')}-${first}.test.js`), text.join(''));
  });
  const sequencer = join(root, 'test', 'libraries', 'by-name.cjs');
  return ['--testMatch', '<rootDir>/out/gate/*.test.js', '--testSequencer', sequencer, `--maxWorkers=${WORKERS}`];
}
