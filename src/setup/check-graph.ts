import type { PartnerCenterSettings } from '../config';
import { createTokens } from '../runtime/entra';
import type { HttpDeps } from '../runtime/http';
import type { Finding } from './finding';
import type { PermissionId } from './permissions';
import { probe, probedWords } from './probe';

const GDAP = 'Microsoft Graph, delegated admin relationships';
const GROUPS = 'Microsoft Graph, members and owners of groups';
const NOBODYS_GROUP = '00000000-0000-4000-8000-000000000000';

/** What the app may ask of Graph; a group that is not there tells as much as one that is. */
export async function checkGraph(settings: PartnerCenterSettings, deps: HttpDeps): Promise<readonly Finding[]> {
  const { graphBaseUrl, tenantId } = settings;
  const tokens = createTokens({ ...settings, source: 'graph', prefix: 'PARTNER_CENTER' }, deps);
  const app = await tokens.forApp(`${graphBaseUrl}/.default`);
  if (!app.ok) return [{ about: GDAP, state: 'unknown', seen: app.trouble.detail, permission: 'graph-gdap' }];
  const filter = encodeURIComponent(`customer/tenantId eq '${tenantId}'`);
  const relationships = `${graphBaseUrl}/v1.0/tenantRelationships/delegatedAdminRelationships?$filter=${filter}`;
  return [
    await look(relationships, app.token, GDAP, 'graph-gdap'),
    await look(`${graphBaseUrl}/v1.0/groups/${NOBODYS_GROUP}/owners`, app.token, GROUPS, 'graph-groups'),
  ];
}

async function look(url: string, token: string, about: string, permission: PermissionId): Promise<Finding> {
  const seen = await probe(url, { token });
  if (!seen.answered) return { about, state: 'unknown', seen: seen.problem, permission };
  if (seen.status === 200 || seen.status === 404) return { about, state: 'good', seen: 'may be read', permission };
  const isRefused = seen.status === 401 || seen.status === 403;
  return { about, state: isRefused ? 'lacking' : 'unknown', seen: probedWords(seen), permission };
}
