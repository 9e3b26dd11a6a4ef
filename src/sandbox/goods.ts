import { DAY } from '../domain/time';
import type { Instant } from '../domain/time';
import { createRandom } from './random';
import type { SandboxTenant } from './state';

interface Product {
  readonly name: string;
  readonly part: string;
}

const PRODUCTS: readonly Product[] = [
  { name: 'Microsoft 365 Business Premium', part: 'SPB' },
  { name: 'Microsoft 365 Business Standard', part: 'O365_BUSINESS_PREMIUM' },
  { name: 'Microsoft 365 E3', part: 'SPE_E3' },
  { name: 'Exchange Online (Plan 1)', part: 'EXCHANGESTANDARD' },
  { name: 'Power BI Pro', part: 'POWER_BI_PRO' },
  { name: 'Visio Plan 2', part: 'VISIOCLIENT' },
];

export interface Goods {
  readonly product: Product;
  readonly quantity: number;
  readonly used: number;
  readonly status: 'active' | 'suspended' | 'expired';
  readonly term: 'P1M' | 'P1Y';
  readonly renews: boolean;
  readonly startedAt: Instant;
  readonly endsAt: Instant;
}

/** What a tenant has bought; the same at every look. */
export function goodsOf(tenant: SandboxTenant): readonly Goods[] {
  const random = createRandom(`goods|${tenant.tenantId}`);
  const count = 1 + random.below(3);
  const first = random.below(PRODUCTS.length);
  return Array.from({ length: count }, (_, n) => {
    const quantity = 1 + random.below(120);
    const term = random.next() < 0.5 ? 'P1M' : 'P1Y';
    return {
      product: PRODUCTS[(first + n) % PRODUCTS.length] ?? { name: 'Microsoft 365', part: 'M365' },
      quantity,
      used: Math.floor(quantity * random.next()),
      status: random.next() < 0.9 ? 'active' : 'suspended',
      term,
      renews: random.next() < 0.8,
      startedAt: tenant.acceptedAt + DAY,
      endsAt: tenant.acceptedAt + (term === 'P1M' ? 30 : 365) * DAY,
    };
  });
}

const PEOPLE = [
  'Alex Wilber',
  'Grady Archie',
  'Isaiah Langer',
  'Joni Sherman',
  'Lee Gu',
  'Lynne Robbins',
  'Pradeep Gupta',
];

export interface SandboxUser {
  readonly name: string;
  readonly login: string;
  readonly active: boolean;
}

export function peopleOf(tenant: SandboxTenant): readonly SandboxUser[] {
  const random = createRandom(`people|${tenant.tenantId}`);
  return PEOPLE.slice(0, 2 + random.below(PEOPLE.length - 1)).map((name, n) => ({
    name,
    login: `${name.split(' ')[0]?.toLowerCase() ?? 'user'}@${tenant.domains[0] ?? `${tenant.label}.onmicrosoft.com`}`,
    active: n !== 3,
  }));
}
