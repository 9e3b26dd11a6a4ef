import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY } from '../../src/domain/time';
import type { Store } from '../../src/store';
import { backUp } from '../../src/stores/embedded/backup';
import { forgetPerson } from '../../src/tasks/forget-person';
import { ana, T0 } from '../builders';
import { accountOf, answersOf, customerOf, fillStore, mappedTo, nameOf, put, startReplica } from './memory-stand';
import type { Parts, Replica } from './memory-stand';

let home: string;
let dir: string;
let file: string;
const running = new Set<Replica>();

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'handshake-memory-'));
  dir = join(home, 'data');
  file = join(dir, 'handshake.memory');
});
afterEach(async () => {
  for (const replica of running) await replica.stop();
  running.clear();
  rmSync(home, { recursive: true, force: true });
});

async function start(parts: Partial<Parts> = {}): Promise<Replica> {
  const replica = await startReplica({ dir, ...parts });
  running.add(replica);
  return replica;
}

async function stop(replica: Replica): Promise<void> {
  running.delete(replica);
  await replica.stop();
}

/** A store with 70 companies whose memory is kept. */
async function kept(parts: Partial<Parts> = {}): Promise<void> {
  const replica = await start(parts);
  await fillStore(replica.store);
  await replica.keep();
  await stop(replica);
}

/** Answers as one that reads all of the store does. */
async function expectTrue(replica: Replica): Promise<void> {
  const plain = await start({ code: 'none', through: ({ shelf: _shelf, ...store }) => store });
  expect(plain.read).toBeGreaterThan(0);
  expect(answersOf(replica)).toEqual(answersOf(plain));
}

describe('a replica that starts again', () => {
  it('answers from what was kept, without a look at what it knew', async () => {
    await kept();

    const again = await start();
    expect(again.read).toBe(0);
    expect(again.register.counts).toMatchObject({ accounts: 70, customers: 70 });
    await expectTrue(again);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('hears what was changed, added, mapped, unmapped and taken in wrongly meanwhile', async () => {
    await kept();
    // It read the store before, as one that went on running did.
    const other = await start({ code: 'other', through: ({ shelf: _shelf, ...store }) => store });
    await put(other.store, customerOf(3, 'Umbenannt AG'));
    await put(other.store, customerOf(5, nameOf(5), T0));
    await put(other.store, customerOf(90, 'Ganz Neu SARL'));
    await put(other.store, accountOf(90, { version: 4 }));
    await put(other.store, accountOf(2, { version: 9, ...mappedTo(2) }));
    await put(other.store, accountOf(7, { version: 9, mapping: { state: 'open' } }));
    await put(other.store, accountOf(9, { version: 9, ...mappedTo(11, false) }));
    await put(other.store, accountOf(11, { version: 9, takenInWrongly: true }));
    await put(other.store, accountOf(4, { version: 9, tenant: { ...accountOf(4).tenant, name: 'Umbenannt' } }));
    await other.catchUp();
    const answers = answersOf(other);
    await stop(other);

    const again = await start({ code: 'one' });
    expect(again.read).toBeLessThan(20);
    expect(answersOf(again)).toEqual(answers);

    // What is kept once more, from what was put back, is as true.
    await again.keep();
    await stop(again);
    const third = await start();
    expect(third.read).toBe(0);
    expect(answersOf(third)).toEqual(answers);
  });

  it('knows again who of several providers is whose sister', async () => {
    const first = await start();
    await fillStore(first.store);
    const elsewhere = [1, 2, 3].map((n) => accountOf(n, {}, '44444444-4444-4444-8444-444444444444'));
    for (const one of elsewhere) await put(first.store, one);
    await first.keep();
    await stop(first);

    const again = await start();
    expect(again.register.kin.sistersOf(elsewhere[0]!)).toHaveLength(1);
    expect([...again.register.kin.takeChanged()]).toHaveLength(73);
    await expectTrue(again);
  });
});

describe('what was kept is thrown away', () => {
  const expectFilled = async (parts: Partial<Parts> = {}): Promise<void> => {
    const again = await start(parts);
    expect(again.read).toBe(140);
    await expectTrue(again);
    await stop(again);
  };

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])('when a byte in its tenth %i is another one', async (tenth) => {
    await kept();
    const bytes = readFileSync(file);
    const at = Math.floor(((tenth + 0.5) * bytes.length) / 10);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    writeFileSync(file, bytes);

    await expectFilled();
    expect(existsSync(file)).toBe(false);
  });

  it.each([0, 7, 12, 1000, -12, -1])('when it is cut at %i', async (at) => {
    await kept();
    writeFileSync(file, readFileSync(file).subarray(0, at === 0 ? 0 : at));
    await expectFilled();
  });

  it('when another version of the program kept it', async () => {
    await kept();
    await expectFilled({ code: 'two' });
  });

  it('when the database was put back from a backup that is older', async () => {
    const first = await start();
    await fillStore(first.store);
    const backup = join(home, 'backup');
    await backUp(dir, backup);
    await put(first.store, accountOf(200));
    await first.keep();
    await stop(first);
    copyFileSync(backup, join(dir, 'handshake.mdb'));

    await expectFilled();
  });

  it('when all of it was last read from the store a week ago', async () => {
    await kept();
    await expectFilled({ now: T0 + 7 * DAY });
  });

  it('when a person is forgotten, also what is being kept at that moment', async () => {
    await kept();
    expect(readFileSync(file, 'utf8')).toContain(ana.kind === 'person' ? ana.person.name : '');
    const again = await start();
    await put(again.store, accountOf(201));
    const ids = { next: () => 'nobody' };
    const erase = async (): Promise<void> => {
      const deps = { store: again.store, register: again.register, clock: { now: () => T0 }, ids };
      await forgetPerson(deps, ana.kind === 'person' ? ana.person.id : '');
    };
    const { shelf } = again.store;
    const wasKept = await shelf?.keep(async () => {
      await erase();
      return { cursor: '', filledAt: T0, pieces: [{ json: 'Ana Silva' }] };
    });
    expect(wasKept).toBe(false);
    expect(readdirSync(dir).filter((name) => name.includes('memory'))).toEqual([]);
  });
});

