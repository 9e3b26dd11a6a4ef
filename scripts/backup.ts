// `npm run backup -- --to FILE`: copies the embedded store into one file, also while the bot runs.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { printFailures, readConfig } from '../src/config';
import { StoreUnavailable } from '../src/store';
import { backUp } from '../src/stores/embedded/backup';

const USAGE = 'usage: npm run backup -- --to FILE   (of the store in DATA_DIR)';

async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { to: { type: 'string' } } });
  const to = values.to?.trim() ?? '';
  if (to === '') {
    console.error(USAGE);
    return 2;
  }
  const read = readConfig(process.env, { fileExists: existsSync });
  if (!read.ok) {
    console.error(printFailures(read.failures));
    return 2;
  }
  const { store } = read.config;
  if (store.kind !== 'embedded') {
    console.error('STORE is cosmos: its backups are made by Azure, as docs/operate.md says.');
    return 2;
  }
  await backUp(store.dir, resolve(to));
  console.log(`The store in ${store.dir} is in ${resolve(to)}. docs/operate.md says how it is put back.`);
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof StoreUnavailable ? `${error.message} ${error.remedy}` : error);
    process.exitCode = 1;
  },
);
