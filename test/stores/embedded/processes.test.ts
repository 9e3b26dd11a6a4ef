import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../../../src/runtime/log';
import type { Store } from '../../../src/store';
import { openEmbeddedStore } from '../../../src/stores/embedded';
import { buildProgram, run, runWithFileLimit } from './processes';

const ROUNDS = 6;
/** Starting some twenty processes takes long on a busy machine; nothing in here waits for a time to pass. */
const PATIENCE = 120_000;
const SEED = 20_260_807;

let program: string;
let dir: string;

beforeAll(() => {
  program = buildProgram('processes');
});

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'handshake-store-'));
});

afterEach(async () => {
  await rm(dir, { recursive: true });
});

const open = (): Promise<Store> => openEmbeddedStore({ dir, partnerId: 'partner-a', log: createLog('silent') });

/** A small generator of the Park-Miller kind; the same seed gives the same moments. */
function moments(seed: number): () => number {
  let state = seed % 2_147_483_647;
  return () => (state = (state * 48_271) % 2_147_483_647);
}

describe('processes that are killed while they write', () => {
  it(
    `lose nothing that they acknowledged, in ${ROUNDS} rounds with seed ${SEED}`,
    async () => {
      const next = moments(SEED);
      for (let round = 0; round < ROUNDS; round += 1) {
        const [first, second] = [run(program, 'write', dir, 'first'), run(program, 'write', dir, 'second')];
        await Promise.all([first.printed(1), second.printed(1)]);
        await first.printed(1 + (next() % 80));
        await first.kill();
        // The one that is left is not held up by a lock of the one that died in the middle of a transaction.
        await second.printed(second.lines.length + 1 + (next() % 40));
        await second.kill();

        await expectAll([...first.lines, ...second.lines]);
      }
    },
    PATIENCE,
  );

  async function expectAll(lines: readonly string[]): Promise<void> {
    const store = await open();
    const stored = new Map(
      (await store.list('lease', { limit: 1000 })).items.map(({ document }) => [document.id, document.term]),
    );
    for (const line of lines) {
      const [id = '', term] = line.split(' ');
      // A kill may cut the last line short; then the number is smaller, never larger.
      if (stored.has(id)) expect(stored.get(id)).toBeGreaterThanOrEqual(Number(term));
      else expect(line).toBe(lines.at(-1));
    }
    const due = (await store.due('lease', Number.MAX_SAFE_INTEGER, { limit: 1000 })).items;
    const changed = await store.changes(undefined, 1000);
    expect(new Map(due.map(({ document }) => [document.id, document.dueAt]))).toEqual(stored);
    expect(new Map(changed.items.map(({ document }) => [document.id, document.dueAt]))).toEqual(stored);
    await store.close();
  }
});

describe('several processes on one store', () => {
  it('count together without losing a step', async () => {
    const running = Array.from({ length: 3 }, () => run(program, 'count', dir, '100'));
    await Promise.all(running.map((each) => each.ended()));

    const store = await open();
    const items = (await store.list('lease', { limit: 10 })).items;
    await store.close();

    expect(running.map(({ lines }) => lines)).toEqual([['100'], ['100'], ['100']]);
    expect(items.reduce((sum, { document }) => sum + document.term, 0)).toBe(300);
  });

  it('show one another their writes as they make them', async () => {
    const store = await open();
    const writing = run(program, 'write', dir, 'other');
    let { cursor } = await store.changes(undefined, 1000);
    await writing.printed(50);

    const changed = await store.changes(cursor, 1000);
    ({ cursor } = changed);
    const acknowledged = new Set(writing.lines.slice(0, 50).map((line) => line.split(' ')[0]));
    const seen = new Set(changed.items.map(({ document }) => document.id));

    expect([...acknowledged].filter((id) => !seen.has(id!))).toEqual([]);
    await writing.kill();
    await store.close();
  });
});

describe('a disk that is full', () => {
  it('fails the write and says what to do; what was there stays readable', async () => {
    const filling = runWithFileLimit(program, 512, 'fill', dir, '');
    expect(await filling.ended()).toBe(0);
    const told = JSON.parse(filling.lines[0]!) as Record<string, unknown>;

    expect(told).toMatchObject({ name: 'StoreUnavailable', readable: true });
    expect(['saved', 'StoreUnavailable']).toContain(told['again']);
    expect(told['remedy']).toContain('DATA_DIR');

    const store = await open();
    const first = await store.list('lease', { limit: 1000 });
    expect(first.items.length).toBeGreaterThanOrEqual(Math.min(1000, Number(told['count'])));
    expect((await store.read('lease', 'lease:again')) !== undefined).toBe(told['again'] === 'saved');
    await store.close();
  });
});
