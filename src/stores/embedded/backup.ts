import { existsSync } from 'node:fs';
import { chmod, rename, rm } from 'node:fs/promises';
import { StoreUnavailable } from '../../store';
import { openEnvironment } from './environment';
import { environmentUnavailable } from './unavailable';

const FILE_MODE = 0o600;

/**
 * Copies the database of `dir` into the file `to`, whole and as it was at one moment, also while the bot writes to it.
 * Throws `StoreUnavailable`: nothing is copied over a file that is there.
 */
export async function backUp(dir: string, to: string): Promise<void> {
  if (existsSync(to)) {
    throw new StoreUnavailable(`There is a file ${to} already.`, 'Name one that is not there, or take it away.');
  }
  const making = `${to}.part`;
  const env = await openEnvironment(dir);
  try {
    await rm(making, { force: true });
    await env.root.backup(making, true);
    await chmod(making, FILE_MODE);
    await rename(making, to);
  } catch (error) {
    throw environmentUnavailable(error, dir);
  } finally {
    await env.close();
  }
}
