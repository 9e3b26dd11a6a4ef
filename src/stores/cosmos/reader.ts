import type { DocumentKind, DocumentOf } from '../../domain/documents';
import type { Instant } from '../../domain/time';
import type { Changes, Page, Versioned } from '../../store';
import { parseItem, readItem, versioned, versionedAs } from './item';
import type { StoredItem } from './item';
import type { CosmosFailure } from './failure';
import { attempt } from './retry';
import type { Retries } from './retry';
import type { Container, ItemDefinition, SqlParameter } from './sdk';
import type { ServerClock } from './server-clock';
import type { Skipping } from '../skipping';
import { followFeed } from './tail';

/** Every query names its partition, takes parameters only, and is served by an index of container.ts. */
const LIST =
  'SELECT * FROM c WHERE c.partnerId = @partnerId AND c.kind = @kind AND c.id > @after ORDER BY c.kind ASC, c.id ASC';
const DUE =
  'SELECT * FROM c WHERE c.partnerId = @partnerId AND c.kind = @kind AND c.dueAt <= @now ORDER BY c.kind ASC, c.dueAt ASC';
const CHANGED = 'SELECT * FROM c WHERE c.partnerId = @partnerId AND c._ts >= @since ORDER BY c._ts ASC';

export interface ReaderParts {
  readonly container: Container;
  readonly partnerId: string;
  readonly retries: Retries;
  readonly serverClock: ServerClock;
  readonly unavailable: (failure: CosmosFailure) => Error;
  readonly skipping: Skipping;
}

export interface CosmosReader {
  read<K extends DocumentKind>(kind: K, id: string): Promise<Versioned<DocumentOf[K]> | undefined>;
  list<K extends DocumentKind>(
    kind: K,
    page: { readonly limit: number; readonly next?: string },
  ): Promise<Page<DocumentOf[K]>>;
  due<K extends DocumentKind>(
    kind: K,
    now: Instant,
    page: { readonly limit: number; readonly next?: string },
  ): Promise<Page<DocumentOf[K]>>;
  changes(cursor: string | undefined, limit: number): Promise<Changes>;
}

interface Query {
  readonly text: string;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly limit: number;
  readonly continuation?: string | undefined;
}

interface QueryPage {
  readonly items: readonly StoredItem[];
  readonly continuation: string | undefined;
}

export function createCosmosReader(parts: ReaderParts): CosmosReader {
  const { container, partnerId, retries, serverClock, unavailable, skipping } = parts;

  function readable<D>(items: readonly StoredItem[], read: (item: StoredItem) => D): D[] {
    return items.flatMap((item) => skipping.oneOf(item, () => read(item)) ?? []);
  }

  async function fetchPage(query: Query): Promise<QueryPage> {
    const parameters: SqlParameter[] = Object.entries({ partnerId, ...query.parameters }).map(([name, value]) => ({
      name: `@${name}`,
      value,
    }));
    const options = {
      partitionKey: partnerId,
      maxItemCount: query.limit,
      ...(query.continuation === undefined ? {} : { continuationToken: query.continuation }),
    };
    const fetched = await attempt(
      () => container.items.query<ItemDefinition>({ query: query.text, parameters }, options).fetchNext(),
      retries,
    );
    if (fetched.outcome === 'failed') throw unavailable(fetched.failure);
    const { resources, continuationToken } = fetched.value;
    return {
      items: resources.map(parseItem),
      continuation: continuationToken === '' ? undefined : continuationToken,
    };
  }

  /** As many as asked for and one page more at most: Cosmos may answer with fewer than it has. */
  async function fetchAtLeast(query: Query): Promise<readonly StoredItem[]> {
    const items: StoredItem[] = [];
    let continuation: string | undefined;
    do {
      const page = await fetchPage({ ...query, continuation });
      items.push(...page.items);
      continuation = page.continuation;
    } while (continuation !== undefined && items.length < query.limit);
    return items;
  }

  return {
    async read(kind, id) {
      const found = await attempt(() => readItem(container, partnerId, id), retries);
      if (found.outcome === 'failed') throw unavailable(found.failure);
      const item = found.value;
      // An id belongs to one kind by the way it is made; under another kind there is no such document.
      const read = item?.kind === kind ? versionedAs(kind, item) : undefined;
      skipping.forget(id);
      return read;
    },
    async list(kind, page) {
      // One more than asked for tells whether this is the last page.
      const parameters = { kind, after: page.next ?? '' };
      const items = await fetchAtLeast({ text: LIST, parameters, limit: page.limit + 1 });
      const shown = items.slice(0, page.limit);
      const last = shown.at(-1);
      const next = items.length > page.limit && last !== undefined ? { next: last.id } : {};
      return { items: readable(shown, (item) => versionedAs(kind, item)), ...next };
    },
    async due(kind, now, page) {
      // Cosmos' own continuation goes on behind equal times, which our own mark could not without a wider index.
      const query = { text: DUE, parameters: { kind, now }, limit: page.limit, continuation: page.next };
      const { items, continuation } = await fetchPage(query);
      const next = continuation === undefined ? {} : { next: continuation };
      return { items: readable(items, (item) => versionedAs(kind, item)), ...next };
    },
    async changes(cursor, limit) {
      const tail = await followFeed(
        cursor,
        limit,
        () => serverClock.seconds(),
        (since, continuation, size) => fetchPage({ text: CHANGED, parameters: { since }, limit: size, continuation }),
      );
      return { ...tail, items: readable(tail.items, versioned) };
    },
  };
}
