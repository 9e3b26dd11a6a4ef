import { DAY } from '../domain/time';
import type { Instant } from '../domain/time';
import { invent } from './invented';
import type { Invented } from './invented';
import { createRandom } from './random';
import type { SandboxCustomer, SandboxTenant } from './state';

/**
 * Any number of further tenants and customers. None of them is kept: each is made from its number when it is read,
 * and its id holds its number, so that a hundred thousand of them cost nothing.
 */
export interface Crowd {
  readonly tenants: number;
  readonly customers: number;
  tenant(number: number): SandboxTenant;
  customer(number: number): SandboxCustomer;
  tenantById(id: string): SandboxTenant | undefined;
  customerById(id: string): SandboxCustomer | undefined;
  /** What the tenant's row in Work 365 points to. */
  mappedTo(tenant: SandboxTenant): string | null;
}

/** How large a crowd is, and of whom. */
export interface CrowdSize {
  readonly tenants: number;
  readonly customers: number;
  /** Leaves out the first tenants. */
  readonly from?: number;
  /** The company of a number, for a crowd of others than the usual ones. */
  readonly company?: (number: number) => Invented;
  /** Whose rows in Work 365 point to their customer; nobody's without it. */
  readonly isMapped?: (number: number) => boolean;
}

const TENANT_PREFIX = '7e000000-0000-4000-a000-';
const CUSTOMER_PREFIX = 'c0000000-0000-4000-a000-';

export function createCrowd(seed: string, size: CrowdSize, now: Instant): Crowd {
  const { from = 0 } = size;
  const usual = (number: number): Invented => invent(createRandom(`${seed}|crowd|${number}`), number);
  const company = size.company ?? usual;
  const tenant = (at: number): SandboxTenant => {
    const number = from + at;
    const made = company(number).tenant;
    return {
      tenantId: idOf(TENANT_PREFIX, number),
      name: made.name,
      label: `${made.label}${number}`,
      country: made.country,
      domains: [...(made.domains ?? [])],
      relation: 'reseller',
      acceptedAt: now - (number % 700) * DAY,
      agreement: made.agreement ?? 'unsigned',
      admin: made.admin ?? 'none',
      number,
      ...(number < size.customers ? { truth: idOf(CUSTOMER_PREFIX, number) } : {}),
    };
  };
  const customer = (number: number): SandboxCustomer => ({
    ...company(number).customer,
    id: idOf(CUSTOMER_PREFIX, number),
    number: `AC-${1_000_000 + number}`,
    active: true,
    version: 400_000,
  });
  return {
    tenants: size.tenants,
    customers: size.customers,
    tenant,
    customer,
    mappedTo: ({ number, truth = null }) => (size.isMapped?.(number) === true ? truth : null),
    tenantById: (id) => made(placeOf(numberIn(TENANT_PREFIX, id, from + size.tenants), from), tenant),
    customerById: (id) => made(numberIn(CUSTOMER_PREFIX, id, size.customers), customer),
  };
}

function placeOf(number: number | undefined, from: number): number | undefined {
  return number === undefined || number < from ? undefined : number - from;
}

function made<T>(number: number | undefined, make: (number: number) => T): T | undefined {
  return number === undefined ? undefined : make(number);
}

function idOf(prefix: string, number: number): string {
  return prefix + number.toString(16).padStart(12, '0');
}

function numberIn(prefix: string, id: string, limit: number): number | undefined {
  if (!id.startsWith(prefix)) return undefined;
  const number = Number.parseInt(id.slice(prefix.length), 16);
  return number < limit ? number : undefined;
}
