import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { build } from 'esbuild';
import { neverRun } from '../../scripts/never-run';
import { root } from '../../scripts/root';
import { BUNDLE, CODE, LIBRARIES, PARAMETERS, fileOf } from './list.cjs';

const target = join(root, 'out', 'libraries');
const stampFile = join(target, 'stamp');

/** Jest's global set-up: bundles the libraries, unless that was done for these versions of them. */
export = async function bundleLibraries(): Promise<void> {
  const stamp = stampNow();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  mkdirSync(join(root, 'out'), { recursive: true });
  const draft = mkdtempSync(join(root, 'out', 'libraries-'));
  await bundle(join(draft, BUNDLE));
  writeFileSync(join(draft, CODE), compiled(readFileSync(join(draft, BUNDLE), 'utf8')));
  for (const library of LIBRARIES) {
    const text = `module.exports = bundledLibraries(require)[${JSON.stringify(library)}]();\n`;
    writeFileSync(join(draft, fileOf(library)), text);
  }
  writeFileSync(join(draft, 'stamp'), stamp);
  putInPlace(draft);
};

/** What V8 makes of the text, so that a test file does not parse it again. */
function compiled(text: string): Buffer {
  const { cachedData } = compileFunction(text, [...PARAMETERS], { produceCachedData: true }) as { cachedData?: Buffer };
  if (cachedData === undefined) throw new Error('V8 gave no compiled code.');
  return cachedData;
}

function stampNow(): string {
  const files = ['package-lock.json', 'scripts/never-run.ts', 'test/libraries/bundle.ts', 'test/libraries/list.cjs'];
  const hash = createHash('sha256').update(process.version);
  for (const file of files) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function bundle(outfile: string) {
  const asked = LIBRARIES.map((name) => JSON.stringify(name)).map(
    (name) => `exports[${name}] = () => require(${name});`,
  );
  return build({
    stdin: { contents: asked.join('\n'), resolveDir: root },
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    // Jest prints the line of an error and those around it.
    lineLimit: 200,
    keepNames: true,
    // Only there on some machines.
    external: ['dtrace-provider'],
    legalComments: 'none',
    plugins: [neverRun],
    logLevel: 'warning',
  });
}

/** Two runs may have bundled at the same time; both bundles are the same. */
function putInPlace(draft: string): void {
  rmSync(target, { recursive: true, force: true });
  try {
    renameSync(draft, target);
  } catch {
    rmSync(draft, { recursive: true, force: true });
  }
}
