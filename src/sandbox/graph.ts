import { DAY } from '../domain/time';
import type { Clock } from '../domain/time';
import type { Entra } from './entra';
import type { Lacks } from './lacks';
import { SECOND_PARTNER } from './several';
import type { SandboxTenant } from './state';
import type { Answer, Asked } from './wire';
import type { World } from './world';

const STATUS = {
  active: 'active',
  expiring: 'expiring',
  pending: 'approvalPending',
  expired: 'expired',
} as const;

/** The part of Microsoft Graph that tells delegated admin relationships (GDAP) and who owns a group. */
export function createGraphService(world: World, entra: Entra, clock: Clock, lacks: Lacks = new Set()) {
  return {
    answer(asked: Asked): Answer {
      const bearer = entra.bearerOf(asked, asked.origin);
      if (bearer === undefined) return error(401, 'InvalidAuthenticationToken');
      const group = /^\/v1\.0\/groups\/([0-9a-f-]+)\/owners$/i.exec(asked.path)?.[1];
      const isRefused = lacks.has(group === undefined ? 'graph-gdap' : 'graph-groups');
      if (isRefused) return error(403, 'Authorization_RequestDenied');
      if (group !== undefined) return ownersOf(world, group.toLowerCase(), asked.origin);
      if (asked.path !== '/v1.0/tenantRelationships/delegatedAdminRelationships')
        return error(404, 'Request_ResourceNotFound');
      const filter = asked.query.get('$filter') ?? '';
      const tenantId = /^customer\/tenantId eq '([^']*)'$/.exec(filter)?.[1];
      if (tenantId === undefined) return error(400, 'Request_UnsupportedQuery');
      const isSecond = bearer.clientId === SECOND_PARTNER.clientId;
      const tenant = isSecond
        ? world.state.second?.find((one) => one.tenantId === tenantId)
        : world.findTenant(tenantId);
      const value = tenant === undefined || tenant.admin === 'none' ? [] : [relationship(tenant, tenant.admin, clock)];
      return { status: 200, body: { '@odata.context': `${asked.origin}/v1.0/$metadata`, value } };
    },
  };
}

/** As an app with `GroupMember.Read.All` alone is told: kinds and ids. */
function ownersOf({ state }: World, group: string, origin: string): Answer {
  const owners = new Map(Object.entries(state.owners ?? {})).get(group);
  if (owners === undefined) return error(404, 'Request_ResourceNotFound');
  const value = owners.map((id) => ({ '@odata.type': '#microsoft.graph.user', id }));
  return { status: 200, body: { '@odata.context': `${origin}/v1.0/$metadata#directoryObjects(id)`, value } };
}

function relationship(tenant: SandboxTenant, admin: keyof typeof STATUS, clock: Clock) {
  const end = { active: 300, expiring: 12, pending: 720, expired: -20 }[admin];
  const time = (days: number): string => new Date(clock.now() + days * DAY).toISOString();
  return {
    '@odata.etag': 'W/"1"',
    'id': `${tenant.tenantId}-admin`,
    'displayName': `Support of ${tenant.name}`.slice(0, 50),
    'duration': 'P730D',
    'customer': { tenantId: tenant.tenantId, displayName: tenant.name },
    'accessDetails': { unifiedRoles: [{ roleDefinitionId: '29232cdf' }, { roleDefinitionId: '88d8e3e3' }] },
    'status': STATUS[admin],
    'createdDateTime': new Date(tenant.acceptedAt).toISOString(),
    'activatedDateTime': admin === 'pending' ? '' : new Date(tenant.acceptedAt).toISOString(),
    'endDateTime': time(end),
    'lastModifiedDateTime': admin === 'expired' ? time(end) : new Date(tenant.acceptedAt).toISOString(),
    'autoExtendDuration': 'PT0S',
  };
}

function error(status: number, code: string): Answer {
  return { status, body: { error: { code, message: 'The request was refused.' } } };
}
