import { constants } from 'node:fs';
import { access, chmod, mkdir, open as openPath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { open } from 'lmdb';
import type { Database, RootDatabase } from 'lmdb';
import { mapSizeFor } from './address-space';
import { codeOf, messageOf } from './error-code';
import { looksIntact } from './file-check';
import { guardFile, Replaced } from './file-guard';
import type { FileGuard } from './file-guard';
import { createShared } from './shared';
import { environmentUnavailable } from './unavailable';

export type LmdbTable = Database<string, string>;

/** One database file with its tables. Several processes may have it open at once; lmdb lets one write at a time. */
export interface Environment {
  readonly root: RootDatabase<string, string>;
  /** `seq` -> number of the last write of any partner */
  readonly meta: LmdbTable;
  /** `partner kind id` -> row */
  readonly documents: LmdbTable;
  /** `partner kind dueAt id` -> nothing */
  readonly due: LmdbTable;
  /** `partner seq` -> key of the document; one entry per document */
  readonly changes: LmdbTable;
  /** `partner expiresAt kind id` -> nothing */
  readonly expiries: LmdbTable;
  /** To be called before lmdb looks into the file. Throws `Replaced` when it is no longer the one that was opened. */
  guard(): void;
  /** Throws `StoreUnavailable` when the file is no longer the one that was opened, or cannot be written. */
  check(): Promise<void>;
  close(): Promise<void>;
}

const FILE = 'handshake.mdb';
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/** Whether the database is there. Throws `StoreUnavailable` when it is not and could not be made. */
export async function isMade(dir: string): Promise<boolean> {
  try {
    if (await isThere(join(dir, FILE))) return true;
    let above = resolve(dir);
    while (!(await isThere(above)) && dirname(above) !== above) above = dirname(above);
    if (!(await stat(above)).isDirectory()) throw Object.assign(new Error(`${above} is a file`), { code: 'ENOTDIR' });
    await access(above, constants.R_OK | constants.W_OK | constants.X_OK);
    return false;
  } catch (error) {
    throw environmentUnavailable(error, dir);
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/**
 * In one process a file is open once, however many stores there are on it. A second one would wait, and this thread with
 * it, for the lock of a write that waits for this thread.
 */
const FILES = createShared<Environment>((env) => env.close());

/** Makes the folder when it is not there, unless `as` is `found`, which leaves everything as it is. */
export async function openEnvironment(dir: string, as: 'ours' | 'found' = 'ours'): Promise<Environment> {
  try {
    if (as === 'ours') await mkdir(dir, { recursive: true, mode: FOLDER_MODE });
    await access(dir, constants.R_OK | constants.W_OK | constants.X_OK);
    const path = join(dir, FILE);
    if (!(await looksIntact(path))) throw new Damaged(FILE);
    if (as === 'ours') await keepToOurselves(dir);
    // Another file in the same place is another one. Where it is not made yet, nobody has it open.
    const key = await identityOf(path).catch(() => resolve(path));
    const taken = await FILES.take(key, () => openTables(dir));
    return { ...taken.value, close: () => taken.release() };
  } catch (error) {
    throw environmentUnavailable(error, dir);
  }
}

async function openTables(dir: string): Promise<Environment> {
  const path = join(dir, FILE);
  const root = openFile(path, process.platform === 'win32' ? undefined : await mapSizeFor(path));
  const table = (name: string): LmdbTable => root.openDB<string, string>({ name, encoding: 'string' });
  const tables = {
    meta: table('meta'),
    documents: table('documents'),
    due: table('due'),
    changes: table('changes'),
    expiries: table('expiries'),
  };
  const opened = await identityOf(path);
  const guard = guardFile(path);
  return {
    root,
    ...tables,
    guard: () => {
      guard.check();
    },
    check: () => checkFile(dir, opened),
    close: () => closeFile(root, guard),
  };
}

/**
 * The records name people and customers: nobody else on the machine reads them. The files are made before lmdb does it,
 * because lmdb lets others read what it makes. One that is there is never opened here: closing it would give back the
 * locks that this process may hold on it.
 */
async function keepToOurselves(dir: string): Promise<void> {
  if (process.platform === 'win32') return;
  await chmod(dir, FOLDER_MODE).catch(ifNotOurs);
  for (const path of [join(dir, FILE), join(dir, `${FILE}-lock`)]) {
    const made = await openPath(path, 'ax', FILE_MODE).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
    await made?.close();
    await chmod(path, FILE_MODE).catch(ifNotOurs);
  }
}

/** A mounted folder may have its own idea of who reads it, and another user may have made it. */
function ifNotOurs(error: unknown): void {
  if (!['EPERM', 'ENOTSUP', 'EROFS'].includes(String(codeOf(error)))) throw error;
}

/** What was put in the place of our file is not touched again. */
async function closeFile(root: RootDatabase<string, string>, guard: FileGuard): Promise<void> {
  try {
    guard.check();
    await root.close();
  } catch (error) {
    if (!(error instanceof Replaced)) throw error;
  } finally {
    guard.close();
  }
}

function openFile(path: string, mapSize: number | undefined): RootDatabase<string, string> {
  return open<string, string>({
    path,
    noSubdir: true,
    encoding: 'string',
    maxDbs: 8,
    // A commit is on the disk before its promise resolves: `saved` must survive everything.
    overlappingSync: false,
    ...(mapSize === undefined ? {} : { mapSize }),
  });
}

async function identityOf(path: string): Promise<string> {
  const { dev, ino } = await stat(path, { bigint: true });
  return `${dev}:${ino}`;
}

async function checkFile(dir: string, opened: string): Promise<void> {
  const path = join(dir, FILE);
  try {
    await access(path, constants.R_OK | constants.W_OK);
    if ((await identityOf(path)) === opened) return;
  } catch (error) {
    throw environmentUnavailable(error, dir);
  }
  throw environmentUnavailable(new Replaced(), dir);
}

/**
 * Runs the steps in one write transaction; resolves when it is on the disk. When it did not get there, lmdb rejects
 * two more promises that nobody sees: the one of the batch around the transaction, and the one of the cause. Left
 * alone, either would end the process.
 */
export async function commit(env: Environment, steps: () => void): Promise<void> {
  try {
    env.guard();
    await env.meta.transaction(() => {
      env.guard();
      void env.meta.committed.then(undefined, () => undefined);
      steps();
    });
  } catch (error) {
    const cause = typeof error === 'object' && error !== null && 'commitError' in error ? error.commitError : error;
    throw new CommitFailed(await Promise.race([settled(cause), nextTurn(error)]));
  }
}

class Damaged extends Error {
  readonly code = 'damaged';
  constructor(file: string) {
    super(`${file} is cut short or is not a database`);
    this.name = 'Damaged';
  }
}

class CommitFailed extends Error {
  readonly code: unknown;
  constructor(cause: unknown) {
    super(messageOf(cause), { cause });
    this.name = 'CommitFailed';
    this.code = codeOf(cause);
  }
}

async function settled(promised: unknown): Promise<unknown> {
  try {
    return await promised;
  } catch (error) {
    return error;
  }
}

function nextTurn<T>(value: T): Promise<T> {
  return new Promise((resolve) => setImmediate(resolve, value));
}
