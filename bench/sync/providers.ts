import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isKnownByRow } from '../../src/domain/account';
import type { Ports } from '../../src/ports';
import { startSandbox } from '../../src/sandbox/sandbox';
import { DISTRIBUTOR_NAME, SECOND_NAME } from '../../src/sandbox/several';
import { syncAccounts } from '../../src/sync/sync-accounts';
import { syncRowProviders } from '../../src/sync/sync-row-providers';
import { forkBench } from '../fork-bench';
import { benchPorts } from './ports';

type Settings = Readonly<Record<string, string>>;

/**
 * `npm run bench -- sync providers [customers] [rows]`: two Partner Center tenants with so many customers each, read at the
 * same time, and a distributor with so many rows; the sandboxes in processes of their own, the embedded store.
 */
export async function benchProviders(args: readonly string[]): Promise<void> {
  if (args[0] === 'first') return runFirst(Number(args[1]), Number(args[2]));
  if (args[0] === 'second') return runSecond(Number(args[1]));
  const customers = Number(args[0] ?? 100_000);
  const rows = Number(args[1] ?? 5_000);
  const first = forkBench(['sync', 'providers', 'first', String(customers), String(rows)]);
  const second = forkBench(['sync', 'providers', 'second', String(customers)]);
  const dir = mkdtempSync(join(tmpdir(), 'handshake-bench-'));
  try {
    const settings = joined(await said(first), await said(second));
    const ports = await benchPorts(settings, dir);
    await round(ports, 'first');
    await round(ports, 'second, nothing new,');
    await ports.store.close();
  } finally {
    first.kill();
    second.kill();
    rmSync(dir, { recursive: true, force: true });
  }
}

function said(child: ReturnType<typeof forkBench>): Promise<Settings> {
  return new Promise((resolve) => {
    child.once('message', (message) => {
      resolve(message as Settings);
    });
  });
}

/** The second tenant of the first sandbox is where the second sandbox has its customers. */
function joined(first: Settings, second: Settings): Settings {
  const { providers } = JSON.parse(first['PROVIDERS_FILE'] ?? '{}') as { readonly providers: readonly object[] };
  const moved = {
    ...providers[0],
    baseUrl: second['PARTNER_CENTER_BASE_URL'],
    authority: second['PARTNER_CENTER_AUTHORITY'],
    graphBaseUrl: second['GRAPH_BASE_URL'],
    work365Provider: SECOND_NAME,
  };
  return { ...first, PROVIDERS_FILE: JSON.stringify({ providers: [moved] }) };
}

/** All providers at once, as the jobs do it; the rows of the distributor once it is known which ones are ours. */
async function round(ports: Ports, which: string): Promise<void> {
  const { signal } = new AbortController();
  const before = process.memoryUsage().rss;
  const cpu = process.cpuUsage();
  const started = performance.now();
  const seconds = (): string => ((performance.now() - started) / 1000).toFixed(1);
  const ended = await Promise.all(
    ports.providers.map(async (provider) => {
      await syncAccounts(ports, provider, signal);
      return `${provider.name} after ${seconds()} s`;
    }),
  );
  const began = performance.now();
  await syncRowProviders(ports, signal);
  const distributor = ((performance.now() - began) / 1000).toFixed(1);
  const { user, system } = process.cpuUsage(cpu);
  const accounts = [...ports.register.allAccounts()];
  const byRow = accounts.filter(isKnownByRow).length;
  const grown = (process.memoryUsage().rss - before) / 2 ** 20;
  console.log(
    `${which} round: ${accounts.length} accounts, ${byRow} of them by rows alone, in ${seconds()} s ` +
      `(${ended.join(', ')}; the distributor ${distributor} s), CPU ${((user + system) / 1e6).toFixed(1)} s, ` +
      `memory grew by ${Math.round(grown)} MB`,
  );
}

async function runFirst(tenants: number, rows: number): Promise<void> {
  const sandbox = await startSandbox({ moves: false, several: true, crowd: { tenants, customers: 0 } });
  for (let at = 0; at < rows; at += 1)
    sandbox.control('add-row', { tenant: `Reseller customer ${at}`, provider: DISTRIBUTOR_NAME, id: `TD-9${at}` });
  process.send?.(sandbox.settings);
}

async function runSecond(tenants: number): Promise<void> {
  const sandbox = await startSandbox({ moves: false, crowd: { tenants, customers: 0, from: tenants } });
  process.send?.(sandbox.settings);
}
