import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../src/runtime/log';
import { openEmbeddedStore } from '../../src/stores/embedded';
import { startReplica } from '../../test/app/memory-stand';
import type { Replica } from '../../test/app/memory-stand';
import { measureMemory } from '../memory';
import { portsWith, syncOnce } from './alone';
import { company } from './names';

/**
 * `npm run bench -- size kept [accounts]`: what it takes until a name is answered, from the store and from memory that was
 * kept; in this process, without the program's own start.
 */
export async function benchKept([size = '12000']: readonly string[]): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'handshake-kept-'));
  console.log(`${size} accounts and customers, load of the machine ${(loadavg()[0] ?? 0).toFixed(1)}`);
  try {
    const store = await openEmbeddedStore({ dir, partnerId: 'partner', log: createLog('error') });
    await syncOnce(portsWith(store, Number(size)));
    await store.close();
    await keptOnce(dir);
    await putBackOnce(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function keptOnce(dir: string): Promise<void> {
  const replica = await told('read from the store, until the first answer', () => answering(dir));
  console.log(`heap ${measureMemory().heapMb.toFixed(0)} MB`);
  await replica.keeper.start();
  await told('kept', () => replica.keep());
  console.log(`the file has ${(statSync(join(dir, 'handshake.memory')).size / 2 ** 20).toFixed(0)} MB`);
  await replica.stop();
}

async function putBackOnce(dir: string): Promise<void> {
  const replica = await told('put back, until the first answer', () => answering(dir));
  if (replica.read > 0) throw new Error(`${replica.read} documents were read from the store`);
  await told('the documents that nobody asked for', () => replica.keeper.start());
  console.log(`heap ${measureMemory().heapMb.toFixed(0)} MB`);
  await replica.stop();
}

async function answering(dir: string): Promise<Replica> {
  const replica = await startReplica({ dir, reads: 'when-asked' });
  const { name } = company(0).tenant;
  if (replica.register.resolveAccount(name).kind === 'none') throw new Error(`${name} is not known`);
  return replica;
}

async function told<T>(what: string, work: () => Promise<T>): Promise<T> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  console.log(
    `${what}: ${((performance.now() - began) / 1000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of CPU`,
  );
  return result;
}