describe('memory that is being kept', () => {
  it('leaves what was kept before when the process ends meanwhile', async () => {
    await kept();
    const part = `${file}.killed.part`;
    writeFileSync(part, readFileSync(file).subarray(0, 5_000));

    expect((await start()).read).toBe(0);
    expect(existsSync(part)).toBe(false);
  });

  it('begins again when something changes while it is written', async () => {
    const first = await start();
    await fillStore(first.store);
    const { shelf } = first.store;
    let changes = 2;
    let saved = Promise.resolve();
    shelf!.keep = ((keep) => (remember) => {
      const changing = async () => {
        const { pieces, ...rest } = await remember();
        return { ...rest, pieces: withChange(pieces) };
      };
      return keep(changing);
    })(shelf!.keep.bind(shelf));
    function* withChange<T>(pieces: Iterable<T>): Generator<T> {
      let at = 0;
      for (const piece of pieces) {
        yield piece;
        at += 1;
        if (at === 5 && changes > 0) {
          changes -= 1;
          const renamed = customerOf(3, `Umbenannt ${changes}`);
          first.register.apply(renamed);
          saved = saved.then(() => put(first.store, renamed));
        }
      }
    }
    for (let tries = 0; tries < 4; tries += 1) await first.keep();
    expect(changes).toBe(0);
    await saved;
    await first.catchUp();
    const answers = answersOf(first);
    await stop(first);

    const again = await start();
    expect(again.read).toBeLessThan(3);
    expect(answersOf(again)).toEqual(answers);
  });

  it('is not kept while there is a document that cannot be read', async () => {
    const unread: Parts['through'] = (store: Store) => ({
      ...store,
      unread: () => [{ id: 'x', reason: 'damaged', remedy: 'none' }],
    });
    const first = await start({ through: unread });
    await fillStore(first.store);
    await first.keep();
    expect(existsSync(file)).toBe(false);
  });
});
