import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../src/store';
import { BadExport, readExport, writeExport } from '../../src/stores/export-file';
import { compareDocuments, copyDocuments, documentsOf } from '../../src/stores/copy';
import { openEmbeddedStore } from '../../src/stores/embedded';
import { customer, insert, insertAll, lease, replace, watch } from '../contracts/store-documents';
import { startCosmosGateway } from '../doubles/cosmos-gateway';
import { quietLog } from '../sandbox/stand';
import { openOn } from './cosmos/opened';

let dir: string;
let embedded: Store;
let cosmos: Store;
let closeCosmos: () => Promise<void>;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'handshake-copy-'));
  embedded = await openEmbeddedStore({ dir, partnerId: 'partner-a', log: quietLog });
  const gateway = await startCosmosGateway();
  const opened = await openOn(gateway);
  cosmos = opened.store;
  closeCosmos = async () => {
    await cosmos.close();
    await gateway.close();
  };
});
afterEach(async () => {
  await embedded.close();
  await closeCosmos();
  rmSync(dir, { recursive: true, force: true });
});

const totals = (compared: Awaited<ReturnType<typeof compareDocuments>>) => ({
  source: compared.reduce((sum, { source }) => sum + source, 0),
  target: compared.reduce((sum, { target }) => sum + target, 0),
  differing: compared.flatMap(({ differing }) => differing),
});

async function fill(store: Store): Promise<void> {
  const customers = Array.from({ length: 450 }, (_, n) => customer(`c${n}`, { dueAt: n }));
  await insertAll(store, [...customers, watch('w1'), watch('w2'), lease('of-a-running-replica')]);
}

it('moves everything from the embedded store to Cosmos and back, counted and compared', async () => {
  await fill(embedded);
  const copied = await copyDocuments(documentsOf(embedded), cosmos, { replace: false });

  expect(copied.filter(({ found }) => found > 0)).toEqual([
    { kind: 'customer', found: 450, written: 450, same: 0, left: 0 },
    { kind: 'watch', found: 2, written: 2, same: 0, left: 0 },
  ]);
  expect(totals(await compareDocuments(documentsOf(embedded), cosmos))).toEqual({
    source: 452,
    target: 452,
    differing: [],
  });
  expect(await cosmos.read('lease', lease('of-a-running-replica').id)).toBeUndefined();

  const other = mkdtempSync(join(tmpdir(), 'handshake-copy-back-'));
  const back = await openEmbeddedStore({ dir: other, partnerId: 'partner-a', log: quietLog });
  await copyDocuments(documentsOf(cosmos), back, { replace: false });
  expect(totals(await compareDocuments(documentsOf(cosmos), back)).differing).toEqual([]);
  expect((await back.due('customer', 9, { limit: 100 })).items).toHaveLength(10);
  await back.close();
  rmSync(other, { recursive: true, force: true });
});

it('goes on where it was broken off, and overwrites only when it is told to', async () => {
  await fill(embedded);
  await copyDocuments(documentsOf(embedded), cosmos, { replace: false });
  const known = await cosmos.read('customer', customer('c7').id);
  await replace(cosmos, customer('c7', { customer: { id: 'c7', name: 'Changed there' } }), known?.etag ?? '');

  const again = await copyDocuments(documentsOf(embedded), cosmos, { replace: false });
  expect(again.find(({ kind }) => kind === 'customer')).toMatchObject({ written: 0, same: 449, left: 1 });
  expect(totals(await compareDocuments(documentsOf(embedded), cosmos)).differing).toEqual([customer('c7').id]);

  await copyDocuments(documentsOf(embedded), cosmos, { replace: true });
  expect(totals(await compareDocuments(documentsOf(embedded), cosmos)).differing).toEqual([]);
});

it('writes a backup that both stores can be filled from', async () => {
  await fill(embedded);
  const path = join(dir, 'backup.jsonl');
  const count = await writeExport(documentsOf(embedded), path, { partnerId: 'partner-a', at: '2026-01-01' });

  // The lease of a replica stays where it is.
  expect(count).toBe(452);
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
  expect(await readExport(path).head()).toMatchObject({ partnerId: 'partner-a' });
  await copyDocuments(readExport(path), cosmos, { replace: false });
  expect(totals(await compareDocuments(readExport(path), cosmos))).toEqual({ source: 452, target: 452, differing: [] });
});

it('says which line of a backup is damaged, and what is none', async () => {
  await insert(embedded, customer('c'));
  const path = join(dir, 'backup.jsonl');
  await writeExport(documentsOf(embedded), path, { partnerId: 'partner-a', at: '2026-01-01' });
  writeFileSync(path, readFileSync(path, 'utf8').slice(0, -10));

  await expect(copyDocuments(readExport(path), cosmos, { replace: false })).rejects.toThrow(/line 2 of .* is damaged/);
  writeFileSync(path, '{"a":1}\n');
  await expect(readExport(path).head()).rejects.toThrow(BadExport);
});
