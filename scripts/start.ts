// `npm start`: everything on this machine, with nothing configured. Builds what is missing, then runs the sandbox, the
// bot and the Playground until Ctrl-C.
import { join } from 'node:path';
import { buildIfStale } from './build';
import { Processes } from './processes';
import { root } from './root';
import { onSignals } from './signals';
import { choosePort, localCosmos, startBot, startPlayground, startSandbox } from './stack';
import { printer } from './terminal';

const processes = new Processes();
let ending = false;

async function end(code: number, why: string): Promise<void> {
  if (ending) return;
  ending = true;
  console.log(`\n${why}`);
  await processes.stopAll();
  console.log('Everything is stopped.');
  process.exit(code);
}

const onExit = (name: string) => (code: number | null) =>
  void end(1, `The ${name} ended by itself (${String(code)}); see its last lines above.`);

async function main(): Promise<void> {
  onSignals(() => void end(0, 'Stopping ...'));
  try {
    await buildIfStale();
    await run();
  } catch (error) {
    await end(1, error instanceof Error ? error.message : String(error));
  }
}

async function run(): Promise<void> {
  const say = (line: string): void => {
    console.log(line);
  };
  const dataDir = process.env['DATA_DIR'] ?? join(root, '.data');
  const sandbox = await startSandbox(processes, {
    stateFile: join(dataDir, 'sandbox.json'),
    // `npm start -- --still`: nobody accepts unless told to, for demonstrations.
    still: process.argv.includes('--still'),
    // `npm start -- --single`: one Partner Center tenant, and no distributor.
    several: !process.argv.includes('--single'),
    onLine: printer('sandbox'),
    onExit: onExit('sandbox'),
  });
  const cosmos = localCosmos(say);
  const botPort = await startBot(processes, {
    port: await choosePort('the bot', Number(process.env['PORT'] ?? 3978), say),
    dataDir,
    // The sandbox moves every minute; five, as in production, would hide that.
    settings: { ...sandbox.settings, ...cosmos, SYNC_INTERVAL_S: process.env['SYNC_INTERVAL_S'] ?? '5' },
    onLine: printer('bot'),
    onExit: onExit('bot'),
  });
  const port = await startPlayground(processes, {
    port: await choosePort('the Playground', Number(process.env['TEAMSAPPTESTER_PORT'] ?? 56150), say),
    botPort,
    workDir: join(dataDir, 'playground'),
    onExit: onExit('Playground'),
  });
  if (!ending) say(welcome(port, sandbox.control, cosmos['COSMOS_ENDPOINT'] ?? '.data/'));
}

function welcome(port: number, control: string, keptIn: string): string {
  const post = (what: string): string => `curl -X POST ${control}/control/${what} -d '{}'`;
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

void main();
