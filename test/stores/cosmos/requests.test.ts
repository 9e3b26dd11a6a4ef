import { startCosmosGateway } from '../../doubles/cosmos-gateway';
import type { CosmosGateway, SeenRequest } from '../../doubles/cosmos-gateway';
import type { LeaseRecord } from '../../../src/domain/documents';
import type { Page } from '../../../src/store';
import { customer, insert, insertAll, lease, replace } from '../../contracts/store-documents';
import { openOn } from './opened';

let gateway: CosmosGateway;

beforeEach(async () => {
  gateway = await startCosmosGateway();
});

afterEach(async () => {
  await gateway.close();
  expect(gateway.complaints).toEqual([]);
});

const operations = (requests: readonly SeenRequest[]): readonly string[] => requests.map(({ operation }) => operation);

describe('how many requests the Cosmos store makes', () => {
  it('makes one for a read, an insert, a replace and a removal, from the very first', async () => {
    const { store } = await openOn(gateway);

    const requests = await gateway.during(async () => {
      const first = await insert(store, lease('a'));
      await store.read('lease', first.document.id);
      const second = await replace(store, lease('a', 2), first.etag);
      await store.write({ write: 'remove', ...second });
    });

    expect(operations(requests)).toEqual(['create', 'read', 'replace', 'delete']);
  });

  it('makes one read and one replace for a pick', async () => {
    const { store } = await openOn(gateway);
    await insert(store, lease('a'));

    const requests = await gateway.during(async () => {
      const seen = await store.read('lease', lease('a').id);
      await replace(store, { ...seen!.document, term: 2 }, seen!.etag);
    });

    expect(operations(requests)).toEqual(['read', 'replace']);
  });

  it('makes one for a conflict', async () => {
    const { store } = await openOn(gateway);
    const first = await insert(store, lease('a'));
    await replace(store, lease('a', 2), first.etag);

    const requests = await gateway.during(() => store.write({ write: 'replace', ...first }));

    expect(operations(requests)).toEqual(['replace']);
  });

  it('makes one for a page of a list, for what is due, and for a look at the changes', async () => {
    const { store } = await openOn(gateway);
    await insertAll(store, [lease('a', 1, { dueAt: 1 }), lease('b', 1, { dueAt: 2 }), customer('c')]);
    const { cursor } = await store.changes(undefined, 100);

    const requests = await gateway.during(async () => {
      await store.list('lease', { limit: 10 });
      await store.due('lease', 10, { limit: 10 });
      await store.changes(cursor, 100);
      await store.check();
    });

    expect(operations(requests)).toEqual(['query', 'query', 'query', 'read']);
  });

  it('makes one for each of many writes, and never more than two dozen at a time', async () => {
    const { store } = await openOn(gateway);

    const requests = await gateway.during(() =>
      insertAll(
        store,
        Array.from({ length: 60 }, (_, index) => lease(String(index))),
      ),
    );

    expect(requests).toHaveLength(60);
    expect(gateway.mostAtOnce()).toBeLessThanOrEqual(24);
  });

  it('makes one to open a container that is there, and three more when it has to make one', async () => {
    const first = await gateway.during(() => openOn(gateway));
    const second = await gateway.during(() => openOn(gateway));

    expect(first.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /dbs/handshake/colls/documents',
      'POST /dbs',
      'POST /dbs/handshake/colls',
      'GET /dbs/handshake/colls/documents',
    ]);
    expect(second.map(({ method }) => method)).toEqual(['GET']);
  });
});

describe('what the Cosmos store asks', () => {
  it('names the partition in the text and in the request of every query, with parameters only', async () => {
    const { store } = await openOn(gateway);

    const requests = await gateway.during(async () => {
      await store.list('lease', { limit: 10 });
      await store.due('lease', 10, { limit: 10 });
      await store.changes(undefined, 10);
    });

    for (const { query, headers } of requests) {
      expect(query).toMatch(/WHERE c\.partnerId = @partnerId AND /);
      expect(query).not.toMatch(/['"\d]/);
      expect(headers['x-ms-documentdb-partitionkey']).toBe('["partner-a"]');
    }
  });

  it('asks for plans of queries from the moment that Cosmos wants one', async () => {
    const { store } = await openOn(gateway);
    const body = JSON.stringify({ message: '', additionalErrorInfo: '{"partitionedQueryExecutionInfoVersion":2}' });
    gateway.fault({ fault: 'answer', status: 400, body });

    const requests = await gateway.during(async () => {
      expect((await store.due('lease', 10, { limit: 10 })).items).toEqual([]);
    });

    expect(operations(requests)[0]).toBe('query');
    expect([...operations(requests).slice(1)].sort()).toEqual(['plan', 'query']);
  });

  it('goes on where Cosmos ends a page early', async () => {
    const { store } = await openOn(gateway);
    const documents = ['a', 'b', 'c', 'd', 'e'].map((name, index) => lease(name, 1, { dueAt: index }));
    await insertAll(store, documents);
    gateway.limitPages(1);

    const page = await store.list('lease', { limit: 3 });
    const due: (number | undefined)[] = [];
    for (let next: string | undefined = ''; next !== undefined;) {
      const part: Page<LeaseRecord> = await store.due('lease', 10, { limit: 3, ...(next === '' ? {} : { next }) });
      due.push(...part.items.map(({ document }) => document.dueAt));
      next = part.next;
    }

    expect(page.items.map(({ document }) => document.id)).toEqual(documents.slice(0, 3).map(({ id }) => id));
    expect(page.next).toBeDefined();
    expect(due).toEqual([0, 1, 2, 3, 4]);
  });

  it('follows the changes through pages of one document', async () => {
    const { store } = await openOn(gateway);
    await insertAll(
      store,
      Array.from({ length: 7 }, (_, index) => lease(String(index))),
    );
    gateway.limitPages(1);

    const ids = new Set<string>();
    let page = await store.changes(undefined, 2);
    for (;;) {
      for (const { document } of page.items) ids.add(document.id);
      if (page.caughtUp) break;
      page = await store.changes(page.cursor, 2);
    }

    expect(ids.size).toBe(7);
  });

  it('sends the session token of its last answer with what it asks next, also after a conflict', async () => {
    const { store } = await openOn(gateway);
    const { store: other } = await openOn(gateway);
    const first = await insert(store, lease('a'));
    await replace(other, lease('a', 2), first.etag);
    await store.write({ write: 'replace', ...first });

    const [read] = await gateway.during(() => store.read('lease', lease('a').id));

    expect(read?.headers['x-ms-session-token']).toContain('#2');
    expect(read?.headers['x-ms-consistency-level']).toBe('Session');
  });

  it('warns once about documents that grow too large, and stores them', async () => {
    const { store, lines } = await openOn(gateway);
    const large = (name: string) => customer(name, { customer: { id: name, name: 'x'.repeat(70_000) } });

    await insertAll(store, [large('a'), large('b')]);

    expect(lines.filter((line) => line.includes('"warn"'))).toHaveLength(1);
  });
});
