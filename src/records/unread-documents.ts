import { StoreUnavailable } from '../store';
import type { Store, UnreadDocument } from '../store';

/** So many are looked at once more, so that what was put right meanwhile is not told any longer. */
const LOOKED_AT = 5;

/** Stored documents that lists and changes go on without, because they cannot be read. */
export async function unreadDocuments({ store }: { readonly store: Store }): Promise<readonly UnreadDocument[]> {
  for (const { kind, id } of store.unread().slice(0, LOOKED_AT)) {
    if (kind === undefined) continue;
    try {
      await store.read(kind, id);
    } catch (error) {
      // Still unreadable; or the store is away, which whoever asks is told by other means.
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }
  return store.unread();
}
