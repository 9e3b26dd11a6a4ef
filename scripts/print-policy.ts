// `npm run docs`: prints the policy into docs/security.md, between its two marks. A test compares the two.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withPolicy } from './policy-table';

const file = join(process.env['HANDSHAKE_ROOT'] ?? '.', 'docs', 'security.md');
writeFileSync(file, withPolicy(readFileSync(file, 'utf8')));
