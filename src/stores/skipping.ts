import type { Log } from '../runtime/log';
import { UnreadableDocument } from '../store';
import type { UnreadDocument } from '../store';
import { isKind } from './schema';

/** Where a document of many stands, whatever is in it. */
export interface StoredPlace {
  readonly kind: string;
  readonly id: string;
}

/**
 * One document that is damaged, or that a later version has written, keeps nobody from the others. Whoever asks for that
 * one by itself is told why it cannot be read.
 */
export interface Skipping {
  /** Reads one document of many; undefined, and logged once, when that one cannot be read. */
  oneOf<T>(standing: StoredPlace, read: () => T): T | undefined;
  /** Somebody asked for it by itself, and it can be read or is not there: it is not left out any more. */
  forget(id: string): void;
  /** What is left out, in the order in which it was met. */
  readonly unread: readonly UnreadDocument[];
}

/** So many are named in the log, and so many are counted; what is damaged as a whole would fill log and memory. */
const NAMED = 100;
const COUNTED = 10_000;

export function createSkipping(log: Log): Skipping {
  const left = new Map<string, UnreadDocument>();
  const named = new Set<string>();

  function leaveOut({ kind, id }: StoredPlace, { message, remedy }: UnreadableDocument): void {
    if (left.size >= COUNTED) return;
    left.set(id, { ...(isKind(kind) ? { kind } : {}), id, reason: message, remedy });
    if (named.has(id) || named.size >= NAMED) return;
    named.add(id);
    log.error({ document: id, reason: message, remedy }, 'A stored document is left out');
  }

  return {
    oneOf(standing, read) {
      try {
        const found = read();
        if (left.size > 0) left.delete(standing.id);
        return found;
      } catch (error) {
        if (!(error instanceof UnreadableDocument)) throw error;
        leaveOut(standing, error);
        return undefined;
      }
    },
    forget(id) {
      left.delete(id);
    },
    get unread() {
      return [...left.values()];
    },
  };
}
