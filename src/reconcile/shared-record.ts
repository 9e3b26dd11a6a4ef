import type { DocumentOf } from '../domain/documents';
import type { Instant } from '../domain/time';
import type { Versioned } from '../store';
import { updateDocument } from '../records/change-document';
import type { Changed } from '../records/change-document';
import type { Ports } from '../ports';

/** The documents that can owe something. */
export type Owing = 'account' | 'board' | 'watch' | 'invitation' | 'endings' | 'conversation';

/**
 * One document while several parties are talked to about it at the same time. Their changes are made one after another,
 * each on top of what the one before it saved, so that they cost no more than if one had done all of it.
 */
export interface SharedRecord<D = DocumentOf['account']> {
  /** The document as it was last read or saved here. */
  readonly latest: () => Versioned<D>;
  /** A moment at which that was the document in the store: whatever somebody else has saved since is not in it. */
  readonly asOf: () => Instant;
  /** Saves by compare-and-swap; when somebody else was faster, `how` decides again on what they saved. */
  change(how: (document: D) => D | undefined): Promise<Changed<D, undefined>>;
  /** Somebody has changed the document who did not do it here: it is read before the next change. */
  forget(): void;
}

/** `readAt`: when the reading of the document began, which this process may have slept through since. */
export function shareRecord<K extends Owing = 'account'>(
  ports: Pick<Ports, 'store' | 'register' | 'clock'>,
  stored: Versioned<DocumentOf[K]>,
  readAt: Instant,
): SharedRecord<DocumentOf[K]> {
  const { id } = stored.document;
  // The document is one of kind K; a generic type cannot say so.
  const kind = stored.document.kind as K;
  let latest = stored;
  let asOf = readAt;
  let isOutdated = false;
  let before: Promise<unknown> = Promise.resolve();

  async function change(
    how: (document: DocumentOf[K]) => DocumentOf[K] | undefined,
  ): Promise<Changed<DocumentOf[K], undefined>> {
    const began = ports.clock.now();
    const changed = await updateDocument(ports, kind, id, how, isOutdated ? undefined : latest);
    if (changed.changed === 'not-there') return changed;
    if (isOutdated || changed.changed === 'saved') asOf = began;
    isOutdated = false;
    latest = { document: changed.document, etag: changed.etag };
    return changed;
  }

  return {
    latest: () => latest,
    asOf: () => asOf,
    change(how) {
      const mine = before.then(() => change(how));
      // Whoever asked is told of a failure; the next one makes an attempt of its own.
      before = mine.catch(() => undefined);
      return mine;
    },
    forget() {
      isOutdated = true;
    },
  };
}

/** Reads a document to share it; undefined when it is not there. */
export async function readShared<K extends Owing>(
  ports: Pick<Ports, 'store' | 'register' | 'clock'>,
  kind: K,
  id: string,
): Promise<SharedRecord<DocumentOf[K]> | undefined> {
  const readAt = ports.clock.now();
  const stored = await ports.store.read(kind, id);
  return stored === undefined ? undefined : shareRecord<K>(ports, stored, readAt);
}
