import { execFile } from 'node:child_process';
import { access, chmod, constants, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** A browser that Playwright can start: `chromium.launch({ executablePath, args })`. */
export interface Browser {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly from: BrowserSource;
}

/** Where a browser may come from, in the order in which they are asked. */
export const browserSources = ['CHROME_PATH', 'system', 'package', 'apt'] as const;
export type BrowserSource = (typeof browserSources)[number];

const run = promisify(execFile);
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const PLACES: Readonly<Record<string, readonly string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** Nothing that looks for Google's services by itself: tests call this machine only. */
const ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
  '--no-first-run',
];

/**
 * The first Chromium that starts: `CHROME_PATH`, one of the system's, the one inside the package `@sparticuz/chromium`
 * (Linux on x86-64), or Debian's by apt when we are root. Rejects with what to do when there is none, so that a test
 * can never be left out for want of a browser.
 */
export async function findBrowser(sources: readonly BrowserSource[] = browserSources): Promise<Browser> {
  const tried: string[] = [];
  for (const from of sources) {
    try {
      const executablePath = await look[from]();
      if (executablePath === undefined) {
        tried.push(`${from}: none`);
        continue;
      }
      const { stdout } = await run(executablePath, ['--version', ...sandboxArgs()], { timeout: 30_000 });
      if (/Chrom|Edge|HeadlessShell/i.test(stdout)) return { executablePath, args: [...ARGS, ...sandboxArgs()], from };
      tried.push(`${from}: ${executablePath} is no Chromium (${stdout.trim()})`);
    } catch (error) {
      tried.push(`${from}: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`);
    }
  }
  throw new Error(
    `No Chromium could be started. Install Chromium, Chrome or Edge, or set CHROME_PATH to one. ${tried.join('; ')}`,
  );
}

/** Chromium refuses to run as root inside its own sandbox. */
function sandboxArgs(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

const look: Readonly<Record<BrowserSource, () => Promise<string | undefined>>> = {
  CHROME_PATH: async () => {
    const path = process.env['CHROME_PATH'];
    if (path === undefined || path === '') return undefined;
    await access(path, constants.X_OK);
    return path;
  },
  system: async () => {
    const folders = (process.env['PATH'] ?? '').split(delimiter);
    const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
    return firstExecutable([...onPath, ...(PLACES[process.platform] ?? [])]);
  },
  package: unpack,
  apt: installByApt,
};

async function firstExecutable(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const there = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (there) return path;
  }
  return undefined;
}

/**
 * The package holds compressed files for a bare Linux: the browser, the libraries and the fonts that it needs. They are
 * unpacked once, beside node_modules' other caches, and started by a script that knows where they are.
 */
async function unpack(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const packageFile = require.resolve('@sparticuz/chromium');
  const folder = resolve(packageFile, '..', '..', '..', '..', '.cache', 'handshake-browser');
  const start = join(folder, 'chromium.sh');
  if ((await firstExecutable([start])) !== undefined) return start;
  const fresh = `${folder}-${process.pid}`;
  await mkdir(fresh, { recursive: true });
  // In a process of its own: the package is ESM only, unpacks to the temporary folder, and adds its libraries only
  // where it believes to be in its makers' cloud.
  const code = `import(${JSON.stringify(packageFile)}).then((m) => m.default.executablePath())`;
  const env = { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  await run(process.execPath, ['-e', code], { env, timeout: 120_000 });
  await writeFile(join(fresh, 'fonts.conf'), fontsConf(folder));
  await writeFile(join(fresh, 'chromium.sh'), startScript(folder));
  await chmod(join(fresh, 'chromium.sh'), 0o755);
  // Two test files may unpack at the same time: the first to finish wins, its files are the same.
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }));
  return start;
}

function fontsConf(folder: string): string {
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    '  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
    `  <dir>${folder}/fonts/fonts</dir>`,
    `  <cachedir>${folder}/fonts-cache</cachedir>`,
    // What pages for Teams ask for, and what they mean by the plain family.
    ...['Segoe UI', 'sans-serif'].map(
      (name) => `  <alias binding="same"><family>${name}</family><prefer><family>Open Sans</family></prefer></alias>`,
    ),
    '</fontconfig>',
  ].join('\n');
}

function startScript(folder: string): string {
  return [
    '#!/bin/sh',
    `export LD_LIBRARY_PATH='${folder}/al2023/lib'"\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"`,
    `export FONTCONFIG_FILE='${folder}/fonts.conf'`,
    `exec '${folder}/chromium' "$@"`,
    '',
  ].join('\n');
}

async function installByApt(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  if ((await firstExecutable(['/usr/bin/apt-get'])) === undefined) return undefined;
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 300_000 };
  await run('apt-get', ['update', '-qq'], options);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  return firstExecutable(['/usr/bin/chromium']);
}
