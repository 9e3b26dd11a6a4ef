import { DAY, HOUR } from '../domain/time';
import type { Instant } from '../domain/time';
import { SYNC_JOB, sandboxTenant } from './beginning';
import type { CastTenant } from './cast';
import type { Registration } from './entra';
import { guidOf } from './random';
import type { SandboxProvider, SandboxRow, SandboxTenant, State } from './state';

/** The second Partner Center tenant of the partner. As little of it is secret as of the first. */
export const SECOND_PARTNER: Registration = {
  tenantId: guidOf('partner', 'tenant', 1),
  clientId: guidOf('partner', 'client', 1),
  clientSecret: 'sandbox-second-client-secret',
  refreshToken: 'sandbox-second-refresh-token',
};

export const FIRST_NAME = 'Partner Center UK';
export const SECOND_NAME = 'Partner Center Germany';
export const DISTRIBUTOR_NAME = 'TD SYNNEX';

interface Also {
  readonly name: string;
  /** Of the cast, when the first tenant has the customer, too. */
  readonly label: string;
  readonly country: string;
  /** The customer record that its row points to already. */
  readonly mappedTo?: string;
}

/** Customers of the second tenant; the first three are customers of the first one as well. */
const SECOND: readonly Also[] = [
  { name: 'Fourth Coffee Deutschland', label: 'fourthcoffee', country: 'DE' },
  { name: 'Lamna Healthcare', label: 'lamnahealth', country: 'DE', mappedTo: 'Lamna Healthcare Company' },
  { name: 'Lucerne Publishing', label: 'lucernepub', country: 'DE' },
  { name: 'Holzbau Lindner', label: 'holzbaulindner', country: 'DE' },
];

/** Customers that the distributor has under numbers of its own; the first two are customers elsewhere, too. */
const DISTRIBUTED: readonly (readonly [number: string, name: string, mappedTo?: string])[] = [
  ['TD-204417', 'Fourth Coffee Ltd'],
  ['TD-204466', 'Trey Research', 'Trey Research Ltd'],
  ['TD-205013', 'Bluebell Nurseries'],
];

/** Gives the world a second Partner Center tenant and a distributor, with customers that are in two of them. */
export function addSeveral(state: State, now: Instant): void {
  if (state.second !== undefined) return;
  const second = providerOf(state, SECOND_NAME, 'Partner Center');
  const distributor = providerOf(state, DISTRIBUTOR_NAME, 'StreamOne Ion');
  state.providers = [...(state.providers ?? []), second, distributor];
  state.second = SECOND.map((also) => tenantOf(state, also, now - 40 * DAY));
  for (const [at, { mappedTo }] of SECOND.entries()) {
    const tenant = state.second[at];
    if (tenant !== undefined) addRow(state, second, tenant, mappedTo, now);
  }
  for (const [tenantId, name, mappedTo] of DISTRIBUTED) addRow(state, distributor, { tenantId, name }, mappedTo, now);
}

/** A company accepts there, under the tenant that the first one has of it, if any; undefined where it cannot. */
export function joinSecond(state: State, name: string, now: Instant): SandboxTenant | undefined {
  const isIt = (tenant: SandboxTenant): boolean => tenant.name.toLowerCase() === name.toLowerCase();
  if (state.second === undefined || state.second.some(isIt)) return undefined;
  const first = state.tenants.find(isIt);
  const label = first?.label ?? name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const joined = tenantOf(state, { name: first?.name ?? name, label, country: first?.country ?? 'DE' }, now);
  state.second.push(joined);
  return joined;
}

/** What Work 365's job has not seen of it yet. */
export function unseenInSecond({ seed, second = [], providers = [], rows }: State) {
  const providerId = providers.find(({ name }) => name === SECOND_NAME)?.id;
  if (providerId === undefined) return [];
  const seen = new Set(rows.filter((row) => row.providerId === providerId).map(({ tenantId }) => tenantId));
  return second
    .filter(({ tenantId }) => !seen.has(tenantId))
    .map(({ tenantId, name }) => ({
      id: guidOf(seed, 'row', `${providerId} ${tenantId}`),
      tenantId,
      name,
      providerId,
    }));
}

function providerOf({ seed }: State, name: string, kind: string): SandboxProvider {
  return { id: guidOf(seed, 'provider', name), name, kind };
}

function tenantOf(state: State, { name, label, country }: Also, acceptedAt: Instant): SandboxTenant {
  const cast: CastTenant = { name, label, country, state: 'open', admin: 'none', agreement: 'direct' };
  return sandboxTenant(state, cast, acceptedAt);
}

function addRow(
  state: State,
  { id: providerId }: SandboxProvider,
  { tenantId, name }: Pick<SandboxTenant, 'tenantId' | 'name'>,
  mappedTo: string | undefined,
  now: Instant,
): void {
  const at = now - 40 * DAY + 9 * HOUR;
  state.version += 1;
  const row: SandboxRow = {
    id: guidOf(state.seed, 'row', `${providerId} ${tenantId}`),
    tenantId,
    providerId,
    name,
    createdAt: at,
    modifiedAt: at,
    modifiedBy: SYNC_JOB,
    version: state.version,
    customerId: state.customers.find((customer) => customer.name === mappedTo)?.id ?? null,
    syncEnabled: true,
    active: true,
  };
  state.rows.push(row);
}

/** The settings that tell the bot of the second tenant, beside those of the first. */
export function settingsOfSecond(urls: Readonly<Record<'entra' | 'graph', string>>, baseUrl: string) {
  const { tenantId, clientId, clientSecret, refreshToken = '' } = SECOND_PARTNER;
  const entry = {
    id: 'germany',
    name: SECOND_NAME,
    tenantId,
    clientId,
    clientSecret: { env: 'SANDBOX_SECOND_SECRET' },
    refreshToken: { env: 'SANDBOX_SECOND_TOKEN' },
    baseUrl,
    authority: urls.entra,
    graphBaseUrl: urls.graph,
  };
  return {
    PARTNER_CENTER_NAME: FIRST_NAME,
    PROVIDERS_FILE: JSON.stringify({ providers: [entry] }),
    SANDBOX_SECOND_SECRET: clientSecret,
    SANDBOX_SECOND_TOKEN: refreshToken,
  };
}
