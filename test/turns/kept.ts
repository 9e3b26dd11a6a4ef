import type { DocumentKind, DocumentOf } from '../../src/domain/documents';
import type { Page, Store } from '../../src/store';

/** All documents of a kind that a store holds now. */
export async function everyDocument<K extends DocumentKind>(store: Store, kind: K): Promise<readonly DocumentOf[K][]> {
  const kept: DocumentOf[K][] = [];
  let next: string | undefined;
  do {
    const page: Page<DocumentOf[K]> = await store.list(kind, { limit: 500, ...(next === undefined ? {} : { next }) });
    kept.push(...page.items.map(({ document }) => document));
    next = page.next;
  } while (next !== undefined);
  return kept;
}
