import { constants } from 'node:fs';
import { access, chmod, mkdir, open as openPath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { open } from 'lmdb';
import type { Database, RootDatabase } from 'lmdb';
import { StoreUnavailable } from '../../store';
import { mapSizeFor } from './address-space';
import { codeOf, messageOf } from './error-code';
import { looksIntact } from './file-check';
import { guardFile, Replaced } from './file-guard';
import type { FileGuard } from './file-guard';

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
export async function openEnvironment(dir: string): Promise<Environment> {
  try {
    await mkdir(dir, { recursive: true, mode: FOLDER_MODE });
    await access(dir, constants.R_OK | constants.W_OK | constants.X_OK);
    if (!(await looksIntact(join(dir, FILE)))) throw new Damaged(FILE);
    await keepToOurselves(dir);
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
  } catch (error) {
    throw environmentUnavailable(error, dir);
  }
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

/** What an operator can do about each cause. Numbers are lmdb's return codes and errno, texts are Node's codes. */
const REMEDIES: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  ...entries(['ENOSPC', 28, 'EDQUOT', 122, 'EFBIG', 27], 'Free some space on the disk of DATA_DIR, or move DATA_DIR.'),
  ...entries(
    ['EACCES', 13, 'EPERM', 1, 'EROFS', 30],
    'Give the user that runs the bot the right to read and write the folder DATA_DIR.',
  ),
  ...entries(['EEXIST', 'ENOTDIR', 20], 'DATA_DIR must name a folder, not a file.'),
  ...entries(['ENOENT', 2], 'The folder DATA_DIR was taken away: put it back, then restart the bot.'),
  ...entries(
    ['damaged', -30793, -30796, -30794, -30797],
    'The database in DATA_DIR is damaged or was made by something else: restore DATA_DIR from a backup, or move it away.',
  ),
  ...entries(
    ['replaced'],
    'Restart the bot, and stop it first the next time: files in DATA_DIR are not exchanged while it runs.',
  ),
  ...entries(
    ['no-address-space', 'ENOMEM', 12, -30785],
    'Allow the process more address space (ulimit -v, LimitAS of its service), or move to STORE=cosmos.',
  ),
  ...entries([-30792], 'The database in DATA_DIR has reached its largest size: move to STORE=cosmos.'),
  ...entries(['closed'], 'The bot is stopping; nothing needs to be done.'),
]);

function entries(codes: readonly (string | number)[], remedy: string): [unknown, string][] {
  return codes.map((code) => [code, remedy]);
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

/** Every failure of the database or its folder becomes this one error, with a remedy that names `DATA_DIR`. */
export function environmentUnavailable(error: unknown, dir: string): StoreUnavailable {
  if (error instanceof StoreUnavailable) return error;
  const remedy = REMEDIES.get(codeOf(error)) ?? 'Check that DATA_DIR is a folder on a local disk that can be written.';
  return new StoreUnavailable(`The embedded store in ${dir} cannot be used: ${messageOf(error)}`, remedy, {
    cause: error,
  });
}
