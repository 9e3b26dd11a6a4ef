import { StoreUnavailable } from '../../src/store';
import type { Store } from '../../src/store';
import { changesContract } from './store-changes';
import { contentContract } from './store-content';
import { insert, lease, replace, saved } from './store-documents';
import { listsContract } from './store-lists';

/** One fresh, empty database, and what the suite has to do to it. */
export interface Bench {
  /** A store of that database. Every call is another store, as another replica would have. */
  open(partnerId: string): Promise<Store>;
  /** Moves the clock that expiry goes by. */
  passTime(seconds: number): void;
  /** Tries to read while the database cannot be reached. */
  readUnreachable(): Promise<unknown>;
  close(): Promise<void>;
}

/** The promises of `src/store.ts`. Each adapter's test runs this suite with a factory of fresh databases. */
export function storeContract(name: string, fresh: () => Promise<Bench>): void {
  describe(`${name} keeps the promises of the store`, () => {
    let bench: Bench;
    let store: Store;

    beforeEach(async () => {
      bench = await fresh();
      store = await bench.open('partner-a');
    });

    afterEach(async () => {
      await bench.close();
    });

    describe('writing and reading', () => {
      writesContract(() => store);
      contentContract(() => store);
    });
    describe('more than one store', () => {
      sharingContract(
        () => bench,
        () => store,
      );
    });
    describe('lists', () => {
      listsContract(
        () => bench,
        () => store,
      );
    });
    describe('changes', () => {
      changesContract(
        () => bench,
        () => store,
      );
    });
  });
}

function writesContract(store: () => Store): void {
  it('gives undefined for what is not there', async () => {
    expect(await store().read('lease', lease('none').id)).toBeUndefined();
  });

  it('gives back what was inserted, with the etag of the write', async () => {
    const { document, etag } = await insert(store(), lease('a'));

    expect(await store().read('lease', document.id)).toEqual({ document, etag });
  });

  it('refuses to insert what is there already, and leaves it alone', async () => {
    const { document } = await insert(store(), lease('a'));

    expect(await store().write({ write: 'insert', document: lease('a', 2) })).toEqual({ outcome: 'conflict' });
    expect((await store().read('lease', document.id))?.document.term).toBe(1);
  });

  it('replaces a document in the state that the writer saw, and marks the new state', async () => {
    const first = await insert(store(), lease('a'));

    const second = await replace(store(), lease('a', 2), first.etag);

    expect(second.etag).not.toBe(first.etag);
    expect(await store().read('lease', first.document.id)).toEqual(second);
  });

  it('refuses to replace a state that has passed', async () => {
    const first = await insert(store(), lease('a'));
    const second = await replace(store(), lease('a', 2), first.etag);

    const late = await store().write({ write: 'replace', document: lease('a', 3), etag: first.etag });

    expect(late).toEqual({ outcome: 'conflict' });
    expect(await store().read('lease', first.document.id)).toEqual(second);
  });

  it('takes a chain of replaces, each with the etag of the one before', async () => {
    let { etag } = await insert(store(), lease('a', 0));
    for (let term = 1; term <= 10; term += 1) ({ etag } = await replace(store(), lease('a', term), etag));

    expect((await store().read('lease', lease('a').id))?.document.term).toBe(10);
  });

  it('does not replace what is gone', async () => {
    const { document, etag } = await insert(store(), lease('a'));
    await store().write({ write: 'remove', document, etag });

    expect(await store().write({ write: 'replace', document, etag })).toEqual({ outcome: 'conflict' });
    expect(await store().read('lease', document.id)).toBeUndefined();
  });

  it('removes a document in the state that the writer saw, with an empty etag', async () => {
    const { document, etag } = await insert(store(), lease('a'));

    expect(await store().write({ write: 'remove', document, etag })).toEqual({ outcome: 'saved', etag: '' });
    expect(await store().read('lease', document.id)).toBeUndefined();
  });

  it('does not remove a state that has passed, nor what is gone', async () => {
    const first = await insert(store(), lease('a'));
    const second = await replace(store(), lease('a', 2), first.etag);

    expect(await store().write({ write: 'remove', ...first })).toEqual({ outcome: 'conflict' });
    saved(await store().write({ write: 'remove', ...second }));
    expect(await store().write({ write: 'remove', ...second })).toEqual({ outcome: 'conflict' });
  });

  it('takes a document anew after its removal, and old etags do not fit the new one', async () => {
    const first = await insert(store(), lease('a'));
    saved(await store().write({ write: 'remove', ...first }));
    const again = await insert(store(), lease('a'));

    expect(again.etag).not.toBe(first.etag);
    expect(await store().write({ write: 'replace', ...first })).toEqual({ outcome: 'conflict' });
  });

  it('lets exactly one of twenty concurrent inserts through', async () => {
    const writes = Array.from({ length: 20 }, (_, term) =>
      store().write({ write: 'insert', document: lease('a', term) }),
    );

    const outcomes = (await Promise.all(writes)).map(({ outcome }) => outcome);

    expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(1);
  });

  it('lets exactly one of twenty concurrent replaces through, and keeps that one', async () => {
    const { etag } = await insert(store(), lease('a', 99));
    const writes = Array.from({ length: 20 }, (_, term) =>
      store().write({ write: 'replace', document: lease('a', term), etag }),
    );

    const outcomes = (await Promise.all(writes)).map(({ outcome }) => outcome);

    expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(1);
    expect((await store().read('lease', lease('a').id))?.document.term).toBe(outcomes.indexOf('saved'));
  });

  it('gives one outcome for each of many writes, in order', async () => {
    const taken = await insert(store(), lease('taken'));
    const outcomes = await store().writeAll([
      { write: 'insert', document: lease('a') },
      { write: 'insert', document: lease('taken', 2) },
      { write: 'replace', document: lease('taken', 3), etag: taken.etag },
      { write: 'remove', document: lease('none'), etag: taken.etag },
    ]);

    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['saved', 'conflict', 'saved', 'conflict']);
    expect((await store().read('lease', taken.document.id))?.document.term).toBe(3);
  });

  it('takes no writes and gives no outcomes', async () => {
    expect(await store().writeAll([])).toEqual([]);
  });
}

