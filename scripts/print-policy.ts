// `npm run docs`: prints the policy into docs/security.md, between its two marks. A test compares the two.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withPolicy } from './policy-table';
import { root } from './root';

const file = join(root, 'docs', 'security.md');
writeFileSync(file, withPolicy(readFileSync(file, 'utf8')));
