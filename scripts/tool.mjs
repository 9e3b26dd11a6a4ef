// Runs one TypeScript entry of this repository: `node scripts/tool.mjs src/matching/cli.ts --flag value`.
// It bundles our own sources with esbuild (about a tenth of a second) and leaves every package to node_modules.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [entry, ...args] = process.argv.slice(2);
if (!entry) {
  console.error('usage: node scripts/tool.mjs FILE.ts [arguments]');
  process.exit(2);
}
ensureInstalled(root);
const { build } = await import('esbuild');
// Beside node_modules, so that the bundle finds the packages that stay outside it.
const outdir = join(root, 'node_modules', '.cache', 'tools');
mkdirSync(outdir, { recursive: true });
const outfile = join(outdir, `${entry.replaceAll(/[^a-z0-9]+/gi, '-')}-${basename(entry, '.ts')}.cjs`);
await build({
  entryPoints: [join(root, entry)],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});
const child = spawn(process.execPath, ['--enable-source-maps', outfile, ...args], {
  stdio: 'inherit',
  env: { ...process.env, HANDSHAKE_ROOT: root },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
