import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '../../src/sandbox/sandbox';
import { syncAccounts } from '../../src/sync/sync-accounts';
import { forkBench } from '../fork-bench';
import { benchProviders } from './providers';
import { benchPorts } from './ports';

type Settings = Readonly<Record<string, string>>;

/** `npm run bench -- sync [tenants]`: the first sync from the sandbox (in a process of its own) into the embedded store. */
export async function benchSync(args: readonly string[]): Promise<void> {
  if (args[0] === 'providers') return benchProviders(args.slice(1));
  if (args[0] === 'sandbox') return runSandbox(Number(args[1]));
  const tenants = Number(args[0] ?? 100_000);
  const child = forkBench(['sync', 'sandbox', String(tenants)]);
  const settings = await new Promise<Settings>((resolve) => {
    child.once('message', (message) => {
      resolve(message as Settings);
    });
  });
  const dir = mkdtempSync(join(tmpdir(), 'handshake-bench-'));
  try {
    await measure(settings, dir);
  } finally {
    child.kill();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function measure(settings: Settings, dir: string): Promise<void> {
  const ports = await benchPorts(settings, dir);
  const { register, store } = ports;
  const provider = ports.providers[0];
  if (provider === undefined) throw new Error('the sandbox gave no provider');
  const before = process.memoryUsage().rss;
  const cpu = process.cpuUsage();
  const started = performance.now();
  await syncAccounts(ports, provider, new AbortController().signal);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const { accounts } = register.counts;
  const grown = (process.memoryUsage().rss - before) / 2 ** 20;
  console.log(
    `first sync: ${accounts} accounts in ${seconds.toFixed(1)} s, ${Math.round(accounts / seconds)} a second (budget 5,000); ` +
      `CPU ${((user + system) / 1e6).toFixed(1)} s; memory grew by ${Math.round(grown)} MB, ${((grown * 1024) / accounts).toFixed(1)} KB an account`,
  );
  const again = performance.now();
  await syncAccounts(ports, provider, new AbortController().signal);
  console.log(`second sync, nothing new: ${((performance.now() - again) / 1000).toFixed(1)} s`);
  await store.close();
}

async function runSandbox(tenants: number): Promise<void> {
  const sandbox = await startSandbox({ moves: false, crowd: { tenants, customers: 0 } });
  process.send?.(sandbox.settings);
}
