import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../../scripts/root';

/** A clone with a script in it, and an npm that only notes that it was called. */
const clone = mkdtempSync(join(tmpdir(), 'handshake-clone-'));
const called = join(clone, 'npm-called');
afterAll(() => {
  rmSync(clone, { recursive: true, force: true });
});

type Packages = Readonly<Record<string, { readonly version: string; readonly integrity: string; optional?: true }>>;

const WANTED = {
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/b': { version: '2.0.0', integrity: 'sha512-b' },
  'node_modules/for-another-platform': { version: '1.0.0', integrity: 'sha512-c', optional: true },
} as const satisfies Packages;
const { 'node_modules/for-another-platform': _other, ...HERE } = WANTED;

beforeAll(() => {
  mkdirSync(join(clone, 'scripts'));
  mkdirSync(join(clone, 'bin'));
  for (const file of ['run.mjs', 'install.mjs']) cpSync(join(root, 'scripts', file), join(clone, 'scripts', file));
  writeFileSync(
    join(clone, 'hello.ts'),
    "const [, , name = 'nobody']: string[] = process.argv;\nconsole.log(`hello ${name}`);",
  );
  writeFileSync(join(clone, 'package.json'), '{}');
  writeFileSync(join(clone, 'bin', 'npm'), `#!/bin/sh\necho "$@" > '${called}'\nexit 3\n`);
  chmodSync(join(clone, 'bin', 'npm'), 0o755);
  writeFileSync(join(clone, 'package-lock.json'), JSON.stringify({ packages: { '': { name: 'x' }, ...WANTED } }));
});

function run(installed: Packages | undefined): {
  readonly npm: string | undefined;
  readonly output: string;
  readonly status: number | null;
} {
  rmSync(called, { force: true });
  rmSync(join(clone, 'node_modules'), { recursive: true, force: true });
  mkdirSync(join(clone, 'node_modules'));
  symlinkSync(dirname(require.resolve('tsx/package.json')), join(clone, 'node_modules', 'tsx'));
  if (installed !== undefined) {
    writeFileSync(join(clone, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
  }
  const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/run.mjs', 'hello.ts', 'Ada'], {
    cwd: clone,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(clone, 'bin')}:${process.env['PATH'] ?? ''}` },
  });
  return { npm: existsSync(called) ? readFileSync(called, 'utf8') : undefined, output: stdout + stderr, status };
}

describe('a script of ours', () => {
  it('runs at once where npm has installed what the lock file names, whoever called it (O11)', () => {
    expect(run(HERE)).toEqual({ npm: undefined, output: 'hello Ada\n', status: 0 });
  });

  it.each<[string, Packages | undefined]>([
    ['nothing is installed', undefined],
    ['a package is missing', { 'node_modules/a': HERE['node_modules/a'] }],
    ['a package has another version', { ...HERE, 'node_modules/b': { version: '1.9.0', integrity: 'sha512-b' } }],
    ['a package has other content', { ...HERE, 'node_modules/b': { version: '2.0.0', integrity: 'sha512-x' } }],
    [
      'one lies there that the lock file does not name',
      { ...HERE, 'node_modules/a/node_modules/b': HERE['node_modules/b'] },
    ],
  ])('installs first where %s, and says what to do when that fails', (_name, installed) => {
    const { npm, output, status } = run(installed);
    expect(npm).toMatch(/^ci /);
    expect(output).toContain('npm ci failed. Check that this machine reaches its npm registry');
    expect(output).not.toContain('hello');
    expect(status).toBe(1);
  });
});
