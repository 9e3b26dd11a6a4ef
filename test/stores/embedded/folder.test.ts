import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../../src/runtime/log';
import { StoreUnavailable } from '../../../src/store';
import type { Store } from '../../../src/store';
import { openEmbeddedStore } from '../../../src/stores/embedded';
import { insert, lease } from '../../contracts/store-documents';

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'handshake-store-'));
});

afterEach(async () => {
  await rm(dir, { recursive: true });
});

const open = (folder = dir): Promise<Store> =>
  openEmbeddedStore({ dir: folder, partnerId: 'partner-a', log: createLog('silent') });

async function thrownBy(work: () => Promise<unknown>): Promise<StoreUnavailable> {
  const thrown: unknown = await work().catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(StoreUnavailable);
  return thrown as StoreUnavailable;
}

describe('the folder of the embedded store', () => {
  it('is made with all that lead to it, and holds one database', async () => {
    const store = await open(join(dir, 'deep', 'down'));
    await store.close();

    expect((await readdir(join(dir, 'deep', 'down'))).sort()).toEqual(['handshake.mdb', 'handshake.mdb-lock']);
  });

  it.each(['new', 'there and open to all'])('is read by nobody else when it is %s', async (state) => {
    const folder = join(dir, 'data');
    if (state !== 'new') {
      await mkdir(folder);
      await chmod(folder, 0o755);
      await (await open(folder)).close();
      for (const file of await readdir(folder)) await chmod(join(folder, file), 0o644);
      await chmod(folder, 0o755);
    }
    const store = await open(folder);
    await insert(store, lease('a'));
    const modes = await Promise.all(
      [folder, ...(await readdir(folder)).map((file) => join(folder, file))].map(
        async (path) => (await stat(path)).mode & 0o777,
      ),
    );
    await store.close();

    expect(modes).toEqual([0o700, 0o600, 0o600]);
  });

  it('keeps what was written for the next start', async () => {
    const first = await open();
    const written = await insert(first, lease('a'));
    await first.close();

    const second = await open();
    expect(await second.read('lease', lease('a').id)).toEqual(written);
    await second.close();
  });

  it('goes on counting after the last document was removed, so that no etag ever comes again', async () => {
    const first = await open();
    const written = await insert(first, lease('a'));
    await first.write({ write: 'remove', ...written });
    const { cursor } = await first.changes(undefined, 10);
    await first.close();

    const second = await open();
    const again = await insert(second, lease('a'));
    expect(again.etag).not.toBe(written.etag);
    expect((await second.changes(cursor, 10)).items).toEqual([again]);
    await second.close();
  });

  it.each<readonly [string, (file: string) => Promise<unknown>, RegExp]>([
    ['holds something else under the name of the database', (file) => writeFile(file, 'x'.repeat(20_000)), /damaged/],
    ['holds a scrap under the name of the database', (file) => writeFile(file, 'x'), /damaged/],
    ['holds a folder under the name of the database', (file) => mkdir(file), /DATA_DIR/],
  ])('is refused when it %s', async (_what, spoil, remedy) => {
    await spoil(join(dir, 'handshake.mdb'));

    expect((await thrownBy(() => open())).remedy).toMatch(remedy);
  });

  it.each([1, 160, 4096, 4300, 8192, 12_288])(
    'is refused when the database is cut off after %d bytes',
    async (bytes) => {
      const store = await open();
      await insert(store, lease('a'));
      await store.close();
      await truncate(join(dir, 'handshake.mdb'), bytes);

      expect((await thrownBy(() => open())).remedy).toMatch(/damaged.*backup/);
    },
  );

  it('may hold an empty database', async () => {
    await writeFile(join(dir, 'handshake.mdb'), '');
    const store = await open();
    await insert(store, lease('a'));
    await store.close();
  });

  it('is refused when it is a file', async () => {
    await writeFile(join(dir, 'file'), '');

    expect((await thrownBy(() => open(join(dir, 'file')))).remedy).toMatch(/folder, not a file/);
    expect((await thrownBy(() => open(join(dir, 'file', 'below')))).remedy).toMatch(/folder, not a file/);
  });

  it('is missed by the check when it is taken away, put back from elsewhere, or lost', async () => {
    const store = await open();
    await store.check();
    await rename(join(dir, 'handshake.mdb'), join(dir, 'away.mdb'));
    expect((await thrownBy(() => store.check())).remedy).toMatch(/DATA_DIR/);
    await writeFile(join(dir, 'handshake.mdb'), '');
    expect((await thrownBy(() => store.check())).remedy).toMatch(/Restart/);
    await store.close();
  });
});
