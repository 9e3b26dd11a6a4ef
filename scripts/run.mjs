// Runs a TypeScript file of this repository, also in a fresh clone: `node scripts/run.mjs scripts/start.ts --still`.
// Plain JavaScript, since the runner is one of the packages that it may have to install first.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [, , entry, ...args] = process.argv;
if (entry === undefined) {
  console.error('usage: node scripts/run.mjs FILE.ts [arguments]');
  process.exit(2);
}
ensureInstalled(root);
process.setSourceMapsEnabled(true);
const [cjs, esm] = await Promise.all([import('tsx/cjs/api'), import('tsx/esm/api')]);
cjs.register();
esm.register();
const file = join(root, entry);
process.argv = [process.execPath, file, ...args];
createRequire(import.meta.url)(file);
