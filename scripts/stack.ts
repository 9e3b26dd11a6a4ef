// The parts that `npm start` and the browser tests put together: the sandbox, the bot and the Playground.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dist } from './build';
import { freePort, type Processes, type Start } from './processes';
import { root } from './root';

export type Settings = Readonly<Record<string, string | undefined>>;
type Say = (line: string) => void;
type Watched = Pick<Start, 'onLine' | 'onExit'>;

/** Settings that a shell may hold for a real deployment; what starts beside a sandbox must not see them. */
const REAL =
  /^(BOT|PARTNER|PARTNER_CENTER|DATAVERSE|COSMOS|WORK365|GRAPH|HANDSHAKE)_|^(STORE|DIRECTORY|DIRECTORY_FILE|DIRECTORY_FILE_COLUMNS|PROVIDERS_FILE|MAPPERS|HOST|ALLOWED_.*)$/;

function withoutRealSettings(): Settings {
  const names = Object.keys(process.env).filter((name) => REAL.test(name));
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

/**
 * The settings of `STORE=cosmos`, when its database is on this machine: what a sandbox invents belongs in no other.
 * Otherwise nothing, which means the embedded store, and a word about it.
 */
export function localCosmos(say: Say): Settings {
  const { STORE, COSMOS_ENDPOINT, COSMOS_KEY, COSMOS_DATABASE } = process.env;
  if (STORE !== 'cosmos') return {};
  if (isOnThisMachine(COSMOS_ENDPOINT)) return { STORE, COSMOS_ENDPOINT, COSMOS_KEY, COSMOS_DATABASE };
  say('STORE=cosmos is left aside and the embedded store is used: COSMOS_ENDPOINT is no address of this machine,');
  say('and the invented records of the sandbox belong in no other database. Set it to that of a local emulator.');
  return {};
}

function isOnThisMachine(address = ''): boolean {
  return URL.canParse(address) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname);
}

export interface Sandbox {
  /** The address of its control API. */
  readonly control: string;
  /** The bot's settings that lead to it. */
  readonly settings: Settings;
}

export async function startSandbox(
  processes: Processes,
  {
    stateFile,
    still = false,
    several = false,
    onLine,
    ...rest
  }: Watched & { readonly stateFile: string; readonly still?: boolean; readonly several?: boolean },
): Promise<Sandbox> {
  mkdirSync(dirname(stateFile), { recursive: true });
  const settings: Record<string, string> = {};
  const args = [
    join(dist, 'sandbox.js'),
    '--state',
    stateFile,
    ...(still ? ['--still'] : []),
    ...(several ? ['--several'] : []),
  ];
  const [, control = ''] = await processes.start('sandbox', args, {
    env: withoutRealSettings(),
    ready: /^# control: (\S+)\/control\/world$/,
    onLine: (line) => {
      const [, name, value] = /^([A-Z0-9_]+)=(.*)$/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) settings[name] = value;
      else if (!line.startsWith('#')) onLine?.(line);
    },
    ...rest,
  });
  return { control, settings };
}

/** Whoever looks on in the Playground (`env/playground.yml`) may decide from the first message on, before a team has the bot. */
const MAPPERS = 'team,a0000000-0000-4000-8000-000000000001';

/** Resolves with the bot's port. */
export async function startBot(
  processes: Processes,
  { port, dataDir, settings, ...watched }: Watched & { port: number; dataDir: string; settings: Settings },
): Promise<number> {
  const [, listening] = await processes.start('bot', [join(dist, 'index.js')], {
    env: { ...withoutRealSettings(), MAPPERS, ...settings, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir },
    ready: /listening on port (\d+)/,
    ...watched,
  });
  return Number(listening);
}

/** Resolves with the Playground's port. `workDir` takes its logs. */
export async function startPlayground(
  processes: Processes,
  { port, botPort, workDir, ...watched }: Watched & { port: number; botPort: number; workDir: string },
): Promise<number> {
  mkdirSync(workDir, { recursive: true });
  const cli = require.resolve('@microsoft/m365agentsplayground/cli.js');
  const args = [
    ...['--require', join(root, 'scripts', 'loopback.cjs'), cli, 'start', '--disable-telemetry'],
    ...['-e', `http://127.0.0.1:${botPort}/api/messages`, '-c', 'msteams', '-p', String(port)],
  ];
  const [, listening] = await processes.start('playground', args, {
    env: {
      // It would open a browser by itself, and its telemetry asks for the cloud's metadata address.
      TEAMSAPPTESTER_BROWSER: 'none',
      APPLICATION_INSIGHTS_NO_STATSBEAT: 'true',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: join(root, 'env', 'playground.yml'),
      M365_AGENTS_PLAYGROUND_LOGFILE: join(workDir, 'playground.log'),
    },
    ready: /Listening on (\d+)/,
    ...watched,
  });
  await answers(`http://127.0.0.1:${listening}/_debug/ping`, join(workDir, 'playground.log'));
  return Number(listening);
}

/** It says that it listens before it has read its configuration, and ends when that is wrong. */
async function answers(url: string, log: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The Playground does not answer; ${log} says why.`);
}

/** A free port near the usual one, and a kind word when the usual one is taken; 0 asks for any. */
export async function choosePort(what: string, usual: number, say: Say): Promise<number> {
  const port = await freePort(usual);
  if (usual !== 0 && port !== usual) say(`Port ${usual} is taken by another program, so ${what} uses ${port}.`);
  return port;
}
