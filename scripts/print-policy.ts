// `npm run docs`: prints the policy into docs/security.md, the permissions into docs/install.md and the columns of files into
// docs/export.md, between their marks. A test compares them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withPermissions } from './permission-table';
import { withColumns } from './export-table';
import { withPolicy } from './policy-table';
import { root } from './root';

for (const [name, printed] of [
  ['security.md', withPolicy],
  ['install.md', withPermissions],
  ['export.md', withColumns],
] as const) {
  const file = join(root, 'docs', name);
  writeFileSync(file, printed(readFileSync(file, 'utf8')));
}
