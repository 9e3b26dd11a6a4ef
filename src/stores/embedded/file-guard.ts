import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { metaIn, META_BYTES } from './file-check';

/** Somebody put another file in the place of the open one, or changed it behind lmdb's back. */
export class Replaced extends Error {
  readonly code = 'replaced';
  constructor() {
    super('the database file was replaced or cut short while it was open');
    this.name = 'Replaced';
  }
}

/** Looks at the open file before lmdb does, which a file that was cut short would end the whole process. */
export interface FileGuard {
  /** Throws `Replaced`, from then on every time. Takes some microseconds. */
  check(): void;
  close(): void;
}

/**
 * The file of a database never becomes shorter, and the number of its last transaction never smaller, whichever process
 * writes. A backup that is copied over it, or moved into its place, breaks one of the three rules that are held here.
 */
export function guardFile(path: string): FileGuard {
  const file = openSync(path, 'r');
  let head = Buffer.alloc(META_BYTES);
  let size = 0;
  let transaction = 0n;
  let isReplaced = false;

  function lastTransaction(): bigint | undefined {
    const bytesRead = readSync(file, head, 0, head.length, 0);
    const first = metaIn(head.subarray(0, bytesRead));
    if (first === undefined) return undefined;
    const both = first.pageSize + META_BYTES;
    if (head.length < both) {
      head = Buffer.alloc(both);
      return lastTransaction();
    }
    const second = metaIn(head.subarray(first.pageSize, bytesRead));
    if (second === undefined) return undefined;
    return second.transaction > first.transaction ? second.transaction : first.transaction;
  }

  function isAsItWas(): boolean {
    const now = fstatSync(file);
    if (now.nlink === 0 || now.size < size) return false;
    const last = lastTransaction();
    if (last === undefined || last < transaction) return false;
    size = now.size;
    transaction = last;
    return true;
  }

  return {
    check() {
      // Another process may write the head at this very moment: what looks wrong is looked at again.
      isReplaced ||= !isAsItWas() && !isAsItWas();
      if (isReplaced) throw new Replaced();
    },
    close() {
      closeSync(file);
    },
  };
}
