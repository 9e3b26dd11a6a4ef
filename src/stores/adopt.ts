import type { Document, DocumentKind } from '../domain/documents';
import { UPGRADES } from '../domain/upgrades';
import type { Store, Versioned } from '../store';
import { isKind } from './schema';

/** The line of the log. */
export const TAKEN_OVER = 'The store was written under another form of the partner id; its documents have been moved';

/** Who did something last, and who runs now: it lapses by itself and is worth nothing under another name. */
const PASSING: ReadonlySet<DocumentKind> = new Set(['lease', 'replica']);
const PAGE = 100;

/**
 * Moves every document of a store that was written under another form of the partner's id. A document is written at its new
 * place before it leaves the old one, so it can be stopped anywhere and done again, by several replicas at once too. Where both
 * have one, the one with more changes stays. Returns how many were moved.
 */
export async function adopt(from: Store, to: Store, partnerId: string): Promise<number> {
  let moved = 0;
  for (const kind of Object.keys(UPGRADES).filter(isKind)) {
    let next: string | undefined;
    do {
      const page = await from.list(kind, { limit: PAGE, ...(next === undefined ? {} : { next }) });
      for (const { document, etag } of page.items) {
        if (!PASSING.has(kind) && (await keep(to, { ...document, partnerId }))) moved += 1;
        await from.write({ write: 'remove', document, etag });
      }
      next = page.next;
    } while (next !== undefined);
  }
  return moved;
}

/** Resolves when the new place has the document, or one with as many changes; true when it was this one. */
async function keep(to: Store, document: Document): Promise<boolean> {
  for (;;) {
    const there: Versioned<Document> | undefined = await to.read(document.kind, document.id);
    if (there !== undefined && changesOf(there.document) >= changesOf(document)) return false;
    const { outcome } = await to.write(
      there === undefined ? { write: 'insert', document } : { write: 'replace', document, etag: there.etag },
    );
    // Another replica moves the same documents: what it has written is looked at before this one may leave its old place.
    if (outcome === 'saved') return true;
  }
}

/** A record counts its changes; of the others the one that is there is as good. */
function changesOf(document: Document): number {
  return 'version' in document ? document.version : 0;
}
