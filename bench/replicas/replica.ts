import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = process.cwd();

/** The bot as it is deployed, in a process of its own. */
export interface Replica {
  readonly url: string;
  /** CPU time so far, by its own metrics. */
  cpuMs(): Promise<number>;
  /** A suspended one is as good as not there: nobody pays for it. */
  suspend(): void;
  resume(): void;
  stop(): Promise<void>;
}

/** Builds what is out of date, so that what is measured is what would be deployed. */
export function buildBot(): void {
  execFileSync(process.execPath, [join(ROOT, 'scripts', 'run.mjs'), 'scripts/build.ts', '--if-stale'], {
    stdio: 'inherit',
  });
}

/** Resolves when the replica is ready: memory filled, the first sync done. */
export async function startReplica(settings: Readonly<Record<string, string>>): Promise<Replica> {
  // On a leash: however this program ends, the replica ends too.
  const leashed = ['--require', join(ROOT, 'scripts', 'leash.cjs'), join(ROOT, 'dist', 'index.js')];
  const child = spawn(process.execPath, leashed, {
    env: { PATH: process.env['PATH'], HANDSHAKE_MODE: 'local', PORT: '0', LOG_LEVEL: 'error', ...settings },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  const url = `http://127.0.0.1:${await portOf(child)}`;
  while (!(await fetch(`${url}/readyz`)).ok) await pause(50);
  return {
    url,
    async cpuMs() {
      const text = await (await fetch(`${url}/metrics`)).text();
      return 1_000 * Number(/^process_cpu_seconds_total ([\d.e+-]+)/m.exec(text)?.[1]);
    },
    suspend() {
      child.kill('SIGSTOP');
    },
    resume() {
      child.kill('SIGCONT');
    },
    async stop() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      reject(new Error(`a replica ended with ${String(code)} instead of listening`));
    });
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const port = /listening on port (\d+)/.exec(line)?.[1];
      if (port === undefined) console.log(line);
      else resolve(port);
    });
  });
}
