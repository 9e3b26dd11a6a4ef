import type { Groups } from '../groups';

/**
 * The groups of several tenants: a group is in one of them, and the others do not know it. Who is found in one belongs; who
 * is found in none does not, unless one of them could not be looked at.
 */
export function createGroupsOf(tenants: readonly Groups[]): Groups {
  return {
    async hasMember(groupIds, personId) {
      const answers = await Promise.all(tenants.map((tenant) => tenant.hasMember(groupIds, personId)));
      if (answers.includes(true)) return true;
      return answers.includes(undefined) ? undefined : false;
    },
    async ownersOf(groupId) {
      const answers = await Promise.all(tenants.map((tenant) => tenant.ownersOf(groupId)));
      const known = answers.filter((owners) => owners !== undefined);
      return known.length === 0 ? undefined : [...new Set(known.flat())];
    },
  };
}
