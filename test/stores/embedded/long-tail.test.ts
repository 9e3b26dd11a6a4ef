import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../../src/runtime/log';
import { openEmbeddedStore } from '../../../src/stores/embedded';
import { customer } from '../../contracts/store-documents';

it('a long tail comes in parts that end where the next one goes on, however many were asked for', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'handshake-tail-'));
  const store = await openEmbeddedStore({ dir, partnerId: 'partner-a', log: createLog('silent') });
  try {
    const documents = Array.from({ length: 4_000 }, (_, n) => customer(`${n} ${'x'.repeat(400)}`.replace(' ', '-')));
    await store.writeAll(documents.map((document) => ({ write: 'insert', document })));
    const read: string[] = [];
    let cursor: string | undefined;
    for (;;) {
      const { items, cursor: next, caughtUp } = await store.changes(cursor, 10_000);
      expect(caughtUp || items.length >= 50).toBe(true);
      read.push(...items.map(({ document }) => document.id));
      cursor = next;
      if (caughtUp) break;
    }
    expect(read).toStrictEqual(documents.map(({ id }) => id));
    expect(await store.changes(cursor, 10)).toMatchObject({ items: [], caughtUp: true });
  } finally {
    await store.close();
    await rm(dir, { recursive: true });
  }
});
