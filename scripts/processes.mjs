// Starts Node programs, waits until they say that they are ready, and ends them all again.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What a bot may take to stop cleanly, and a little more. */
const GRACE_MS = 11_000;

export class Processes {
  #running = new Map();
  #ending = false;

  /**
   * Starts `node ...args`. Resolves with the match of `ready` in its output; rejects when it ends before that.
   * `onLine(line)` sees every line; `onExit(code)` is called when it ends on its own later.
   */
  start(name, args, { env = {}, ready, timeoutMs = 60_000, onLine = () => {}, onExit = () => {} }) {
    const child = spawn(process.execPath, ['--require', join(root, 'scripts', 'leash.cjs'), ...args], {
      cwd: root,
      // A group of its own, so that Ctrl-C reaches this script alone and the order of ending stays ours.
      detached: process.platform !== 'win32',
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    child.stdin.on('error', () => {});
    this.#running.set(name, child);
    return new Promise((resolve, reject) => {
      const last = [];
      let settled = false;
      const settle = (then, value) => {
        if (settled) return;
        settled = true;
        clearTimeout(timer);
        then(value);
      };
      const fail = (why) => settle(reject, new Error(`${name} ${why}\n${last.map((line) => `  ${line}`).join('\n')}`));
      const timer = setTimeout(() => fail(`was not ready within ${timeoutMs / 1000} s; its last words:`), timeoutMs);
      const see = (line) => {
        last.push(line);
        if (last.length > 15) last.shift();
        onLine(line);
        const match = settled ? null : ready.exec(line);
        if (match !== null) settle(resolve, match);
      };
      createInterface({ input: child.stdout }).on('line', see);
      createInterface({ input: child.stderr }).on('line', see);
      child.on('error', (error) => fail(`could not be started: ${error.message}`));
      child.on('exit', (code, signal) => {
        if (this.#running.get(name) === child) this.#running.delete(name);
        fail(`ended (${code ?? signal}); its last words:`);
        if (!this.#ending && child.exitCode !== null) onExit(code);
      });
    });
  }

  /** Ends one; resolves when it is gone. `SIGKILL` ends it without a word. */
  async stop(name, signal = 'SIGTERM') {
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
  async stopAll() {
    this.#ending = true;
    for (const name of [...this.#running.keys()].reverse()) await this.stop(name);
  }
}

/** The wanted port on this machine, or the next free one after it; 0 asks for any. */
export async function freePort(wanted) {
  if (wanted === 0) return probe(0);
  for (let port = wanted; port < wanted + 50; port += 1) {
    if ((await probe(port)) !== undefined) return port;
  }
  return probe(0);
}

// Asked on both, because a program that holds all interfaces does not disturb one that asks for loopback alone.
async function probe(port) {
  for (const host of port === 0 ? ['127.0.0.1'] : ['::', '127.0.0.1']) {
    const found = await listenOnce(port, host);
    if (found === 'taken') return undefined;
    if (typeof found === 'number' && host === '127.0.0.1') return found;
  }
  return undefined;
}

function listenOnce(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code === 'EADDRINUSE' ? 'taken' : 'unknown'));
    server.listen(port, host, () => {
      const bound = server.address().port;
      server.close(() => resolve(bound));
    });
  });
}
