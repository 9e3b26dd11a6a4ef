import type { Document } from '../../src/domain/documents';
import type { Store, Versioned, Write } from '../../src/store';

/** As much of a store as leases need; it answers at once, so time is only what the hand moves. */
export interface LeaseStore {
  readonly store: Store;
  /** Every version that was written, in order. */
  readonly tail: readonly Document[];
  /** Of each lease in the order of their names; undefined for one that was given back. */
  holders(): readonly (string | undefined)[];
}

export function leaseStore(): LeaseStore {
  const documents = new Map<string, Versioned<Document>>();
  const tail: Document[] = [];
  let etags = 0;
  const store = {
    read: (_kind: string, id: string) => Promise.resolve(documents.get(id)),
    write(write: Write) {
      const known = documents.get(write.document.id);
      const fits = write.write === 'insert' ? known === undefined : known?.etag === write.etag;
      if (!fits) return Promise.resolve({ outcome: 'conflict' });
      const etag = String((etags += 1));
      documents.set(write.document.id, { document: write.document, etag });
      tail.push(write.document);
      return Promise.resolve({ outcome: 'saved', etag });
    },
  };
  return {
    store: store as unknown as Store,
    tail,
    holders: () =>
      [...documents.values()]
        .map(({ document }) => document)
        .filter((document) => document.kind === 'lease')
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ holder, until }) => (until === 0 ? undefined : holder)),
  };
}
