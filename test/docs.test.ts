import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withColumns } from '../scripts/export-table';
import { withPermissions } from '../scripts/permission-table';
import { withPolicy } from '../scripts/policy-table';

it('docs/security.md holds the policy as the code has it (npm run docs prints it)', () => {
  const page = readFileSync(join(__dirname, '..', 'docs', 'security.md'), 'utf8');

  expect(page).toBe(withPolicy(page));
  expect(page.match(/^\| `/gm)?.length).toBeGreaterThan(40);
});

it('docs/install.md holds every permission as the check has it (npm run docs prints it)', () => {
  const page = readFileSync(join(__dirname, '..', 'docs', 'install.md'), 'utf8');

  // Prettier lays tables out; what stands in them is the same.
  const plain = (text: string): string => text.replace(/ +/g, ' ').replace(/-{2,}/g, '--');
  expect(plain(page)).toBe(plain(withPermissions(page)));
  expect(page).toContain('DelegatedAdminRelationship.Read.All');
});

it('docs/export.md holds every column as the files have it (npm run docs prints it)', () => {
  const page = readFileSync(join(__dirname, '..', 'docs', 'export.md'), 'utf8');

  expect(page).toBe(withColumns(page));
  expect(page).toContain('| Chosen despite |');
});
