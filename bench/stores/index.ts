import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CustomerRecord } from '../../src/domain/documents';
import { createLog } from '../../src/runtime/log';
import type { Store } from '../../src/store';
import { openCosmosStore } from '../../src/stores/cosmos';
import { openEmbeddedStore } from '../../src/stores/embedded';
import { startCosmosGateway } from '../../test/doubles/cosmos-gateway';
import { watchLoop } from '../loop-pauses';

/**
 * `npm run bench -- stores [folder]`: both stores under the loads of the bot. The folder decides which disk is measured.
 * The Cosmos figures are those of the adapter and the double together; a real account adds its network and its limits.
 */
export async function benchStores([parent = tmpdir()]: readonly string[]): Promise<void> {
  const dir = await mkdtemp(join(parent, 'handshake-bench-'));
  console.log(`disk: ${await measureFlush(dir)}`);
  const embedded = await openEmbeddedStore({ dir, partnerId: 'partner-a', log: createLog('silent') });
  await measure('embedded', embedded, { single: 300, clicks: 2000, bulk: 20_000, reads: 20_000 });
  await embedded.close();
  await rm(dir, { recursive: true });

  const gateway = await startCosmosGateway();
  const place = { endpoint: gateway.endpoint, key: 'a2V5', database: 'bench' };
  const cosmos = await openCosmosStore({ ...place, partnerId: 'partner-a', log: createLog('silent') });
  await measure('cosmos (double)', cosmos, { single: 200, clicks: 400, bulk: 1000, reads: 500 });
  await cosmos.close();
  await gateway.close();
}

interface Amounts {
  readonly single: number;
  readonly clicks: number;
  readonly bulk: number;
  readonly reads: number;
}

async function measure(name: string, store: Store, amounts: Amounts): Promise<void> {
  const row = (what: string, figures: string): void => {
    console.log(`${name.padEnd(16)} ${what.padEnd(34)} ${figures}`);
  };
  for (const size of [100, 1000, 5000]) {
    row(`writeAll of ${size}, 1 KB each`, await bulk(store, size, amounts.bulk));
  }
  await clicks(store, 1, amounts.single / 10);
  row('replace, one after another', await clicks(store, 1, amounts.single));
  row('read + replace, 20 clickers', await clicks(store, 20, amounts.clicks));
  row('read', await timed(amounts.reads, (index) => store.read('customer', document(`100-${index % 100}`).id)));
  row(
    'list, pages of 1,000',
    await whole(async (next) => store.list('customer', { limit: 1000, ...(next === undefined ? {} : { next }) })),
  );
  row(
    'changes, pages of 1,000',
    await whole(async (cursor) => {
      const { items, cursor: next, caughtUp } = await store.changes(cursor, 1000);
      return caughtUp ? { items } : { items, next };
    }),
  );
}

function document(name: string): CustomerRecord {
  const customer = { id: name, name: `Contoso ${name} ${'x'.repeat(850)}` };
  return { kind: 'customer', id: `customer:${name}`, partnerId: 'partner-a', format: 1, customer };
}

async function bulk(store: Store, size: number, total: number): Promise<string> {
  const block = watchLoop();
  const begun = performance.now();
  for (let count = 0; count < total; count += size) {
    const documents = Array.from({ length: size }, (_, index) => document(`${size}-${count + index}`));
    await store.writeAll(documents.map((each) => ({ write: 'insert', document: each }) as const));
  }
  const written = Math.ceil(total / size) * size;
  return `${rate(written, begun)}, longest pause of the event loop ${block().toFixed(0)} ms`;
}

async function clicks(store: Store, clickers: number, total: number): Promise<string> {
  const times: number[] = [];
  const begun = performance.now();
  const click = async (clicker: number): Promise<void> => {
    for (let count = 0; count < total / clickers; count += 1) {
      const start = performance.now();
      const seen = await store.read('customer', document(`100-${clicker}`).id);
      if (seen === undefined) throw new Error('The bench lost a document.');
      await store.write({ write: 'replace', document: seen.document, etag: seen.etag });
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: clickers }, (_, clicker) => click(clicker)));
  return `${rate(times.length, begun)}, ${percentiles(times)}`;
}

async function timed(count: number, work: (index: number) => Promise<unknown>): Promise<string> {
  const begun = performance.now();
  for (let index = 0; index < count; index += 1) await work(index);
  return rate(count, begun);
}

async function whole(
  page: (next: string | undefined) => Promise<{ readonly items: readonly unknown[]; readonly next?: string }>,
): Promise<string> {
  const begun = performance.now();
  let count = 0;
  let next: string | undefined;
  do {
    const read = await page(next);
    count += read.items.length;
    next = read.next;
  } while (next !== undefined);
  return `${rate(count, begun)} (${count} documents)`;
}

/** What the disk itself takes for one flush: the floor under every write. */
async function measureFlush(dir: string): Promise<string> {
  const file = await open(join(dir, 'flush'), 'w');
  const times: number[] = [];
  for (let count = 0; count < 200; count += 1) {
    const start = performance.now();
    await file.write(new Uint8Array(4096));
    await file.datasync();
    times.push(performance.now() - start);
  }
  await file.close();
  return `one flush ${percentiles(times)}`;
}

function rate(count: number, begun: number): string {
  return `${Math.round((count / (performance.now() - begun)) * 1000).toLocaleString('en')}/s`;
}

function percentiles(times: number[]): string {
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}
