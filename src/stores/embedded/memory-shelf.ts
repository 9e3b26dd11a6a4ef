import { closeSync, openSync } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { arch } from 'node:os';
import { join } from 'node:path';
import { randomIds } from '../../runtime/ids';
import type { Log } from '../../runtime/log';
import { giveWay } from '../../runtime/own-turns';
import type { KeptMemory, MemoryShelf, Piece, MemoryToKeep } from '../../store';
import { codeOf } from './error-code';
import { DamagedMemory, piecesIn, writeEnd, writePiece } from './memory-file';

const FILE = 'handshake.memory';
const PART = '.part';
const FORMAT = 1;
const FILE_MODE = 0o600;
/** So long the file is read in one go. */
const SLICE_MS = 8;

/** What must be the same for memory to be taken from the file. */
interface Label {
  readonly format: number;
  /** The program, Node with its tables of letters, and the order of bytes. */
  readonly code: string;
  readonly partnerId: string;
  /** Stands in the database as well: a database that was put back from a backup has another one, or none. */
  readonly mark: string;
  readonly cursor: string;
  readonly filledAt: number;
}

export interface MemoryShelfOptions {
  readonly dir: string;
  readonly partnerId: string;
  /** Of the program that runs; without it nothing is kept and nothing found. */
  readonly code: string | undefined;
  readonly log: Log;
  /** The mark in the database. */
  readonly readMark: () => Promise<string | undefined>;
  /** Puts `next` in the place of `seen` if that is still there, in one transaction. */
  readonly swapMark: (seen: string | undefined, next: string) => Promise<boolean>;
}

/** Memory in a file beside the database, for the same program on the same database alone. */
export function createMemoryShelf(options: MemoryShelfOptions): MemoryShelf {
  const { dir, partnerId, log, readMark, swapMark } = options;
  const path = join(dir, FILE);
  const code =
    options.code === undefined
      ? undefined
      : [options.code, process.version, process.versions['unicode'], arch()].join(' ');

  async function read(file: number): Promise<KeptMemory> {
    const found = piecesIn(file);
    const label = labelIn(found.next().value);
    const mark = await readMark();
    if (label.format !== FORMAT || label.code !== code) throw new DamagedMemory('another version wrote it');
    if (label.partnerId !== partnerId) throw new DamagedMemory('it is of another partner');
    if (label.mark !== mark) throw new DamagedMemory('it is of another database, or of an older one');
    const pieces: Piece[] = [];
    let began = performance.now();
    for (const piece of found) {
      pieces.push(piece);
      if (performance.now() - began < SLICE_MS) continue;
      await giveWay();
      began = performance.now();
    }
    const { cursor, filledAt } = label;
    return { cursor, filledAt, pieces };
  }

  async function throwAway(): Promise<void> {
    // Whoever is writing one now sees another mark at the end, and throws it away as well.
    await swapMark(await readMark(), randomIds.next());
    const left = (await readdir(dir)).filter((name) => name.startsWith(FILE));
    await Promise.all(left.map((name) => rm(join(dir, name), { force: true })));
  }

  /** What was being written when its process ended. */
  async function clearParts(): Promise<void> {
    const left = (await readdir(dir)).filter((name) => name.startsWith(FILE) && name.endsWith(PART));
    await Promise.all(left.map((name) => rm(join(dir, name), { force: true })));
  }

  async function write(making: string, { pieces, ...memory }: MemoryToKeep, mark: string, code: string): Promise<void> {
    const label: Label = { format: FORMAT, code, partnerId, mark, ...memory };
    const file = await open(making, 'wx', FILE_MODE);
    try {
      await writePiece(file, { json: label });
      for (const piece of pieces) await writePiece(file, piece);
      await writeEnd(file);
    } finally {
      await file.close();
    }
  }

  return {
    async find() {
      await clearParts();
      const file = code === undefined ? undefined : openIfThere(path);
      if (file === undefined) return undefined;
      try {
        return await read(file);
      } catch (error) {
        log.info({ error }, 'Memory is read from the store anew');
        await throwAway();
        return undefined;
      } finally {
        closeSync(file);
      }
    },
    async keep(remember) {
      if (code === undefined) return false;
      const seen = await readMark();
      const mark = randomIds.next();
      const making = join(dir, `${FILE}.${mark}${PART}`);
      try {
        await write(making, await remember(), mark, code);
        await rename(making, path);
      } catch (error) {
        await rm(making, { force: true });
        throw error;
      }
      if (await swapMark(seen, mark)) return true;
      await rm(path, { force: true });
      return false;
    },
    throwAway,
  };
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function labelIn(piece: Piece | undefined): Label {
  if (piece === undefined || !('json' in piece)) throw new DamagedMemory('it has no label');
  // Whatever else it holds has no such format and is thrown away by whoever compares it.
  return piece.json as Label;
}
