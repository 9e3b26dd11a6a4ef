import fc from 'fast-check';
import { OVERLAP_SECONDS, followFeed } from '../../../src/stores/cosmos/tail';
import type { TailItem, TailPage } from '../../../src/stores/cosmos/tail';

/**
 * A partition as `follow` may meet it: whole seconds, an order of its own among equal ones, clocks that differ, writes
 * that show up late, pages that end early.
 */
interface Doc extends TailItem {
  readonly id: number;
  readonly visibleFrom: number;
}

class Partition {
  now = 1_790_000_000;
  private writes = 0;
  private readonly docs = new Map<number, Doc>();
  private readonly arriving: Doc[] = [];

  write(id: number, skew: number, late: number): string {
    const etag = `etag-${(this.writes += 1)}`;
    this.arriving.push({ id, etag, ts: this.now + skew, visibleFrom: this.now + late });
    this.settle();
    return etag;
  }

  settle(): void {
    // Documents are written one after another: a later write of the same document is never seen before an earlier one.
    for (const doc of this.arriving.splice(0)) {
      const waits = doc.visibleFrom > this.now || this.arriving.some(({ id }) => id === doc.id);
      if (waits) this.arriving.push(doc);
      else this.docs.set(doc.id, doc);
    }
  }

  readonly query = (from: number, continuation: string | undefined, size: number): Promise<TailPage<Doc>> => {
    this.settle();
    const [ts, id] = (continuation ?? '0 -1').split(' ').map(Number) as [number, number];
    const rest = [...this.docs.values()]
      .filter((doc) => doc.ts >= from && (doc.ts > ts || (doc.ts === ts && doc.id > id)))
      .sort((a, b) => a.ts - b.ts || a.id - b.id);
    const items = rest.slice(0, Math.min(size, 3));
    const last = items.at(-1);
    const more = rest.length > items.length && last !== undefined;
    return Promise.resolve({ items, continuation: more ? `${last.ts} ${last.id}` : undefined });
  };

  etags(): Set<string> {
    return new Set([...this.docs.values()].map(({ etag }) => etag));
  }
}

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      id: fc.nat({ max: 12 }),
      skew: fc.integer({ min: -4, max: 3 }),
      late: fc.nat({ max: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('follow' as const), limit: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.nat({ max: 15 }) }) },
);

describe('following the changes by the second', () => {
  it('loses nothing to equal seconds, clocks that differ, late writes and early ends of pages', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const partition = new Partition();
        const given = new Set<string>();
        let cursor: string | undefined;
        const read = async (limit: number): Promise<boolean> => {
          const at = partition.now;
          const page = await followFeed(cursor, limit, () => at, partition.query);
          for (const { etag } of page.items) given.add(etag);
          ({ cursor } = page);
          return page.caughtUp;
        };
        for (const each of steps) {
          if (each.do === 'write') partition.write(each.id, each.skew, each.late);
          else if (each.do === 'wait') partition.now += each.seconds;
          else await read(each.limit);
        }
        partition.now += 5;
        while (!(await read(3)));

        expect([...partition.etags()].filter((etag) => !given.has(etag))).toEqual([]);
      }),
      { seed: 7_202_608, numRuns: 400 },
    );
  });

  it('gives nothing twice to who follows quietly, and keeps its cursor small', async () => {
    const partition = new Partition();
    let cursor: string | undefined;
    let given = 0;
    for (let second = 0; second < 200; second += 1) {
      for (let id = 0; id < 5; id += 1) partition.write(second * 5 + id, 0, 0);
      const page = await followFeed(cursor, 100, () => partition.now, partition.query);
      given += page.items.length;
      ({ cursor } = page);
      partition.now += 1;
    }

    expect(given).toBe(1000);
    expect(cursor!.length).toBeLessThan((OVERLAP_SECONDS + 2) * 5 * 40);
  });

  it('never remembers more than some thousand documents, and gives the rest again instead', async () => {
    const partition = { now: 1_790_000_000 };
    const all = Array.from({ length: 12_000 }, (_, index) => ({ ts: partition.now, etag: `etag-${index}` }));
    const query = (_from: number, continuation: string | undefined, size: number) => {
      const begin = Number(continuation ?? 0);
      const end = begin + size;
      return Promise.resolve({
        items: all.slice(begin, end),
        continuation: end < all.length ? String(end) : undefined,
      });
    };
    const given = new Set<string>();
    let cursor: string | undefined;
    let longest = 0;
    for (let calls = 0; calls < 20; calls += 1) {
      const page = await followFeed(cursor, 1000, () => partition.now, query);
      for (const { etag } of page.items) given.add(etag);
      ({ cursor } = page);
      longest = Math.max(longest, cursor.length);
    }

    expect(given.size).toBe(12_000);
    expect(longest).toBeLessThan(5000 * 30);
  });
});
