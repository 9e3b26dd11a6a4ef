// `npm run package:server [-- FOLDER]`: what a server needs, in out/server unless another folder is named. The bundle with
// its source map, and the packages with native code, which stay outside it, as they are installed on this machine.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { buildIfStale, dist, NATIVE } from './build';
import { root } from './root';

/** The parts of a package-lock.json that say what belongs to a package. */
type Lock = Readonly<
  Record<string, { readonly dependencies?: Names; readonly optionalDependencies?: Names } | undefined>
>;
type Names = Readonly<Record<string, string>>;

/** What runs of the build; the sandbox and what development leaves there stay. */
const BUNDLE = /^(?:index\.js|bot\.js|bot\.js\.map|bot\..*\.cache|THIRD-PARTY-NOTICES\.txt)$/;
/** What runs of a package, and its terms; sources in C, types, maps and pages to read stay. */
const RUNS = /\.(?:[cm]?js|json|node|txt)$|^(?:licen[cs]e|copying|notice|copyright)/i;

/** The folders in node_modules of these packages and of all that they need, where they are installed. */
export function closureOf(names: readonly string[], installed: Lock): readonly string[] {
  const found = new Set<string>();
  const visit = (name: string, from: string): void => {
    const path = placeOf(name, from, installed);
    if (path === undefined || found.has(path)) return;
    found.add(path);
    const { dependencies, optionalDependencies } = installed[path] ?? {};
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) visit(needed, path);
  };
  for (const name of names) visit(name, '');
  return [...found].sort();
}

/** Where Node finds a package from inside another: in that one's own node_modules, or in those of the folders above. */
function placeOf(name: string, from: string, installed: Lock): string | undefined {
  const path = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
  if (path in installed) return path;
  const above = from.lastIndexOf('/node_modules/');
  return from === '' ? undefined : placeOf(name, above < 0 ? '' : from.slice(0, above), installed);
}

export function packageServer(target: string): void {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(dist).filter((file) => BUNDLE.test(file)))
    cpSync(join(dist, name), join(target, name));
  const lock = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')) as { packages: Lock };
  for (const folder of closureOf(NATIVE, lock.packages)) copyPackage(join(root, folder), join(target, folder));
  writeFileSync(join(target, 'package.json'), `${JSON.stringify(aboutServer(), null, 2)}\n`);
}

function copyPackage(from: string, to: string): void {
  cpSync(from, to, {
    recursive: true,
    filter: (path) => {
      if (statSync(path).isDirectory()) return path === from || basename(path) !== 'node_modules';
      return RUNS.test(basename(path));
    },
  });
}

/** So that a host that looks for a package.json knows the Node that is needed and what to start. */
function aboutServer(): object {
  const text = readFileSync(join(root, 'package.json'), 'utf8');
  const { name, version, license, engines } = JSON.parse(text) as Record<string, unknown>;
  return { name, version, private: true, license, engines, main: 'index.js', scripts: { start: 'node index.js' } };
}

function bytesIn(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0);
}

async function main(folder: string): Promise<void> {
  await buildIfStale();
  const target = resolve(folder);
  if (target === root || root.startsWith(`${target}/`))
    throw new Error(`${target} holds this repository; name another.`);
  packageServer(target);
  const size = (bytesIn(target) / 1e6).toFixed(0);
  console.log(`${target}: ${size} MB for ${process.platform}-${process.arch}; start it with \`node index.js\` there.`);
}

if (process.argv[1] === __filename) {
  main(process.argv[2] ?? join(root, 'out', 'server')).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
