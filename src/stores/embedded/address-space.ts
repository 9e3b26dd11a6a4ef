import { readFile, stat } from 'node:fs/promises';
import { codeOf } from './error-code';

/**
 * Address space, not disk: the file grows with its contents. It is reserved at once because a map that grows while
 * other processes have it open is the one thing that they would have to be told.
 */
const WANTED = 16 * 1024 ** 3;
/** What a smaller map must have room for beside what is in the file already. */
const ROOM_TO_GROW = 512 * 1024 ** 2;
/** What the rest of the program may still ask for: its heap, its threads. */
const OF_THE_REST = 2 * 1024 ** 3;
const PAGE = 4096;

/** The process may not have the addresses that the database needs; lmdb would not fail on that but end the process. */
export class NoAddressSpace extends Error {
  readonly code = 'no-address-space';
  constructor(free: number, needed: number) {
    super(`it needs ${inMegabytes(needed)} MB of address space, and ${inMegabytes(Math.max(free, 0))} MB are left`);
    this.name = 'NoAddressSpace';
  }
}

/** How much to map of the file, in bytes: less than usual where the process is limited (`ulimit -v`, `LimitAS`). */
export async function mapSizeFor(path: string): Promise<number> {
  const free = await freeAddresses();
  if (free === undefined) return WANTED;
  const needed = (await sizeOf(path)) + ROOM_TO_GROW;
  const ours = free - OF_THE_REST;
  if (ours < needed) throw new NoAddressSpace(free, needed + OF_THE_REST);
  return Math.min(WANTED, ours - (ours % PAGE));
}

/** Undefined where nobody limits it, or nobody says. */
async function freeAddresses(): Promise<number | undefined> {
  try {
    const limits = await readFile('/proc/self/limits', 'utf8');
    const limit = Number(/^Max address space\s+(\d+)/m.exec(limits)?.[1]);
    if (!Number.isFinite(limit)) return undefined;
    const used = Number(/^VmSize:\s+(\d+) kB/m.exec(await readFile('/proc/self/status', 'utf8'))?.[1]) * 1024;
    return Number.isFinite(used) ? limit - used : undefined;
  } catch {
    // No Linux.
    return undefined;
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0;
    throw error;
  }
}

function inMegabytes(bytes: number): number {
  return Math.ceil(bytes / 1024 ** 2);
}
