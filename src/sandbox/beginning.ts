import { DAY, HOUR } from '../domain/time';
import type { Instant } from '../domain/time';
import { CAST_CUSTOMERS, CAST_TENANTS } from './cast';
import type { CastCustomer, CastTenant } from './cast';
import { invent } from './invented';
import { createRandom, guidOf } from './random';
import type { SandboxCustomer, SandboxRow, SandboxTenant, State } from './state';

export const SYNC_JOB = 'Work 365 Sync';
const COLLEAGUES = ['Megan Bowen', 'Adele Vance', 'Diego Siciliani', 'Nestor Wilke'];
const INVENTED_CUSTOMERS = 101;
/** So many invented companies follow the cast when everybody of it has accepted. */
const INVENTED_INVITED = 40;

/** The world as it is before anything moves: 150 customers, more than 40 tenants in all states. */
export function beginning(seed: string, now: Instant): State {
  const random = createRandom(seed);
  const invented = Array.from({ length: INVENTED_CUSTOMERS }, (_, n) => invent(random, n));
  const customers = [...CAST_CUSTOMERS, ...invented.map((i) => i.customer)].map((c, n) => sandboxCustomer(seed, c, n));
  const state: State = {
    seed,
    version: 468_000,
    customers,
    tenants: [],
    rows: [],
    invited: [
      ...CAST_TENANTS.filter((t) => t.state === 'invited'),
      ...invented.slice(0, INVENTED_INVITED).map((i): CastTenant => ({ ...i.tenant, state: 'invited' })),
    ],
    syncs: [],
  };
  for (const cast of CAST_TENANTS.filter((t) => t.state !== 'invited')) {
    const acceptedAt = now - Math.round((2 + random.below(400)) * DAY + random.below(24) * HOUR);
    const tenant = sandboxTenant(state, cast, cast.state === 'unsynced' ? now - 3 * HOUR : acceptedAt);
    state.tenants.push(tenant);
    if (cast.state !== 'unsynced' && cast.state !== 'advisor') {
      state.rows.push(rowOf(state, tenant, cast.state, random.pick(COLLEAGUES)));
    }
  }
  return state;
}

export function sandboxCustomer(seed: string, cast: CastCustomer, n: number): SandboxCustomer {
  return {
    ...cast,
    id: guidOf(seed, 'customer', n),
    number: `AC-${10_400 + n}`,
    active: true,
    version: 467_000 + n,
  };
}

export function sandboxTenant(state: State, cast: CastTenant, acceptedAt: Instant): SandboxTenant {
  const number = state.tenants.length;
  const truth = state.customers.find((c) => c.name === cast.of)?.id;
  return {
    tenantId: guidOf(state.seed, 'tenant', cast.label),
    name: cast.name,
    label: cast.label,
    country: cast.country,
    domains: [...(cast.domains ?? [])],
    relation: cast.state === 'advisor' ? 'advisor' : cast.state === 'left' ? 'none' : 'reseller',
    acceptedAt,
    agreement: cast.agreement ?? 'unsigned',
    admin: cast.admin ?? 'none',
    number,
    ...(truth === undefined ? {} : { truth }),
  };
}

/** Work 365's daily job sees a tenant some hours after it accepted. */
function rowOf(state: State, tenant: SandboxTenant, cast: CastTenant['state'], by: string): SandboxRow {
  const createdAt = tenant.acceptedAt + 9 * HOUR;
  const mapped = cast === 'mapped' || cast === 'left';
  state.version += 1;
  return {
    id: guidOf(state.seed, 'row', tenant.tenantId),
    tenantId: tenant.tenantId,
    name: tenant.name,
    createdAt,
    modifiedAt: mapped ? createdAt + 26 * HOUR : createdAt,
    modifiedBy: mapped ? by : SYNC_JOB,
    version: state.version,
    customerId: mapped ? (tenant.truth ?? null) : null,
    syncEnabled: cast !== 'sync-off',
    active: true,
  };
}
