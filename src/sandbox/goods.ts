import { DAY } from '../domain/time';
import type { Instant } from '../domain/time';
import { createRandom, guidOf } from './random';
import type { SandboxTenant } from './state';

interface Product {
  readonly name: string;
  readonly part: string;
  /** Service names of its plans. */
  readonly plans: readonly (keyof typeof PLANS)[];
}

/** Names as Microsoft gives them, by service name. */
const PLANS = {
  AAD_PREMIUM: 'Azure Active Directory Premium P1',
  BI_AZURE_P2: 'Power BI Pro',
  EXCHANGE_S_ENTERPRISE: 'Exchange Online (Plan 2)',
  EXCHANGE_S_FOUNDATION: 'Exchange Foundation',
  EXCHANGE_S_STANDARD: 'Exchange Online (Plan 1)',
  INTUNE_A: 'Microsoft Intune',
  OFFICE_BUSINESS: 'Microsoft 365 Apps for business',
  RMS_S_ENTERPRISE: 'Azure Rights Management',
  SHAREPOINTENTERPRISE: 'SharePoint (Plan 2)',
  SHAREPOINTSTANDARD: 'SharePoint (Plan 1)',
  TEAMS1: 'Microsoft Teams',
  VISIO_CLIENT_SUBSCRIPTION: 'Visio Desktop App',
} as const;

const PRODUCTS: readonly Product[] = [
  {
    name: 'Microsoft 365 Business Premium',
    part: 'SPB',
    plans: ['EXCHANGE_S_STANDARD', 'TEAMS1', 'SHAREPOINTSTANDARD', 'INTUNE_A', 'AAD_PREMIUM', 'OFFICE_BUSINESS'],
  },
  {
    name: 'Microsoft 365 Business Standard',
    part: 'O365_BUSINESS_PREMIUM',
    plans: ['EXCHANGE_S_STANDARD', 'TEAMS1', 'SHAREPOINTSTANDARD', 'OFFICE_BUSINESS'],
  },
  {
    name: 'Microsoft 365 E3',
    part: 'SPE_E3',
    plans: ['EXCHANGE_S_ENTERPRISE', 'TEAMS1', 'SHAREPOINTENTERPRISE', 'INTUNE_A', 'AAD_PREMIUM', 'RMS_S_ENTERPRISE'],
  },
  { name: 'Exchange Online (Plan 1)', part: 'EXCHANGESTANDARD', plans: ['EXCHANGE_S_STANDARD'] },
  { name: 'Power BI Pro', part: 'POWER_BI_PRO', plans: ['BI_AZURE_P2', 'EXCHANGE_S_FOUNDATION'] },
  { name: 'Visio Plan 2', part: 'VISIOCLIENT', plans: ['VISIO_CLIENT_SUBSCRIPTION', 'EXCHANGE_S_FOUNDATION'] },
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
      product: PRODUCTS[(first + n) % PRODUCTS.length] ?? { name: 'Microsoft 365', part: 'M365', plans: [] },
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

/** The service plans of what was bought, as a licence lists them; of what is suspended they are suspended too. */
export function servicePlansOf({ product, status }: Goods) {
  return product.plans.map((serviceName) => ({
    displayName: PLANS[serviceName],
    serviceName,
    id: guidOf('service plan', serviceName, 0),
    capabilityStatus: status === 'active' ? 'Enabled' : 'Suspended',
    targetType: 'User',
  }));
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

const STREETS = ['Market Street', 'Station Road', 'Harbour Lane', 'Mill Road', 'Church Street'];
const TOWNS = ['Ashford', 'Bremen', 'Lyon', 'Utrecht', 'Sevilla', 'Leeds'];

/** Where a tenant says that it is, and whom it names for what it is billed. */
export function profileOf(tenant: SandboxTenant) {
  const random = createRandom(`profile|${tenant.tenantId}`);
  const [who] = peopleOf(tenant);
  const [firstName = '', lastName = ''] = (who?.name ?? '').split(' ');
  return {
    contact: { firstName, lastName, email: who?.login ?? `info@${tenant.label}.onmicrosoft.com` },
    address: {
      country: tenant.country,
      addressLine1: `${String(1 + random.below(120))} ${STREETS[random.below(STREETS.length)] ?? ''}`,
      city: TOWNS[random.below(TOWNS.length)] ?? '',
      postalCode: String(10_000 + random.below(80_000)),
      phoneNumber: `+44 20 7946 ${String(1000 + random.below(9000))}`,
    },
  };
}
