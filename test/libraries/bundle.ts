import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import { neverRun } from '../../scripts/never-run';
import { root } from '../../scripts/root';
import { BUILT_IN, BUNDLE, CODE, LIBRARIES, fileOf, wrapped } from './list.cjs';

const target = join(root, 'out', 'libraries');
const stampFile = join(target, 'stamp');

/** Jest's global set-up: bundles the libraries, unless that was done for these versions of them. */
export = async function bundleLibraries(): Promise<void> {
  const stamp = stampNow();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  mkdirSync(join(root, 'out'), { recursive: true });
  const draft = mkdtempSync(join(root, 'out', 'libraries-'));
  await bundle(join(draft, BUNDLE));
  writeFileSync(join(draft, CODE), compiled(join(draft, BUNDLE)));
  for (const library of LIBRARIES) {
    const text = `module.exports = bundledLibraries(require)[${JSON.stringify(library)}]();\n`;
    writeFileSync(join(draft, fileOf(library)), text);
  }
  writeFileSync(join(draft, 'stamp'), stamp);
  putInPlace(draft);
};

type Bundle = Readonly<Record<string, () => unknown>>;

/** What V8 makes of the text once all of it was run, so that a test file compiles none of its functions again. */
function compiled(file: string): Buffer {
  const script = new Script(wrapped(readFileSync(file, 'utf8')), { filename: file });
  const run = script.runInThisContext() as (...given: readonly unknown[]) => void;
  const module: { exports: Bundle } = { exports: {} };
  const world = globalThis as unknown as Readonly<Record<string, unknown>>;
  const builtIn = BUILT_IN.map((name) => world[name]);
  run(module.exports, createRequire(file), module, file, target, ...builtIn);
  for (const library of LIBRARIES) module.exports[library]?.();
  return script.createCachedData();
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
    // Names stay: errors and libraries ask for those of classes.
    minifyWhitespace: true,
    minifySyntax: true,
    // Jest prints the line of an error and those around it.
    lineLimit: 200,
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
