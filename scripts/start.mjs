// `npm start`: everything on this machine, with nothing configured. Installs and builds what is missing, then runs the
// sandbox, the bot and the Playground until Ctrl-C.
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { buildIfStale } from './build.mjs';
import { Processes, root } from './processes.mjs';
import { choosePort, localCosmos, startBot, startPlayground, startSandbox } from './stack.mjs';
import { printer } from './terminal.mjs';

const processes = new Processes();
let ending = false;

async function end(code, why) {
  if (ending) return;
  ending = true;
  console.log(`\n${why}`);
  await processes.stopAll();
  console.log('Everything is stopped.');
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0, 'Stopping ...'));
const onExit = (name) => (code) => void end(1, `The ${name} ended by itself (${code}); see its last lines above.`);

try {
  ensureInstalled(root);
  await buildIfStale();
  await run();
} catch (error) {
  await end(1, error instanceof Error ? error.message : String(error));
}

async function run() {
  const say = (line) => console.log(line);
  const dataDir = process.env.DATA_DIR ?? join(root, '.data');
  const sandbox = await startSandbox(processes, {
    stateFile: join(dataDir, 'sandbox.json'),
    // `npm start -- --still`: nobody accepts unless told to, for demonstrations.
    still: process.argv.includes('--still'),
    onLine: printer('sandbox'),
    onExit: onExit('sandbox'),
  });
  const cosmos = localCosmos(say);
  const botPort = await startBot(processes, {
    port: await choosePort('the bot', Number(process.env.PORT ?? 3978), say),
    dataDir,
    settings: sandbox.settings,
    // The sandbox moves every minute; five, as in production, would hide that.
    env: { ...cosmos, SYNC_INTERVAL_S: process.env.SYNC_INTERVAL_S ?? '5' },
    onLine: printer('bot'),
    onExit: onExit('bot'),
  });
  const port = await startPlayground(processes, {
    port: await choosePort('the Playground', Number(process.env.TEAMSAPPTESTER_PORT ?? 56150), say),
    botPort,
    workDir: join(dataDir, 'playground'),
    onExit: onExit('Playground'),
  });
  if (!ending) say(welcome(port, sandbox.control, cosmos.COSMOS_ENDPOINT ?? '.data/'));
}

function welcome(port, control, keptIn) {
  const post = (what) => `curl -X POST ${control}/control/${what} -d '{}'`;
  return [
    '',
    'Handshake is ready.',
    '',
    `  Chat with it             http://localhost:${port}`,
    '',
    '  Personal Chat            is Contoso accepted?   ·   pending   ·   help',
    '  Fjord Cloud - General    open it once, so that Handshake is in the team; new accounts are announced there',
    '',
    '  A customer accepts about 20 s after the first start and then every minute; Work 365 has it half a minute later.',
    `  Not patient?             ${post('accept')}`,
    `                           ${post('sync')}`,
    '',
    `  Everything here is invented and stays on this machine. Ctrl-C ends it; what was decided is kept in ${keptIn}`,
    '',
  ].join('\n');
}
