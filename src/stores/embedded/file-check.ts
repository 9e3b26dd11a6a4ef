import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf } from './error-code';

/**
 * Looks at the head of a database file before lmdb maps it: on a file that is cut short or is something else, lmdb does
 * not fail but takes the whole process down. Offsets are those of a meta page as `lmdb.h` and `mdb.c` of lmdb 3.5 lay
 * it out on a 64-bit machine: two such pages begin the file, and the newer one counts.
 */
const MAGIC = 0xbeefc0de;
const AT = { magic: 24, pageSize: 48, freeRoot: 88, mainRoot: 136, transaction: 152, end: 160 } as const;
const EMPTY_TREE = 0xffff_ffff_ffff_ffffn;
const PAGE_SIZES: readonly number[] = [4096, 8192, 16_384, 32_768, 65_536];

/** While another process makes the file, or writes its head, it may look wrong for a moment. */
const LOOKS = 3;
const BETWEEN_LOOKS = 20;

/** So many bytes of a page hold what is read of it here. */
export const META_BYTES = AT.end;

interface Meta {
  readonly pageSize: number;
  readonly transaction: bigint;
  /** The last page that must be there. */
  readonly lastRoot: bigint;
}

/** False when the file cannot be an intact database. A file that is not there, or empty, becomes one. */
export async function looksIntact(path: string): Promise<boolean> {
  for (let look = 1; look <= LOOKS; look += 1) {
    if (await headIsIntact(path)) return true;
    await pause(BETWEEN_LOOKS);
  }
  return false;
}

async function headIsIntact(path: string): Promise<boolean> {
  const file = await openIfThere(path);
  if (file === undefined) return true;
  try {
    const { size } = await file.stat();
    if (size === 0) return true;
    const first = await readMeta(file, 0);
    const second = first === undefined ? undefined : await readMeta(file, first.pageSize);
    if (first === undefined || second === undefined) return false;
    const newer = second.transaction > first.transaction ? second : first;
    return BigInt(size) >= (newer.lastRoot + 1n) * BigInt(newer.pageSize);
  } finally {
    await file.close();
  }
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function readMeta(file: FileHandle, position: number): Promise<Meta | undefined> {
  const page = Buffer.alloc(META_BYTES);
  const { bytesRead } = await file.read(page, 0, META_BYTES, position);
  return metaIn(page.subarray(0, bytesRead));
}

/** What the beginning of a page says; undefined when it is no head of a database. */
export function metaIn(bytes: Uint8Array): Meta | undefined {
  if (bytes.length < META_BYTES) return undefined;
  const page = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (page.getUint32(AT.magic, true) !== MAGIC) return undefined;
  const pageSize = page.getUint32(AT.pageSize, true);
  if (!PAGE_SIZES.includes(pageSize)) return undefined;
  const roots = [AT.freeRoot, AT.mainRoot]
    .map((at) => page.getBigUint64(at, true))
    .filter((root) => root !== EMPTY_TREE);
  const lastRoot = roots.reduce((last, root) => (root > last ? root : last), 1n);
  return { pageSize, transaction: page.getBigUint64(AT.transaction, true), lastRoot };
}
