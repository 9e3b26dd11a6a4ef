// `npm run serve [-- --env NAME]`: the bot alone, configured by the environment, and by env/.env.NAME. It runs in this very process, so that every signal
// reaches it.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { environmentOf } from '../src/setup/env-files';
import { dist, isStale } from './build';
import { root } from './root';

if (isStale()) {
  // Elsewhere, so that the bundler's memory and its own process are gone before the bot starts.
  const build = ['scripts/run.mjs', 'scripts/build.ts'];
  const built = spawnSync(process.execPath, build, { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) process.exit(1);
}
const { values } = parseArgs({ options: { env: { type: 'string' } }, strict: false });
// What the environment says already goes before the files.
if (typeof values.env === 'string') process.env = environmentOf(root, values.env);
if (process.env['npm_lifecycle_event'] !== undefined) stopWithParent();
process.chdir(root);
createRequire(__filename)(join(dist, 'index.js'));

/** npm's shell does not pass every signal on. When it is gone, the bot stops as if it had been asked to. */
function stopWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 250).unref();
}
