import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../../src/runtime/log';
import type { Store } from '../../../src/store';
import { openEmbeddedStore } from '../../../src/stores/embedded';
import { storeContract } from '../../contracts/store';
import type { Bench } from '../../contracts/store';

const log = createLog('silent');

storeContract('the embedded store', async (): Promise<Bench> => {
  const dir = await mkdtemp(join(tmpdir(), 'handshake-store-'));
  const opened: Store[] = [];
  let now = 1_790_000_000_000;
  return {
    open: async (partnerId) => {
      const store = await openEmbeddedStore({ dir, partnerId, log, clock: { now: () => now } });
      opened.push(store);
      return store;
    },
    passTime: (seconds) => {
      now += seconds * 1000;
    },
    readUnreachable: async () => {
      const file = join(dir, 'a-file');
      await writeFile(file, '');
      return openEmbeddedStore({ dir: file, partnerId: 'partner-a', log });
    },
    close: async () => {
      await Promise.all(opened.map((store) => store.close()));
      await rm(dir, { recursive: true });
    },
  };
});
