import { existsSync } from 'node:fs';
import { createApp } from '../../src/app';
import { readConfig } from '../../src/config';
import { createLog } from '../../src/runtime/log';
import { watchPauses } from '../loop-pauses';

/** What the bot's process took since it was last asked. */
export interface Usage {
  readonly cpuMs: number;
  /** The longest time for which its event loop did not come round, by the clock: others on the machine make it longer. */
  readonly longestPauseMs: number;
  /** The same, but no longer than what the process itself computed in that time. */
  readonly longestBusyMs: number;
}

const TICK_MS = 1;

/** The whole bot in a process of its own: so its CPU time and its pauses are its own. */
export async function runBot(env: Readonly<Record<string, string>>, dir: string): Promise<void> {
  process.on('disconnect', () => process.exit());
  const read = readConfig(env, { fileExists: existsSync });
  if (!read.ok) throw new Error(read.failures.map((f) => `${f.setting} ${f.problem}`).join('; '));
  const app = await createApp({ ...read.config, port: 0, store: { kind: 'embedded', dir } }, createLog('error'));
  const port = await app.start();
  const pauses = watchPauses(TICK_MS);
  let before = process.cpuUsage();
  process.on('message', () => {
    const { user, system } = process.cpuUsage(before);
    const { byClock, byCpu } = pauses();
    const cpuMs = (user + system) / 1000;
    before = process.cpuUsage();
    const usage: Usage = { cpuMs, longestPauseMs: byClock.longest, longestBusyMs: byCpu.longest };
    process.send?.(usage);
  });
  process.send?.({ port });
}
