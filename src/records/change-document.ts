import type { AccountRecord } from '../domain/account';
import type { DocumentKind, DocumentOf } from '../domain/documents';
import { StoreUnavailable } from '../store';
import type { Versioned } from '../store';
import type { Ports } from '../ports';

/** What a change makes of a document; `document` absent means that there is nothing to save. */
export interface Change<D, R> {
  readonly document?: D;
  readonly result: R;
}

export type Changed<D, R> =
  | { readonly changed: 'saved' | 'left'; readonly document: D; readonly etag: string; readonly result: R }
  | { readonly changed: 'not-there' };

/** Enough for twenty people clicking on one card at the same moment; after that something else is wrong. */
const ATTEMPTS = 30;

type Deps = Pick<Ports, 'store' | 'register'>;

/**
 * Loads a document, lets `change` decide, and saves by compare-and-swap. When somebody else was faster, it loads and
 * decides again, so `change` must be pure. `known` spares the first read when the caller has just read the document.
 */
export async function changeDocument<K extends DocumentKind, R>(
  { store, register }: Deps,
  kind: K,
  id: string,
  change: (document: DocumentOf[K]) => Change<DocumentOf[K], R>,
  known?: Versioned<DocumentOf[K]>,
): Promise<Changed<DocumentOf[K], R>> {
  let current = known ?? (await store.read(kind, id));
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (current === undefined) return { changed: 'not-there' };
    const { document, result } = change(current.document);
    if (document === undefined || document === current.document) {
      // What the caller has read before may be older than what memory holds by now.
      if (current !== known) register.apply(current.document);
      return { changed: 'left', document: current.document, etag: current.etag, result };
    }
    const written = await store.write({ write: 'replace', document, etag: current.etag });
    if (written.outcome === 'saved') {
      register.apply(document);
      return { changed: 'saved', document, etag: written.etag, result };
    }
    current = await store.read(kind, id);
  }
  throw new StoreUnavailable(
    `document ${kind} was changed by others ${ATTEMPTS} times in a row`,
    'Look for a loop that writes the same document; nothing was lost.',
  );
}

/** The same for a change that gives nothing but the document; `undefined` leaves it as it is. */
export function updateDocument<K extends DocumentKind>(
  deps: Deps,
  kind: K,
  id: string,
  change: (document: DocumentOf[K]) => DocumentOf[K] | undefined,
  known?: Versioned<DocumentOf[K]>,
): Promise<Changed<DocumentOf[K], undefined>> {
  const how = (document: DocumentOf[K]): Change<DocumentOf[K], undefined> => {
    const next = change(document);
    return next === undefined ? { result: undefined } : { document: next, result: undefined };
  };
  return changeDocument(deps, kind, id, how, known);
}

export function changeAccount(
  deps: Deps,
  id: string,
  change: (record: AccountRecord) => AccountRecord | undefined,
  known?: Versioned<AccountRecord>,
): Promise<Changed<AccountRecord, undefined>> {
  return updateDocument(deps, 'account', id, change, known);
}
