import type { Log } from '../runtime/log';
import { Unreadable } from './schema';

/** Reads one document of many; undefined, and logged once, when that one cannot be read. */
export type Skipping = <T>(id: string, read: () => T) => T | undefined;

/** So many are named in the log; what is damaged as a whole would fill it. */
const NAMED = 100;

/**
 * One document that is damaged, or that a later version has written, keeps nobody from the others. Whoever asks for that
 * one by itself is told why it cannot be read.
 */
export function createSkipping(log: Log): Skipping {
  const named = new Set<string>();
  return (id, read) => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      if (!named.has(id) && named.size < NAMED) {
        named.add(id);
        log.error({ document: id, reason: error.message, remedy: error.remedy }, 'A stored document is left out');
      }
      return undefined;
    }
  };
}
