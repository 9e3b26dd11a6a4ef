import fc from 'fast-check';
import type { LeaseRecord } from '../../src/domain/documents';
import type { Changes, Store } from '../../src/store';
import type { Bench } from './store';
import { customer, insert, insertAll, lease, replace, saved } from './store-documents';

/** Reads on until there is no more right now. */
async function drain(store: Store, from: string | undefined, limit: number): Promise<Changes> {
  const items: Changes['items'][number][] = [];
  let page = await store.changes(from, limit);
  items.push(...page.items);
  while (!page.caughtUp) {
    page = await store.changes(page.cursor, limit);
    items.push(...page.items);
  }
  return { items, cursor: page.cursor, caughtUp: true };
}

export function changesContract(bench: () => Bench, store: () => Store): void {
  it('begins with everything there is, of every kind', async () => {
    const documents = [lease('a'), customer('b'), lease('c')];
    await insertAll(store(), documents);

    const { items } = await drain(store(), undefined, 2);

    expect(new Set(items.map(({ document }) => document.id))).toEqual(new Set(documents.map(({ id }) => id)));
  });

  it('has nothing to give in an empty store, and a cursor to go on from', async () => {
    const first = await drain(store(), undefined, 10);
    expect(first.items).toEqual([]);
    const document = await insert(store(), lease('a'));

    expect((await drain(store(), first.cursor, 10)).items).toEqual([document]);
  });

  it('gives a change once more and not over and over', async () => {
    await insert(store(), lease('a'));
    const first = await drain(store(), undefined, 10);
    const second = await drain(store(), first.cursor, 10);
    const third = await drain(store(), second.cursor, 10);

    expect(first.items).toHaveLength(1);
    expect(third.items).toEqual([]);
  });

  it('gives a replaced document again, with an etag that fits for writing', async () => {
    const first = await insert(store(), lease('a'));
    const { cursor } = await drain(store(), undefined, 10);
    const second = await replace(store(), lease('a', 2), first.etag);

    const { items } = await drain(store(), cursor, 10);

    expect(items).toEqual([second]);
    await replace(store(), lease('a', 3), items[0]!.etag);
  });

  it('gives the same again to who asks again with the same cursor', async () => {
    const { cursor } = await drain(store(), undefined, 10);
    const document = await insert(store(), lease('a'));

    expect((await store().changes(cursor, 10)).items).toEqual([document]);
    expect((await store().changes(cursor, 10)).items).toEqual([document]);
  });

  it('does not give what was removed', async () => {
    const gone = await insert(store(), lease('a'));
    const { cursor } = await drain(store(), undefined, 10);
    saved(await store().write({ write: 'remove', ...gone }));

    expect((await drain(store(), cursor, 10)).items).toEqual([]);
    expect((await drain(store(), undefined, 10)).items).toEqual([]);
  });

  it('goes through many changes a few at a time', async () => {
    const documents = Array.from({ length: 25 }, (_, index) => lease(`many-${index}`));
    await insertAll(store(), documents);

    const { items } = await drain(store(), undefined, 4);

    expect(new Set(items.map(({ document }) => document.id)).size).toBe(25);
  });

  it('begins anew with a cursor that it does not understand', async () => {
    const document = await insert(store(), lease('a'));

    for (const cursor of ['', 'c1-{', 'e1-99999', 'nonsense']) {
      expect((await drain(store(), cursor, 10)).items).toEqual([document]);
    }
  });

  it('shows a follower every acknowledged write, in that state or a later one, however writers interleave', async () => {
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(action, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), async (groups) => {
        round += 1;
        await followAll(bench(), `round-${round}`, groups);
      }),
      { seed: 20_260_801, numRuns: 25 },
    );
  });
}

type Action =
  | { readonly act: 'write'; readonly writer: 0 | 1; readonly name: number }
  | { readonly act: 'remove'; readonly writer: 0 | 1; readonly name: number }
  | { readonly act: 'follow'; readonly limit: number };

const writer = fc.constantFrom<0 | 1>(0, 1);
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ act: fc.constant('write' as const), writer, name: fc.nat({ max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('remove' as const), writer, name: fc.nat({ max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('follow' as const), limit: fc.integer({ min: 1, max: 3 }) }) },
);

/** Groups run one after another, the actions of a group at the same time. */
async function followAll(bench: Bench, partnerId: string, groups: readonly (readonly Action[])[]): Promise<void> {
  const writers = [await bench.open(partnerId), await bench.open(partnerId)] as const;
  const reader = await bench.open(partnerId);
  const acknowledged = new Set<string>();
  const followed = new Map<string, number>();
  let cursor: string | undefined;
  let following = Promise.resolve();
  let term = 0;

  const take = (changes: Changes): void => {
    for (const { document } of changes.items) {
      followed.set(document.id, (document as LeaseRecord).term);
    }
    cursor = changes.cursor;
  };
  const run = async (each: Action): Promise<void> => {
    if (each.act === 'follow') {
      following = following.then(async () => {
        take(await reader.changes(cursor, each.limit));
      });
      return following;
    }
    const store = writers[each.writer];
    const document = lease(String(each.name), (term += 1), { partnerId });
    const seen = await store.read('lease', document.id);
    const written = await change(store, each.act, document, seen?.etag);
    if (written) acknowledged.add(`${document.id} ${document.term}`);
  };

  for (const group of groups) await Promise.all(group.map(run));
  take(await drain(reader, cursor, 2));

  const left = (await reader.list('lease', { limit: 10 })).items.map(({ document }) => document);
  for (const document of left) {
    expect(followed.get(document.id)).toBe(document.term);
    expect(acknowledged).toContain(`${document.id} ${document.term}`);
  }
}

/** True when the document was written and acknowledged. */
async function change(
  store: Store,
  act: 'write' | 'remove',
  document: LeaseRecord,
  etag: string | undefined,
): Promise<boolean> {
  if (act === 'remove') {
    if (etag !== undefined) await store.write({ write: 'remove', document, etag });
    return false;
  }
  const written = await store.write(
    etag === undefined ? { write: 'insert', document } : { write: 'replace', document, etag },
  );
  return written.outcome === 'saved';
}
