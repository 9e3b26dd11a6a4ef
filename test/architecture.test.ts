import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFaults, importsOf, localityFaults, shapeFaults, type SourceFile } from './architecture';

const root = join(__dirname, '..');

/** Files that are longer than the rest may be, and why. */
const LONG_FOR_A_REASON: Readonly<Record<string, string>> = {};

/** What git tracks or would track, as it stands in the folder. */
function files(): readonly SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  const paths = [...new Set(listed.toString('utf8').split('\0'))];
  return paths
    .filter((path) => /\.(ts|mjs|cjs|json|ya?ml|md|bicep|html|css|sh)$|(^|\/)\.env|^\.|^LICENSE$/.test(path))
    .filter((path) => existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

describe('the project', () => {
  const all = files();
  const typescript = all.filter(({ path }) => path.endsWith('.ts'));

  it('is seen at all', () => {
    expect(typescript.length).toBeGreaterThan(50);
  });

  it('imports in one direction', () => {
    expect(importFaults(typescript)).toEqual([]);
  });

  it('has files of a readable size, with telling names and named exports, and leaves no test out', () => {
    const checked = typescript.filter(
      ({ path }) => path !== 'test/architecture.ts' && path !== 'test/architecture.test.ts',
    );
    expect(shapeFaults(checked, LONG_FOR_A_REASON)).toEqual([]);
  });

  it('names no path of a machine and no registry', () => {
    expect(localityFaults(all)).toEqual([]);
  });
});

describe('the rules themselves', () => {
  const file = (path: string, text: string): readonly SourceFile[] => [{ path, text }];

  it.each([
    ['src/domain/a.ts', "import { x } from '../store';"],
    ['src/domain/a.ts', "import type { x } from '../runtime/clock';"],
    ['src/matching/a.ts', "export * from '../views/status';"],
    ['src/tasks/a.ts', "import { x } from '../views/status';"],
    ['src/stores/cosmos/a.ts', "import { x } from '../../tasks/map';"],
    ['src/views/a.ts', "const x = await import('../tasks/map');"],
    ['src/app/a.ts', "import { startSandbox } from '../sandbox/sandbox';"],
    ['src/tasks/a.ts', "import { TurnContext } from 'botbuilder';"],
    ['src/app.ts', "import * as restify from 'restify';"],
    ['src/tasks/a.ts', "import x from '../../cards/status.json';"],
    ['src/new-room/a.ts', "import { x } from '../domain/a';"],
    ['src/domain/a.ts', "import {\n  a,\n  b,\n} from '../tasks/map';"],
  ])('%s must not contain %s', (path, text) => {
    expect(importFaults(file(path, text))).toHaveLength(1);
  });

  it.each([
    ['src/tasks/a.ts', "import { x } from '../domain/a';\nimport { y } from './b';\nimport { z } from 'zod';"],
    ['src/teams/a.ts', "import { TurnContext } from 'botbuilder';"],
    ['src/views/a.ts', "import card from '../../cards/status.json';"],
    ['src/app.ts', "import { x } from './teams/server';"],
  ])('%s may contain %s', (path, text) => {
    expect(importFaults(file(path, text))).toEqual([]);
  });

  it('finds every way to import', () => {
    const text = "import 'a';\nimport b from \"b\";\nexport { c } from 'c';\nrequire('d');\nawait import('e');";
    expect([...importsOf(text)].sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it.each([
    ['src/a/b.ts', 'x\n'.repeat(281)],
    ['src/a/bigFile.ts', ''],
    ['src/a/card-helpers.ts', ''],
    ['src/a/b.ts', 'export default 1;'],
    ['test/a/b.test.ts', ['describe', `skip('x', () => {});`].join('.')],
  ])('%s is refused for its shape', (path, text) => {
    expect(shapeFaults(file(path, text), {})).toHaveLength(1);
  });

  it('wants a long file off the list once it is short', () => {
    expect(shapeFaults(file('src/a/b.ts', 'x'), { 'src/a/b.ts': 'a table' })).toHaveLength(1);
  });

  it.each([['see /wo' + 'rk/main'], ["'/ho" + "me/ann/x'"], ['https://registry.npm' + 'js.org/x']])(
    '%s is refused',
    (text) => {
      expect(localityFaults(file('README.md', text))).toHaveLength(1);
    },
  );
});
