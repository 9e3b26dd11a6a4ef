import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../../src/runtime/log';
import type { Store } from '../../../src/store';
import { openEmbeddedStore } from '../../../src/stores/embedded';
import { backUp } from '../../../src/stores/embedded/backup';
import { insert, lease } from '../../contracts/store-documents';
import { buildProgram, run } from './processes';

/** As docs/operate.md says it. */

const program = buildProgram('backup');

let home: string;
let dir: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'handshake-backup-'));
  dir = join(home, 'data');
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

const open = (folder: string): Promise<Store> =>
  openEmbeddedStore({ dir: folder, partnerId: 'partner-a', log: createLog('silent') });

async function termsIn(store: Store): Promise<Map<string, number>> {
  const { items } = await store.list('lease', { limit: 1_000 });
  return new Map(items.map(({ document }) => [document.id, document.term]));
}

it('a backup that is made while others write is whole, and is the store again where it is put back', async () => {
  const writing = run(program, 'write', dir, 'busy');
  await writing.printed(300);
  const acknowledged = writing.lines.slice(0, 300).map((line) => line.split(' '));
  const backup = join(home, 'backup');
  await backUp(dir, backup);
  await writing.kill();

  const restored = join(home, 'restored');
  mkdirSync(restored);
  copyFileSync(backup, join(restored, 'handshake.mdb'));
  const store = await open(restored);
  const terms = await termsIn(store);
  for (const [id = '', term] of acknowledged) expect(terms.get(id)).toBeGreaterThanOrEqual(Number(term));
  const due = (await store.due('lease', Number.MAX_SAFE_INTEGER, { limit: 1_000 })).items;
  expect(new Map(due.map(({ document }) => [document.id, document.dueAt]))).toEqual(terms);
  await insert(store, lease('after'));
  await store.close();
  expect(statSync(backup).mode & 0o777).toBe(0o600);
});

it('what was put back from before is read from the beginning by whoever had read further', async () => {
  const before = await open(dir);
  await insert(before, lease('a'));
  const backup = join(home, 'backup');
  await backUp(dir, backup);
  await insert(before, lease('b'));
  const { cursor } = await before.changes(undefined, 10);
  await before.close();

  copyFileSync(backup, join(dir, 'handshake.mdb'));
  const after = await open(dir);
  expect((await after.changes(cursor, 10)).items.map(({ document }) => document.id)).toEqual([lease('a').id]);
  await after.close();
});

it('is not made over a file that is there', async () => {
  const store = await open(dir);
  const file = join(home, 'there');
  writeFileSync(file, 'mine');

  await expect(backUp(dir, file)).rejects.toThrow(/There is a file/);
  await store.close();
});