function sharingContract(bench: () => Bench, store: () => Store): void {
  it('lets two stores of one partner see each other at once', async () => {
    const other = await bench().open('partner-a');
    const first = await insert(store(), lease('a'));

    expect(await other.read('lease', first.document.id)).toEqual(first);
    const second = await replace(other, lease('a', 2), first.etag);
    expect(await store().write({ write: 'replace', ...first })).toEqual({ outcome: 'conflict' });
    expect(await store().read('lease', first.document.id)).toEqual(second);
  });

  it('shows a store of one partner nothing of another', async () => {
    const other = await bench().open('partner-b');
    const mine = await insert(store(), lease('a', 1, { dueAt: 1 }));
    const theirs = await insert(other, lease('a', 2, { partnerId: 'partner-b', dueAt: 1 }));

    expect(await other.read('lease', mine.document.id)).toEqual(theirs);
    expect((await store().list('lease', { limit: 10 })).items).toEqual([mine]);
    expect((await other.due('lease', 10, { limit: 10 })).items).toEqual([theirs]);
    expect((await other.changes(undefined, 10)).items).toEqual([theirs]);
    saved(await other.write({ write: 'remove', ...theirs }));
    expect(await store().read('lease', mine.document.id)).toEqual(mine);
  });

  it('keeps partners apart whose names begin alike', async () => {
    const longer = await bench().open('partner-a b');
    await insert(longer, lease('a', 2, { partnerId: 'partner-a b', dueAt: 1 }));

    expect((await store().list('lease', { limit: 10 })).items).toEqual([]);
    expect((await store().due('lease', 10, { limit: 10 })).items).toEqual([]);
    expect((await store().changes(undefined, 10)).items).toEqual([]);
  });

  it('is well when asked', async () => {
    await expect(store().check()).resolves.toBeUndefined();
  });

  it('throws StoreUnavailable with a remedy when it could not look', async () => {
    const error: unknown = await bench()
      .readUnreachable()
      .catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(StoreUnavailable);
    expect((error as StoreUnavailable).remedy).toMatch(/DATA_DIR|COSMOS_/);
  });

  it('answers nothing once it is closed', async () => {
    const closing = await bench().open('partner-a');
    await closing.close();

    await expect(closing.read('lease', lease('a').id)).rejects.toThrow(StoreUnavailable);
    await expect(closing.write({ write: 'insert', document: lease('a') })).rejects.toThrow(StoreUnavailable);
    await expect(closing.check()).rejects.toThrow(StoreUnavailable);
    await expect(closing.close()).resolves.toBeUndefined();
  });
}
