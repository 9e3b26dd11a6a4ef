// Bundles the bot and the sandbox into dist/. `npm run build` always builds; others call `buildIfStale`.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build as bundle, type BuildOptions } from 'esbuild';
import { neverRun } from './never-run';
import { writeNotices } from './notices';
import { ourMapsOnly } from './our-maps-only';
import { root } from './root';

export const dist = join(root, 'dist');
const stamp = join(dist, '.built');

/** Native code, which stays outside the bundle; what is only there on some machines; everything else is inside. */
export const NATIVE: readonly string[] = ['lmdb'];
const EXTERNAL = [...NATIVE, 'dtrace-provider'];

/** What esbuild is told for each program; `npm run dev` uses the same. */
export function buildOptions(name: string, entry: string) {
  return {
    entryPoints: [join(root, entry)],
    outfile: join(dist, name),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    keepNames: true,
    // Node prints the line of an uncaught error; a bundle in one line would be all of it.
    lineLimit: 200,
    external: EXTERNAL,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    plugins: [neverRun, ourMapsOnly],
    logLevel: 'warning',
  } satisfies BuildOptions;
}

export async function build({ quiet = false } = {}): Promise<void> {
  const started = Date.now();
  mkdirSync(dist, { recursive: true });
  rmSync(stamp, { force: true });
  for (const old of codeCaches()) rmSync(join(dist, old));
  const [bot] = await Promise.all([
    bundle({ ...buildOptions('bot.js', 'src/index.ts'), minify: true, metafile: true, absWorkingDir: root }),
    bundle(buildOptions('sandbox.js', 'src/sandbox/main.ts')),
  ]);
  writeNotices(root, dist, [bot.metafile], EXTERNAL);
  cpSync(join(root, 'scripts', 'loader.cjs'), join(dist, 'index.js'));
  await writeCodeCache(dist);
  writeFileSync(stamp, '');
  if (quiet) return;
  const note = codeCaches().length > 0 ? '' : ' (without the code cache: the bot starts a little slower)';
  console.log(`Built dist/ in ${((Date.now() - started) / 1000).toFixed(1)} s${note}.`);
}

export function isStale(): boolean {
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  return ['src', 'cards', 'scripts', 'package-lock.json'].some((name) => newest(join(root, name)) > built);
}

export async function buildIfStale(options?: { readonly quiet: boolean }): Promise<void> {
  if (isStale()) await build(options);
}

function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // A folder's own time tells of files that were taken away.
  return readdirSync(path).reduce((most, name) => Math.max(most, newest(join(path, name))), stat.mtimeMs);
}

function codeCaches(): readonly string[] {
  return readdirSync(dist).filter((name) => name.endsWith('.cache'));
}

/**
 * Starts the bot once with nothing configured and keeps what V8 compiled, which makes later starts quicker. It fits one
 * version of Node only; the loader does without it elsewhere, so a failure here is no failure of the build.
 */
export function writeCodeCache(folder: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'handshake-build-'));
  const child = spawn(process.execPath, [join(folder, 'index.js')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      PATH: process.env['PATH'],
      HANDSHAKE_MODE: 'local',
      PORT: '0',
      DATA_DIR: dataDir,
      HANDSHAKE_CODE_CACHE: 'write',
    },
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
  child.stdout.on('data', (data) => {
    if (String(data).includes('listening on port')) child.kill('SIGUSR2');
  });
  return new Promise((resolve) => {
    child.on('exit', () => {
      clearTimeout(timer);
      rmSync(dataDir, { recursive: true, force: true });
      resolve();
    });
  });
}

async function main(args: readonly string[]): Promise<void> {
  try {
    await (args.includes('--if-stale') ? buildIfStale({ quiet: true }) : build());
  } catch (error) {
    // The bundler has printed its own errors, with their places.
    if (!(error instanceof Error && 'errors' in error)) throw error;
    process.exitCode = 1;
  }
}

if (process.argv[1] === __filename) void main(process.argv.slice(2));
