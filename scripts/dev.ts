// `npm run dev`: the bot alone, built again and restarted whenever a source changes, with the inspector on 9239.
// Without sources of its own (PARTNER_CENTER_TENANT_ID) it gets a sandbox. For a chat: `npm run playground`.
import { join } from 'node:path';
import { context, type Plugin } from 'esbuild';
import { buildIfStale, buildOptions, dist } from './build';
import { Processes } from './processes';
import { root } from './root';
import { onSignals } from './signals';
import { startSandbox, type Settings } from './stack';
import { printer } from './terminal';

const processes = new Processes();
const dataDir = process.env['DATA_DIR'] ?? join(root, '.data');
let ending = false;
// Asked by a function, since it may change while something is awaited.
const isEnding = (): boolean => ending;

async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  await processes.stopAll();
  process.exit(0);
}

async function sources(): Promise<Settings> {
  if (process.env['PARTNER_CENTER_TENANT_ID']) return {};
  const stateFile = join(dataDir, 'sandbox.json');
  return (await startSandbox(processes, { stateFile, onLine: printer('sandbox') })).settings;
}

async function restart(settings: Settings): Promise<void> {
  if (isEnding()) return;
  await processes.stop('bot');
  const args = ['--inspect=127.0.0.1:9239', '--enable-source-maps', join(dist, 'bot-dev.js')];
  try {
    await processes.start('bot', args, {
      env: { ...settings, DATA_DIR: dataDir },
      ready: /listening on port (\d+)/,
      onLine: printer('bot'),
    });
  } catch (error) {
    if (!isEnding()) console.log(`${error instanceof Error ? error.message : String(error)}\nWaiting for a change ...`);
  }
}

async function main(): Promise<void> {
  onSignals(() => void end());
  await buildIfStale();
  const settings = await sources();
  const restarts: Plugin = {
    name: 'restart',
    setup: (plan) => {
      plan.onEnd((result) => void (result.errors.length === 0 ? restart(settings) : undefined));
    },
  };
  const watcher = await context({ ...buildOptions('bot-dev.js', 'src/index.ts'), plugins: [restarts] });
  await watcher.watch();
}

void main();
