import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ports } from '../../src/ports';
import { follow } from '../../src/register/follow';
import { FollowedRegister } from '../../src/register/followed-register';
import { createLog } from '../../src/runtime/log';
import { openEmbeddedStore } from '../../src/stores/embedded';
import { syncAccounts } from '../../src/sync/sync-accounts';
import { syncCustomers } from '../../src/sync/sync-customers';
import { watchPauses } from '../loop-pauses';
import { measureMemory } from '../memory';
import { portsOf } from '../ports';
import { company } from './names';
import { sourcesOf } from './sources';

/** What one piece of work takes: CPU in milliseconds and as a multiple of the work that serves as a measure, and its longest pause. */
export interface Work {
  readonly cpuMs: number;
  readonly times: number;
  readonly longestPauseMs: number;
}

export interface AloneFigures {
  readonly firstSync: Work;
  readonly idleSync: Work;
  readonly fill: Work;
  /** Of the heap, for an account and a customer, all garbage collected. */
  readonly bytes: number;
  readonly measureMs: number;
}

/** `npm run bench -- size alone [accounts]`: sync and memory without the wire, in this process, as the gate measures it. */
export async function benchAlone([size = '12000']: readonly string[]): Promise<void> {
  const figures = await measureAlone(Number(size));
  if (process.send === undefined) console.log(JSON.stringify(figures, undefined, 2));
  else process.send(figures);
}

async function measureAlone(size: number): Promise<AloneFigures> {
  const dir = mkdtempSync(join(tmpdir(), 'handshake-size-'));
  const store = await openEmbeddedStore({ dir, partnerId: 'partner', log: createLog('error') });
  try {
    // What is compiled and laid out once is no matter of size.
    await syncOnce(portsWith(store, 300));
    const { heapMb } = measureMemory();
    const ports = portsWith(store, size);
    const works: Taken[] = [];
    const measures = [cpuOfMeasure()];
    const measure = async (work: () => Promise<unknown>, rounds = 1): Promise<void> => {
      const all: Taken[] = [];
      for (let round = 0; round < rounds; round += 1) all.push(await taken(work));
      works.push(leastOf(all));
      measures.push(cpuOfMeasure());
    };
    await measure(() => syncOnce(ports));
    await measure(() => syncOnce(ports), ROUNDS);
    const bytes = ((measureMemory().heapMb - heapMb) * 2 ** 20) / size;
    let register = new FollowedRegister();
    await measure(() => {
      register = new FollowedRegister();
      return follow(store, register).catchUp();
    }, ROUNDS);
    if (register.counts.accounts !== size) throw new Error(`${register.counts.accounts} of ${size} accounts are known`);
    const measureMs = measures.reduce((sum, one) => sum + one, 0) / measures.length;
    const [firstSync, idleSync, fill] = works.map((work): Work => ({ ...work, times: work.cpuMs / measureMs }));
    if (firstSync === undefined || idleSync === undefined || fill === undefined)
      throw new Error('not all was measured');
    return { firstSync, idleSync, fill, bytes, measureMs };
  } finally {
    await store.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

type Taken = Omit<Work, 'times'>;

/** What can be done again is done so many times: what others on the machine add never makes it less. */
const ROUNDS = 3;

function leastOf(all: readonly Taken[]): Taken {
  return {
    cpuMs: Math.min(...all.map(({ cpuMs }) => cpuMs)),
    longestPauseMs: Math.min(...all.map(({ longestPauseMs }) => longestPauseMs)),
  };
}

type Stand = Ports & { readonly catchUp: () => Promise<number> };

/** With memory that knows nothing yet. */
export function portsWith(store: Ports['store'], size: number): Stand {
  const register = new FollowedRegister();
  const { provider, directory } = sourcesOf(size);
  const ports = portsOf({ partnerId: 'partner', store, register, providers: [provider], directory });
  const follower = follow(store, register);
  return { ...ports, catchUp: () => follower.catchUp() };
}

export async function syncOnce(ports: Stand): Promise<void> {
  const { signal } = new AbortController();
  await ports.catchUp();
  await syncCustomers(ports, signal);
  for (const provider of ports.providers) await syncAccounts(ports, provider, signal);
  await ports.catchUp();
}

async function taken(work: () => Promise<unknown>): Promise<Taken> {
  const pauses = watchPauses();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { cpuMs: (user + system) / 1000, longestPauseMs: pauses().byCpu.longest };
}

/**
 * The same work on every machine and under every load: texts are made, parsed and sorted, which none of our own code does.
 * What others on the machine do makes a second of CPU slower; it makes this slower as well.
 */
function cpuOfMeasure(): number {
  const rounds = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    const all = Array.from({ length: 20_000 }, (_, n) => ({ n, name: company(n % 500).tenant.name, list: [n, n + 1] }));
    const parsed = all.map((one) => JSON.parse(JSON.stringify(one)) as typeof one);
    parsed.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.n - b.n));
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
  return rounds[1] ?? 1;
}
