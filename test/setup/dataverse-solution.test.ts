import { solutionParts } from '../../scripts/setup/dataverse-solution';
import { DEFAULT_NAMES } from '../../src/directories/work365/names';
import { neededPrivileges } from '../../src/setup/check-dataverse';

it('is one role with exactly the privileges that the check asks for', () => {
  const privileges = Object.values(neededPrivileges(DEFAULT_NAMES)).flat();
  const parts = solutionParts(privileges);
  const held = [...(parts['customizations.xml'] ?? '').matchAll(/RolePrivilege name="(\w+)" level="Global"/g)];

  expect(held.map(([, name]) => name)).toEqual(privileges);
  expect(Object.keys(parts).sort()).toEqual(['[Content_Types].xml', 'customizations.xml', 'solution.xml']);
  const ids = [...`${parts['customizations.xml']}${parts['solution.xml']}`.matchAll(/id="\{([0-9a-f-]{36})\}"/g)];
  expect(new Set(ids.map(([, id]) => id)).size).toBe(1);
});
