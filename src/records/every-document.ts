import type { DocumentKind, DocumentOf } from '../domain/documents';
import { nextSlice } from '../matching/slices';
import type { Store } from '../store';

const PAGE = 500;

/** All documents of a kind that the store holds, page by page, with everything else in between. What changes meanwhile may be in it or not. */
export async function* everyDocument<K extends DocumentKind>(
  store: Pick<Store, 'list'>,
  kind: K,
): AsyncGenerator<DocumentOf[K]> {
  let next: string | undefined;
  do {
    const page = await store.list(kind, { limit: PAGE, ...(next === undefined ? {} : { next }) });
    for (const { document } of page.items) yield document;
    await nextSlice();
    next = page.next;
  } while (next !== undefined);
}
