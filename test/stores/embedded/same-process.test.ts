import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../../src/runtime/log';
import type { Store } from '../../../src/store';
import { openEmbeddedStore } from '../../../src/stores/embedded';
import { insert, lease } from '../../contracts/store-documents';

/** Several stores on one file in one process, which lmdb itself does not allow for. */

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'handshake-store-'));
});
afterEach(() => rm(dir, { recursive: true }));

const open = (): Promise<Store> => openEmbeddedStore({ dir, partnerId: 'partner-a', log: createLog('silent') });

it('neither waits for the other when one is opened while the other writes', async () => {
  const first = await open();
  const state = { isDone: false };
  let written = 0;
  const writing = (async () => {
    while (!state.isDone) await insert(first, lease(String((written += 1))));
  })();
  for (let round = 0; round < 100; round += 1) await (await open()).close();
  state.isDone = true;
  await writing;

  const second = await open();
  expect((await second.list('lease', { limit: 10_000 })).items).toHaveLength(written);
  await second.close();
  await first.close();
});

it('each goes on when the other is closed, and the last one closes the file', async () => {
  const [first, second] = [await open(), await open()];
  await insert(first, lease('a'));
  await first.close();
  await expect(first.read('lease', lease('a').id)).rejects.toThrow('it has been closed');
  expect(await second.read('lease', lease('a').id)).toBeDefined();

  const closing = second.close();
  const third = await open();
  await closing;
  expect(await third.read('lease', lease('a').id)).toBeDefined();
  await third.close();
});

it('another file in the same place is another one', async () => {
  const first = await open();
  await insert(first, lease('a'));
  await rename(join(dir, 'handshake.mdb'), join(dir, 'away.mdb'));
  await rename(join(dir, 'handshake.mdb-lock'), join(dir, 'away.mdb-lock'));

  const second = await open();
  expect(await second.read('lease', lease('a').id)).toBeUndefined();
  await second.close();
  await first.close();
});
