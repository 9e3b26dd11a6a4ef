import { copyFileSync, mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../../src/runtime/log';
import { openEmbeddedStore } from '../../../src/stores/embedded';
import { insert, lease } from '../../contracts/store-documents';
import { buildProgram, run, runWithAddressLimit } from './processes';

/** What happens to the file behind the bot's back ends in a sentence and an exit code, and not in a signal (O8, O9). */

const program = buildProgram('lost-file');

let dir: string;
let file: string;
let backup: string;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'handshake-lost-'));
  file = join(dir, 'handshake.mdb');
  backup = join(dir, 'backup');
  const store = await openEmbeddedStore({ dir, partnerId: 'partner-a', log: createLog('silent') });
  for (let n = 0; n < 20; n += 1) await insert(store, lease(`before-${n}`));
  await store.close();
  copyFileSync(file, backup);
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

describe('the file of a store that is open', () => {
  it.each<[string, () => void]>([
    [
      'is copied over with a backup',
      () => {
        copyFileSync(backup, file);
      },
    ],
    [
      'is replaced by a backup',
      () => {
        renameSync(backup, file);
      },
    ],
    [
      'is taken away',
      () => {
        rmSync(file);
      },
    ],
    [
      'is cut short',
      () => {
        truncateSync(file, 8_192);
      },
    ],
    [
      'is written over with something else',
      () => {
        writeFileSync(file, 'x'.repeat(200_000));
      },
    ],
  ])('that %s ends the process with a sentence', async (_how, happens) => {
    const looking = run(program, 'look', dir);
    // It has written since the backup was made, and reads again and again.
    await looking.printed(1);
    happens();

    expect(await looking.ended()).toBe(3);
    expect(looking.lines.at(-1)).toMatch(/database file was replaced or cut short.*Restart the bot/);
  });

  it('may be written by others, which is no loss', async () => {
    const looking = run(program, 'look', dir);
    await looking.printed(1);
    expect(await run(program, 'count', dir, '200').ended()).toBe(0);
    await looking.printed(3);
    await looking.kill();

    expect(looking.lines.slice(0, 3)).toEqual(['still there', 'still there', 'still there']);
  });
});

// Only Linux says how much of it is left.
if (process.platform === 'linux') {
  describe('a process that may not have much address space', () => {
    it('maps less of it', async () => {
      const counting = runWithAddressLimit(program, 12_000_000, 'count', dir, '20');

      expect(await counting.ended()).toBe(0);
      expect(counting.lines).toEqual(['20']);
    });

    it('says what it needs, when that is not there', async () => {
      const counting = runWithAddressLimit(program, 2_000_000, 'count', dir, '20');

      expect(await counting.ended()).toBe(3);
      const [line] = counting.lines;
      expect(line).toMatch(/it needs \d+ MB of address space, and \d+ MB are left.*ulimit -v/);
    });
  });
}
