import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { eventually, inTime } from './eventually';

/** One replica of the bot: a process of its own, and what the drill can do to it. */
export interface Replica {
  readonly name: string;
  readonly url: string;
  readonly lines: readonly string[];
  /** Neither gone nor suspended: a load balancer sends requests to it. */
  readonly serving: boolean;
  readonly gone: boolean;
  /** Log lines with this message, parsed, in order. */
  logged(message: string): readonly Readonly<Record<string, unknown>>[];
  /** Whether, going by its log, it holds this lease. */
  holds(lease: string): boolean;
  ready(): Promise<void>;
  /** `kill -9`, at once; resolves when the process is gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with the exit code and how long it took. */
  stop(): Promise<{ readonly code: number | null; readonly ms: number }>;
  /** SIGSTOP and SIGCONT: a suspended machine, or a very long collection of garbage. */
  suspend(): void;
  resume(): void;
}

const ROOT = join(__dirname, '..', '..');

/**
 * Builds the bot, because a drill starts it many times: with the code that V8 compiled before, as it is shipped. What is
 * there already and newer than the sources is taken as it is.
 */
export function buildProgram(): string {
  const newest = Math.max(...['src', 'cards', 'test/drills'].map((folder) => newestIn(join(ROOT, folder))));
  const folder = join(ROOT, 'node_modules', '.cache', 'tests', `drills-${process.version}-${Math.floor(newest)}`);
  if (existsSync(join(folder, 'index.js'))) return join(folder, 'index.js');
  const making = `${folder}-${process.pid}`;
  mkdirSync(making, { recursive: true });
  const script = [join(ROOT, 'scripts', 'run.mjs'), 'test/drills/build-program.ts', making];
  execFileSync(process.execPath, script, { cwd: ROOT, stdio: 'inherit' });
  try {
    renameSync(making, folder);
  } catch {
    // Another test made it in the meantime.
    rmSync(making, { recursive: true });
  }
  for (const old of readdirSync(dirname(folder))) {
    const path = join(dirname(folder), old);
    const isOld = old.startsWith('drills-') && path !== folder && statSync(path).mtimeMs < newest - 3_600_000;
    if (isOld) rmSync(path, { recursive: true, force: true });
  }
  return join(folder, 'index.js');
}

function newestIn(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((most, name) => Math.max(most, newestIn(join(path, name))), stat.mtimeMs);
}

/** Resolves when it listens. `ready` waits for the rest. */
export async function startReplica(
  program: string,
  name: string,
  env: Readonly<Record<string, string>>,
): Promise<Replica> {
  // It ends with the process of the test, whatever ends that one.
  const child = spawn(process.execPath, ['--require', join(ROOT, 'scripts', 'leash.cjs'), program], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  let gone = false;
  let suspended = false;
  const exited = exitOf(child).then((code) => {
    gone = true;
    return code;
  });
  const port = new Promise<string>((resolve) => {
    const take = (line: string): void => {
      lines.push(line);
      const found = /listening on port (\d+)/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    };
    createInterface({ input: child.stdout }).on('line', take);
    createInterface({ input: child.stderr }).on('line', take);
  });
  const died = exited.then((code): never => {
    throw new Error(`replica ${name} ended with ${String(code)} instead of listening:\n${lines.join('\n')}`);
  });
  const url = `http://127.0.0.1:${await inTime(`replica ${name} listens`, Promise.race([port, died]), 120_000)}`;
  died.catch(() => undefined);
  const logged = (message: string) => lines.map(parsed).filter((line) => line['msg'] === message);
  return {
    name,
    url,
    lines,
    logged,
    get serving() {
      return !gone && !suspended;
    },
    get gone() {
      return gone;
    },
    holds: (lease) => {
      const about = lines.map(parsed).filter((line) => line['lease'] === lease);
      return !gone && about.at(-1)?.['msg'] === 'lease taken';
    },
    async ready() {
      await eventually(`replica ${name} is ready`, async () => {
        if (gone) throw new Error(`replica ${name} died before it was ready:\n${lines.slice(-20).join('\n')}`);
        const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
        await response?.arrayBuffer().catch(() => undefined);
        return response?.status === 200;
      });
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async stop() {
      const started = performance.now();
      child.kill('SIGTERM');
      const code = await inTime(`replica ${name} stops`, exited, 40_000);
      return { code, ms: performance.now() - started };
    },
    suspend() {
      suspended = true;
      child.kill('SIGSTOP');
    },
    resume() {
      suspended = false;
      child.kill('SIGCONT');
    },
  };
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', resolve));
}

function parsed(line: string): Readonly<Record<string, unknown>> {
  if (!line.startsWith('{')) return {};
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    // A kill may cut a line short.
    return {};
  }
}
