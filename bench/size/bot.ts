import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildSync } from 'esbuild';
import type { Usage } from './inside';

const ROOT = join(__dirname, '..', '..');

/** The bot as it is deployed, in a process of its own. */
export interface SizedBot {
  readonly url: string;
  usage(what?: 'memory'): Promise<Usage>;
  isReady(): Promise<boolean>;
  /** How many it knows. */
  accounts(): Promise<number>;
  /** When each part of the sources was last read to its end, in seconds. */
  readAt(): Promise<ReadonlyMap<string, number>>;
  stop(): Promise<void>;
}

/** Resolves when it listens. `NODE_FLAGS` go to its process, to look into it. */
export async function startSizedBot(settings: Readonly<Record<string, string>>, dir: string): Promise<SizedBot> {
  const inside = join(dir, 'inside.cjs');
  const entryPoints = [join(__dirname, 'inside.ts')];
  buildSync({ entryPoints, outfile: inside, bundle: true, platform: 'node', format: 'cjs' });
  const flags = (process.env['NODE_FLAGS'] ?? '').split(' ').filter((flag) => flag !== '');
  const leash = join(ROOT, 'scripts', 'leash.cjs');
  const args = [...flags, '--require', leash, '--require', inside, join(ROOT, 'dist', 'index.js')];
  const child = spawn(process.execPath, args, {
    env: {
      PATH: process.env['PATH'],
      HANDSHAKE_MODE: 'local',
      PORT: '0',
      LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
      DATA_DIR: join(dir, 'data'),
      ...settings,
    },
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => {
      reject(new Error(`the bot ended with ${String(code)} instead of listening`));
    });
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const port = /listening on port (\d+)/.exec(line)?.[1];
      if (port === undefined) console.log(line);
      else resolve(`http://127.0.0.1:${port}`);
    });
  });
  const metrics = async (): Promise<string> => (await fetch(`${url}/metrics`)).text();
  return {
    url,
    usage: (what) =>
      new Promise((resolve) => {
        child.once('message', (usage) => {
          resolve(usage as Usage);
        });
        child.send(what ?? 'usage');
      }),
    isReady: async () => (await fetch(`${url}/readyz`)).ok,
    async accounts() {
      return Number(/^handshake_accounts (\d+)$/m.exec(await metrics())?.[1]);
    },
    async readAt() {
      const text = await metrics();
      const parts = text.matchAll(/^handshake_source_read_seconds\{part="([^"]+)"\} ([\d.e+-]+)$/gm);
      return new Map([...parts].map(([, part = '', at]) => [part, Number(at)]));
    },
    async stop() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}
