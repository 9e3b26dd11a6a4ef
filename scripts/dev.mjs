// `npm run dev`: the bot alone, built again and restarted whenever a source changes, with the inspector on 9239.
// Without sources of its own (PARTNER_CENTER_TENANT_ID) it gets a sandbox. For a chat: `npm run playground`.
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { buildIfStale, buildOptions } from './build.mjs';
import { Processes, root } from './processes.mjs';
import { startSandbox } from './stack.mjs';
import { printer } from './terminal.mjs';

const processes = new Processes();
let ending = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end());

async function end() {
  if (ending) return;
  ending = true;
  await processes.stopAll();
  process.exit(0);
}

ensureInstalled(root);
await buildIfStale();
const dataDir = process.env.DATA_DIR ?? join(root, '.data');
const settings = await sources();
const { context } = await import('esbuild');
const watcher = await context(
  buildOptions('bot-dev.js', 'src/index.ts', {
    plugins: [{ name: 'restart', setup: (plan) => plan.onEnd((result) => void restart(result.errors.length)) }],
  }),
);
await watcher.watch();

async function sources() {
  if (process.env.PARTNER_CENTER_TENANT_ID) return {};
  const stateFile = join(dataDir, 'sandbox.json');
  return (await startSandbox(processes, { stateFile, onLine: printer('sandbox') })).settings;
}

async function restart(errors) {
  if (ending || errors > 0) return;
  await processes.stop('bot');
  try {
    await processes.start(
      'bot',
      ['--inspect=127.0.0.1:9239', '--enable-source-maps', join(root, 'dist', 'bot-dev.js')],
      {
        env: { ...settings, DATA_DIR: dataDir },
        ready: /listening on port (\d+)/,
        onLine: printer('bot'),
      },
    );
  } catch (error) {
    if (!ending) console.log(`${error.message}\nWaiting for a change ...`);
  }
}
