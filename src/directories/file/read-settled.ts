import { readFile, stat } from 'node:fs/promises';
import { SECOND } from '../../domain/time';
import type { Clock } from '../../domain/time';
import type { Wait } from '../../runtime/wait';

/** The bytes of a file nobody was writing to, and a mark of that state; or why there are none. */
export type Settled =
  | { readonly read: 'yes'; readonly bytes: Buffer; readonly mark: string }
  | { readonly read: 'being-written' }
  | { readonly read: 'no'; readonly why: string };

/** Whoever writes a file in pieces has written the next one within this time. */
const SETTLES_WITHIN = 1.5 * SECOND;
const TRIES = 5;
/** Some million customers; more is another file by mistake. */
const LARGEST_BYTES = 512 * 1024 * 1024;

/** Reads a file once it has stopped changing: not while a copy is under way, and not across a replacement. */
export async function readSettled(
  path: string,
  { clock, wait }: { readonly clock: Clock; readonly wait: Wait },
): Promise<Settled> {
  try {
    for (let again = 0; again < TRIES; again += 1) {
      const before = await stat(path);
      if (before.isDirectory()) return { read: 'no', why: 'it is a folder' };
      if (before.size > LARGEST_BYTES) return { read: 'no', why: 'it is larger than 512 MiB' };
      const age = clock.now() - before.mtimeMs;
      if (age >= 0 && age < SETTLES_WITHIN) await wait(SETTLES_WITHIN - age);
      const bytes = await readFile(path);
      const mark = markOf(before);
      if (markOf(await stat(path)) === mark && bytes.length === before.size) return { read: 'yes', bytes, mark };
    }
    return { read: 'being-written' };
  } catch (error) {
    return { read: 'no', why: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' };
  }
}

function markOf({
  ino,
  size,
  mtimeMs,
}: {
  readonly ino: number;
  readonly size: number;
  readonly mtimeMs: number;
}): string {
  return [ino, size, mtimeMs].join('-');
}
