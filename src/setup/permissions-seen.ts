import type { PermissionSeen, SourcePermission } from '../domain/permission';
import type { Finding } from './finding';
import { PERMISSIONS } from './permissions';

/**
 * What a look found of the permissions at the sources; the rest of it is no news to whoever has a running bot. `of` names
 * the provider, where there are several.
 */
export function permissionsSeen(findings: readonly Finding[], of?: string): readonly PermissionSeen[] {
  return findings.flatMap(({ permission, state, seen, remedy }) => {
    if (permission === undefined || !isOfSource(permission)) return [];
    const { where, cost, grant } = PERMISSIONS[permission];
    const said = seen === undefined ? {} : { seen };
    const whose = of === undefined ? {} : { of };
    return [
      { permission, where, ...whose, state, cost, ...said, ...(state === 'good' ? {} : { remedy: remedy ?? grant }) },
    ];
  });
}

function isOfSource(permission: keyof typeof PERMISSIONS): permission is SourcePermission {
  return 'cost' in PERMISSIONS[permission];
}
