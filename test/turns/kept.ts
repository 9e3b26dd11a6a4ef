import type { DocumentKind, DocumentOf } from '../../src/domain/documents';
import { everyDocument as each } from '../../src/records/every-document';
import type { Store } from '../../src/store';

/** All documents of a kind that a store holds now. */
export async function everyDocument<K extends DocumentKind>(store: Store, kind: K): Promise<readonly DocumentOf[K][]> {
  const kept: DocumentOf[K][] = [];
  for await (const document of each(store, kind)) kept.push(document);
  return kept;
}
