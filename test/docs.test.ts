import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withPolicy } from '../scripts/policy-table';

it('docs/security.md holds the policy as the code has it (npm run docs prints it)', () => {
  const page = readFileSync(join(__dirname, '..', 'docs', 'security.md'), 'utf8');

  expect(page).toBe(withPolicy(page));
  expect(page.match(/^\| `/gm)?.length).toBeGreaterThan(40);
});
