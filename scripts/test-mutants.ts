// `npm run test:mutants -- PART [FILE…]`: faults put into the rules, one at a time, and whether a quick test notices each.
// Stryker makes them; npm installs it into a cache, not into this repository. Not part of the gate: a part takes minutes.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { root } from './root';

const VERSION = '9.6.1';

interface Part {
  readonly mutate: readonly string[];
  /** The tests that run in seconds and are there to notice. */
  readonly tests: readonly string[];
}

const PARTS: Readonly<Record<string, Part>> = {
  'domain': { mutate: ['src/domain/**/*.ts'], tests: ['domain/**/*'] },
  'decisions': {
    mutate: ['src/domain/mapping.ts', 'src/domain/taken.ts', 'src/tasks/decide.ts', 'src/tasks/decide-together.ts'],
    tests: ['domain/mapping', 'domain/found-decided', 'domain/owed', 'tasks/*', 'records/*'],
  },
  'write-back': {
    mutate: ['src/reconcile/write-back.ts', 'src/domain/write-back.ts', 'src/domain/write-backs.ts'],
    tests: ['reconcile/write-back', 'domain/mapping', 'domain/owed', 'domain/found-decided'],
  },
  'sync': { mutate: ['src/sync/*.ts'], tests: ['sync/*'] },
  'verbs': { mutate: ['src/actions/*.ts', 'src/turns/on-action.ts'], tests: ['actions/*', 'turns/verbs'] },
  'limiter': {
    mutate: ['src/teams/sending/limiter.ts', 'src/teams/sending/sliding-log.ts'],
    tests: ['teams/limiter', 'teams/sliding-log'],
  },
};

/** Stryker's program, installed when it is not there yet. */
function stryker(): string {
  const folder = join(root, 'node_modules', '.cache', 'stryker', VERSION);
  const program = join(folder, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  // Of its own, so that npm does not look for the one of this repository.
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const packages = ['core', 'jest-runner'].map((name) => `@stryker-mutator/${name}@${VERSION}`);
  const installed = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', ...packages], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (installed.status !== 0) throw new Error('npm could not install Stryker; can its registry be reached?');
  return program;
}

function settings(name: string, { mutate, tests }: Part, files: readonly string[]): object {
  return {
    mutate: files.length > 0 ? files : mutate,
    testRunner: 'jest',
    jest: {
      config: {
        testMatch: tests.map((path) => `<rootDir>/test/${path}.test.ts`),
        testEnvironment: './test/libraries/environment.cjs',
        reporters: [],
      },
      enableFindRelatedTests: false,
    },
    coverageAnalysis: 'perTest',
    // What is only run when a module is loaded is data, and no test is to be blamed for it.
    ignoreStatic: true,
    // Ids and texts are compared by whoever made them: a fault in one tells nothing of the rules.
    mutator: { excludedMutations: ['StringLiteral'] },
    concurrency: Math.max(1, availableParallelism() - 1),
    timeoutMS: 5_000,
    dryRunTimeoutMinutes: 30,
    ignorePatterns: ['/bench', '/cards/pictures', '/dist', '/docs', '/infra', '/out', '/appPackage', '/.data*'],
    reporters: ['progress-append-only', 'clear-text', 'json'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    jsonReporter: { fileName: `out/mutants/${name}.json` },
    tempDirName: 'out/mutants/tmp',
    allowConsoleColors: false,
  };
}

const [name = '', ...files] = process.argv.slice(2);
const part = PARTS[name];
if (part === undefined) {
  console.error(`Which part? ${Object.keys(PARTS).join(', ')}`);
  process.exit(1);
}
const out = join(root, 'out', 'mutants');
mkdirSync(out, { recursive: true });
const config = join(out, `${name}.config.json`);
writeFileSync(config, JSON.stringify(settings(name, part, files)));
process.exitCode = spawnSync(process.execPath, [stryker(), 'run', config], { cwd: root, stdio: 'inherit' }).status ?? 1;
