// `npm run backup -- --to FILE [--env NAME]`: copies the embedded store into one file, also while the bot runs.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUp } from '../src/stores/embedded/backup';
import { runCommand, settingsOf } from './operator';

const USAGE = 'usage: npm run backup -- --to FILE [--env NAME]   (of the store in DATA_DIR)';

async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { to: { type: 'string' }, env: { type: 'string' } } });
  const to = values.to?.trim() ?? '';
  if (to === '') {
    console.error(USAGE);
    return 2;
  }
  const config = settingsOf(values.env);
  if (config === undefined) return 2;
  const { store } = config;
  if (store.kind !== 'embedded') {
    console.error('STORE is cosmos: its backups are made by Azure, as docs/operate.md says.');
    return 2;
  }
  await backUp(store.dir, resolve(to));
  console.log(`The store in ${store.dir} is in ${resolve(to)}. docs/operate.md says how it is put back.`);
  return 0;
}

runCommand(main);
