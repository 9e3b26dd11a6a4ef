import { existsSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createApp } from '../../src/app';
import { readConfig } from '../../src/config';
import { createLog } from '../../src/runtime/log';

/** What the bot's process took since it was last asked. */
export interface Usage {
  readonly cpuMs: number;
  /** The longest time for which its event loop did not come round. */
  readonly longestPauseMs: number;
}

const RESOLUTION_MS = 1;

/** The whole bot in a process of its own: so its CPU time and its pauses are its own. */
export async function runBot(env: Readonly<Record<string, string>>, dir: string): Promise<void> {
  process.on('disconnect', () => process.exit());
  const read = readConfig(env, { fileExists: existsSync });
  if (!read.ok) throw new Error(read.failures.map((f) => `${f.setting} ${f.problem}`).join('; '));
  const app = await createApp({ ...read.config, port: 0, store: { kind: 'embedded', dir } }, createLog('error'));
  const port = await app.start();
  const pauses = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  pauses.enable();
  let before = process.cpuUsage();
  process.on('message', () => {
    const { user, system } = process.cpuUsage(before);
    const usage: Usage = { cpuMs: (user + system) / 1000, longestPauseMs: pauses.max / 1e6 };
    before = process.cpuUsage();
    pauses.reset();
    process.send?.(usage);
  });
  process.send?.({ port });
}
