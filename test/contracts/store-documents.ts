import type { CustomerRecord, Document, LeaseRecord, WatchRecord } from '../../src/domain/documents';
import { documentId } from '../../src/domain/documents';
import type { Store, Versioned, WriteOutcome } from '../../src/store';

/** Documents for the contract suite: the smallest kinds, with everything else at a default. */
export function lease(name: string, term = 1, more: Partial<LeaseRecord> = {}): LeaseRecord {
  return {
    kind: 'lease',
    id: documentId('lease', name),
    partnerId: 'partner-a',
    format: 1,
    holder: 'replica-1',
    until: 1_790_000_000_000,
    term,
    ...more,
  };
}

export function customer(name: string, more: Partial<CustomerRecord> = {}): CustomerRecord {
  return {
    kind: 'customer',
    id: documentId('customer', name),
    partnerId: 'partner-a',
    format: 1,
    customer: { id: name, name: `Customer ${name}` },
    ...more,
  };
}

export function watch(name: string, more: Partial<WatchRecord> = {}): WatchRecord {
  return {
    kind: 'watch',
    id: documentId('watch', name),
    partnerId: 'partner-a',
    format: 2,
    person: { id: 'person-1', name: 'Adele Vance' },
    conversationId: 'a:1',
    query: 'Contoso',
    language: 'en',
    since: 1_790_000_000_000,
    state: 'waiting',
    asked: [],
    ...more,
  };
}

/** Inserts, and fails the test when that is not saved. */
export async function insert<D extends Document>(store: Store, document: D): Promise<Versioned<D>> {
  return { document, etag: saved(await store.write({ write: 'insert', document })) };
}

export async function replace<D extends Document>(store: Store, document: D, etag: string): Promise<Versioned<D>> {
  return { document, etag: saved(await store.write({ write: 'replace', document, etag })) };
}

export function saved(outcome: WriteOutcome): string {
  if (outcome.outcome === 'saved') return outcome.etag;
  throw new Error('The write was a conflict.');
}

/** Inserts many at once; all must be new. */
export async function insertAll(store: Store, documents: readonly Document[]): Promise<void> {
  const outcomes = await store.writeAll(documents.map((document) => ({ write: 'insert', document }) as const));
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(documents.map(() => 'saved'));
}
