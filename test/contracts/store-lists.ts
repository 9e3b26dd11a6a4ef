import type { Store } from '../../src/store';
import type { Bench } from './store';
import { customer, insert, insertAll, lease, replace, saved, watch } from './store-documents';

/** `list`, `due` and expiry. */
export function listsContract(bench: () => Bench, store: () => Store): void {
  const name = (index: number): string => String(index).padStart(3, '0');

  async function listAll(limit: number, between: (page: number) => Promise<void> = () => Promise.resolve()) {
    const ids: string[] = [];
    const sizes: number[] = [];
    let next: string | undefined;
    do {
      const page = await store().list('customer', { limit, ...(next === undefined ? {} : { next }) });
      ids.push(...page.items.map(({ document }) => document.id));
      sizes.push(page.items.length);
      next = page.next;
      await between(sizes.length);
    } while (next !== undefined);
    return { ids, sizes };
  }

  it('gives an empty last page for a kind without documents', async () => {
    await insert(store(), lease('a'));

    expect(await store().list('customer', { limit: 10 })).toEqual({ items: [] });
  });

  it('lists a kind in the order of ids, whatever the order of writing, a page at a time', async () => {
    const names = ['b', 'Z', 'a-1', 'a', 'a 1', 'ä', 'A', '10', '9', 'a_1', 'b'.repeat(300)];
    await insertAll(store(), [...names.map((each) => customer(each)), watch('between'), lease('before')]);

    const { ids, sizes } = await listAll(3);

    expect(ids).toEqual(names.map((each) => customer(each).id).sort());
    expect(sizes).toEqual([3, 3, 3, 2]);
  });

  it('ends with the last full page', async () => {
    await insertAll(
      store(),
      ['a', 'b', 'c', 'd'].map((each) => customer(each)),
    );

    expect((await listAll(2)).sizes).toEqual([2, 2]);
  });

  it('gives every document that stays exactly once while others come and go between pages', async () => {
    const stay = Array.from({ length: 12 }, (_, index) => name(index * 10));
    await insertAll(
      store(),
      stay.map((each) => customer(each)),
    );
    const gone = await insert(store(), customer(name(115)));

    const { ids } = await listAll(3, async (page) => {
      await insert(store(), customer(name(page * 10 + 1)));
      if (page === 1) saved(await store().write({ write: 'remove', ...gone }));
      const touched = await store().read('customer', customer(name(110)).id);
      if (touched !== undefined) await replace(store(), { ...touched.document, goneAt: page }, touched.etag);
    });

    expect(ids.filter((id) => stay.some((each) => customer(each).id === id))).toEqual(
      stay.map((each) => customer(each).id),
    );
    expect(ids).toEqual([...ids].sort());
    expect(ids).not.toContain(gone.document.id);
  });

  it('gives etags in lists that fit for writing', async () => {
    await insertAll(store(), [customer('a')]);
    const [item] = (await store().list('customer', { limit: 1 })).items;

    await replace(store(), { ...item!.document, goneAt: 5 }, item!.etag);

    expect((await store().read('customer', customer('a').id))?.document.goneAt).toBe(5);
  });

  it('gives what is due, the longest overdue first, up to the limit', async () => {
    const dueAt: Record<string, number | undefined> = { a: 300, b: 100, c: undefined, d: 200, e: 401, f: 400 };
    const documents = Object.entries(dueAt).map(([each, due]) =>
      lease(each, 1, due === undefined ? {} : { dueAt: due }),
    );
    await insertAll(store(), [...documents, customer('other kind', { dueAt: 1 })]);

    const due = async (limit: number) =>
      (await store().due('lease', 400, { limit: limit })).items.map(({ document }) => document.dueAt);

    expect(await due(10)).toEqual([100, 200, 300, 400]);
    expect(await due(2)).toEqual([100, 200]);
    expect((await store().due('lease', 99, { limit: 10 })).items).toEqual([]);
  });

  it('orders times of different lengths as numbers', async () => {
    const times = [9, 10, 1_000, 999, 1_790_000_000_000, 20_000_000_000];
    await insertAll(
      store(),
      times.map((dueAt) => lease(String(dueAt), 1, { dueAt })),
    );

    const due = (await store().due('lease', 2_000_000_000_000, { limit: 10 })).items;

    expect(due.map(({ document }) => document.dueAt)).toEqual([...times].sort((a, b) => a - b));
  });

  it('follows a document whose time changes, lapses or comes back', async () => {
    const due = async () =>
      (await store().due('lease', 100, { limit: 10 })).items.map(({ document }) => document.dueAt);
    const first = await insert(store(), lease('a', 1, { dueAt: 50 }));
    const second = await replace(store(), lease('a', 2, { dueAt: 70 }), first.etag);
    expect(await due()).toEqual([70]);
    const third = await replace(store(), lease('a', 3), second.etag);
    expect(await due()).toEqual([]);
    const fourth = await replace(store(), lease('a', 4, { dueAt: 90 }), third.etag);
    expect(await due()).toEqual([90]);
    saved(await store().write({ write: 'remove', ...fourth }));
    expect(await due()).toEqual([]);
  });

  it('gives what is due page by page, each once, also where many are due at the same moment', async () => {
    const names = Array.from({ length: 23 }, (_, i) => `n${String(i).padStart(2, '0')}`);
    await insertAll(
      store(),
      names.map((name, i) => lease(name, 1, { dueAt: i < 15 ? 100 : 200 })),
    );

    const seen: { id: string; dueAt: number | undefined }[] = [];
    let next: string | undefined;
    let pages = 0;
    do {
      const page = await store().due('lease', 300, { limit: 4, ...(next === undefined ? {} : { next }) });
      expect(page.items.length).toBeLessThanOrEqual(4);
      seen.push(...page.items.map(({ document }) => ({ id: document.id, dueAt: document.dueAt })));
      next = page.next;
      pages += 1;
    } while (next !== undefined);

    expect(pages).toBeGreaterThan(5);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(23);
    expect(seen).toHaveLength(23);
    expect(seen.map(({ dueAt }) => dueAt)).toEqual([...Array<number>(15).fill(100), ...Array<number>(8).fill(200)]);
  });

  it('gives etags of due documents that fit for writing', async () => {
    await insert(store(), lease('a', 1, { dueAt: 50 }));
    const [item] = (await store().due('lease', 100, { limit: 1 })).items;

    await replace(store(), { ...item!.document, term: 2 }, item!.etag);

    expect((await store().read('lease', lease('a').id))?.document.term).toBe(2);
  });

  it('forgets a document when its time to live is over, counted from the last write', async () => {
    const first = await insert(store(), lease('a', 1, { ttl: 60, dueAt: 1 }));
    bench().passTime(40);
    const second = await replace(store(), lease('a', 2, { ttl: 60, dueAt: 1 }), first.etag);
    bench().passTime(40);
    expect(await store().read('lease', lease('a').id)).toEqual(second);

    bench().passTime(21);

    expect(await store().read('lease', lease('a').id)).toBeUndefined();
    expect((await store().list('lease', { limit: 10 })).items).toEqual([]);
    expect((await store().due('lease', 100, { limit: 10 })).items).toEqual([]);
    expect((await store().changes(undefined, 10)).items).toEqual([]);
    expect(await store().write({ write: 'replace', ...second })).toEqual({ outcome: 'conflict' });
    await insert(store(), lease('a', 3));
  });

  it('keeps a document whose time to live was taken away', async () => {
    const first = await insert(store(), lease('a', 1, { ttl: 60 }));
    await replace(store(), lease('a', 2), first.etag);
    bench().passTime(10_000);
    await insert(store(), lease('b'));

    expect((await store().read('lease', lease('a').id))?.document.term).toBe(2);
  });
}
