import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * Loaded into every replica of a drill: it dies as by kill -9 in the middle of a write to the embedded store, when the test
 * has said so in a file. `before`: what is written is not on the disk yet; `after`: it is, and nobody here has heard of it.
 * In front of Cosmos a tap on the wire does the same.
 */
export const FALL_VARIABLE = 'DRILL_FALL';

export interface Fall {
  readonly when: 'before' | 'after';
  /** The source of a pattern that the document holds. */
  readonly pattern: string;
}

const path = process.env[FALL_VARIABLE];
if (path !== undefined) fallBy(path);

interface Table {
  putSync: (this: Table, key: unknown, value: unknown, ...rest: unknown[]) => unknown;
  transaction: (this: Table, steps: () => unknown) => Promise<unknown>;
  openDB: (this: Table, ...given: unknown[]) => Table;
}

function fallBy(file: string): void {
  const lmdb = createRequire(__filename)('lmdb') as { open: (...given: unknown[]) => Table };
  const { open } = lmdb;
  let falls = false;

  function die(): void {
    // Whoever is started next goes on.
    writeFileSync(file, '');
    process.kill(process.pid, 'SIGKILL');
  }

  function watch(table: Table): Table {
    const { putSync, transaction, openDB } = table;
    return Object.assign(table, {
      putSync(this: Table, key: unknown, value: unknown, ...rest: unknown[]) {
        const fall = wanted(file);
        const isIt = fall !== undefined && new RegExp(fall.pattern).test(String(value));
        if (isIt && fall.when === 'before') die();
        falls ||= isIt;
        return putSync.call(this, key, value, ...rest);
      },
      async transaction(this: Table, steps: () => unknown) {
        const done = await transaction.call(this, steps);
        if (falls) die();
        return done;
      },
      openDB(this: Table, ...given: unknown[]) {
        const opened = openDB.apply(this, given);
        return opened === table ? opened : watch(opened);
      },
    });
  }

  lmdb.open = (...given) => watch(open(...given));
}

function wanted(file: string): Fall | undefined {
  const text = readFileSync(file, 'utf8');
  return text === '' ? undefined : (JSON.parse(text) as Fall);
}
