import { isDeepStrictEqual } from 'node:util';
import type { Document, DocumentKind } from '../domain/documents';
import { UPGRADES } from '../domain/upgrades';
import type { Store, Versioned, Write } from '../store';

/** Where documents come from: a store, or an export. */
export interface DocumentSource {
  documents(kind: DocumentKind): AsyncIterable<Document>;
}

export interface CopiedKind {
  readonly kind: DocumentKind;
  /** In the source. */
  readonly found: number;
  readonly written: number;
  /** Already there, and the same. */
  readonly same: number;
  /** Already there with another content, and left as they are. */
  readonly left: number;
}

export interface CopyComparison {
  readonly kind: DocumentKind;
  readonly source: number;
  readonly target: number;
  /** Ids that are missing in the target or have another content there. */
  readonly differing: readonly string[];
}

/** What belongs to replicas that run, and means nothing elsewhere. */
const OF_REPLICAS: ReadonlySet<string> = new Set<DocumentKind>(['lease', 'replica']);
/** What a copy or an export holds. The table has every kind; keys are texts to TypeScript. */
export const COPIED_KINDS = (Object.keys(UPGRADES) as DocumentKind[]).filter((kind) => !OF_REPLICAS.has(kind));
const PAGE = 200;

export function documentsOf(store: Store): DocumentSource {
  return {
    async *documents(kind) {
      let next: string | undefined;
      do {
        const page = await store.list(kind, { limit: PAGE, ...(next === undefined ? {} : { next }) });
        for (const { document } of page.items) yield document;
        next = page.next;
      } while (next !== undefined);
    },
  };
}

/**
 * Copies every document, a page at a time; it may be ended anywhere and run again. What is there already stays, unless it
 * is told to replace it.
 */
export async function copyDocuments(
  source: DocumentSource,
  target: Store,
  { replace, told = () => undefined }: { readonly replace: boolean; readonly told?: (copied: CopiedKind) => void },
): Promise<readonly CopiedKind[]> {
  const all: CopiedKind[] = [];
  for (const kind of COPIED_KINDS) {
    let copied: CopiedKind = { kind, found: 0, written: 0, same: 0, left: 0 };
    for await (const batch of batches(source.documents(kind))) {
      const { written, same, left } = await copyBatch(kind, batch, target, replace);
      const found = copied.found + batch.length;
      copied = { kind, found, written: copied.written + written, same: copied.same + same, left: copied.left + left };
    }
    told(copied);
    all.push(copied);
  }
  return all;
}

async function* batches(documents: AsyncIterable<Document>): AsyncGenerator<readonly Document[]> {
  let batch: Document[] = [];
  for await (const document of documents) {
    batch.push(document);
    if (batch.length < PAGE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function copyBatch(kind: DocumentKind, batch: readonly Document[], target: Store, replace: boolean) {
  const inserted = await target.writeAll(batch.map((document): Write => ({ write: 'insert', document })));
  const there = batch.filter((_, index) => inserted[index]?.outcome === 'conflict');
  let [same, left] = [0, 0];
  const writes: Write[] = [];
  for (const document of there) {
    const known: Versioned<Document> | undefined = await target.read(kind, document.id);
    if (known !== undefined && isDeepStrictEqual(known.document, document)) same += 1;
    else if (replace && known !== undefined) writes.push({ write: 'replace', document, etag: known.etag });
    else left += 1;
  }
  const replaced = await target.writeAll(writes);
  const lost = replaced.filter(({ outcome }) => outcome === 'conflict').length;
  return { written: batch.length - there.length + writes.length - lost, same, left: left + lost };
}

/** Reads both anew and compares them, document by document. */
export async function compareDocuments(source: DocumentSource, target: Store): Promise<readonly CopyComparison[]> {
  const all: CopyComparison[] = [];
  for (const kind of COPIED_KINDS) {
    const differing: string[] = [];
    let [inSource, inTarget] = [0, 0];
    for await (const document of source.documents(kind)) {
      inSource += 1;
      const known: Versioned<Document> | undefined = await target.read(kind, document.id);
      if (known === undefined || !isDeepStrictEqual(known.document, document)) differing.push(document.id);
    }
    for await (const _ of documentsOf(target).documents(kind)) inTarget += 1;
    all.push({ kind, source: inSource, target: inTarget, differing });
  }
  return all;
}
