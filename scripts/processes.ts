import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './root';

/** What a bot may take to stop cleanly, and a little more. */
const GRACE_MS = 11_000;

export interface Start {
  /** On top of ours; what is `undefined` is taken away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly ready: RegExp;
  readonly timeoutMs?: number;
  /** Sees every line. */
  readonly onLine?: (line: string) => void;
  /** Called when it ends by itself after it was ready. */
  readonly onExit?: (code: number | null) => void;
}

/** Starts Node programs, waits until they say that they are ready, and ends them all again. */
export class Processes {
  readonly #running = new Map<string, ChildProcess>();
  #ending = false;

  /** Starts `node ...args`. Resolves with the match of `ready` in its output; rejects when it ends before that. */
  start(name: string, args: readonly string[], how: Start): Promise<RegExpExecArray> {
    const child = spawn(process.execPath, ['--require', join(root, 'scripts', 'leash.cjs'), ...args], {
      cwd: root,
      // A group of its own, so that Ctrl-C reaches this script alone and the order of ending stays ours.
      detached: process.platform !== 'win32',
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...how.env },
    });
    child.stdin.on('error', () => undefined);
    this.#running.set(name, child);
    child.on('exit', () => {
      if (this.#running.get(name) === child) this.#running.delete(name);
    });
    return this.#ready(name, child, how);
  }

  #ready(name: string, child: ChildProcess, how: Start): Promise<RegExpExecArray> {
    const { ready, timeoutMs = 60_000, onLine, onExit } = how;
    const last: string[] = [];
    return new Promise((resolve, reject) => {
      let settled = false;
      const fail = (why: string): void => {
        settled = true;
        clearTimeout(timer);
        reject(new Error(`${name} ${why}\n${last.map((line) => `  ${line}`).join('\n')}`));
      };
      const timer = setTimeout(() => {
        fail(`was not ready within ${timeoutMs / 1000} s; its last words:`);
      }, timeoutMs);
      const see = (line: string): void => {
        last.push(line);
        if (last.length > 15) last.shift();
        onLine?.(line);
        const match = settled ? null : ready.exec(line);
        if (match === null) return;
        settled = true;
        clearTimeout(timer);
        resolve(match);
      };
      for (const output of [child.stdout, child.stderr]) if (output) createInterface({ input: output }).on('line', see);
      child.on('error', (error) => {
        fail(`could not be started: ${error.message}`);
      });
      child.on('exit', (code, signal) => {
        if (!settled) fail(`ended (${code ?? String(signal)}); its last words:`);
        if (!this.#ending && code !== null) onExit?.(code);
      });
    });
  }

  /** Ends one; resolves when it is gone. `SIGKILL` ends it without a word. */
  async stop(name: string, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.#running.get(name);
    if (child === undefined) return;
    this.#running.delete(name);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    await gone;
    clearTimeout(timer);
  }

  /** Ends all, the last started first. */
  async stopAll(): Promise<void> {
    this.#ending = true;
    for (const name of [...this.#running.keys()].reverse()) await this.stop(name);
  }
}

/** The wanted port on this machine, or the next free one after it; 0 asks for any. */
export async function freePort(wanted: number): Promise<number> {
  for (let port = wanted; wanted !== 0 && port < wanted + 50; port += 1) {
    // Asked on both, because a program that holds all interfaces does not disturb one that asks for loopback alone.
    const everywhere = await listenOnce(port, '::');
    const here = everywhere === 'taken' ? 'taken' : await listenOnce(port, '127.0.0.1');
    if (typeof here === 'number') return here;
  }
  const any = await listenOnce(0, '127.0.0.1');
  if (typeof any === 'number') return any;
  throw new Error('No port of 127.0.0.1 can be listened on.');
}

function listenOnce(port: number, host: string): Promise<number | 'taken' | 'unknown'> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'EADDRINUSE' ? 'taken' : 'unknown');
    });
    server.listen(port, host, () => {
      const { port: bound } = server.address() as AddressInfo;
      server.close(() => {
        resolve(bound);
      });
    });
  });
}
