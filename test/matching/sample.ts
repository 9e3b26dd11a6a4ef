import type { Customer } from '../../src/domain/customer';
import type { Tenant } from '../../src/domain/tenant';

/** A customer with the fields that a test is about. */
export function customer(id: string, name: string, rest: Partial<Customer> = {}): Customer {
  return { id, name, ...rest };
}

export function tenant(name: string, rest: Partial<Tenant> = {}): Tenant {
  return { tenantId: '6ff0cf4c-7c1f-4b7a-9d0f-1f3b1f3b0001', name, ...rest };
}

/** A small customer list with namesakes, sisters and shared domains. */
export const CUSTOMERS: readonly Customer[] = [
  customer('c1', 'Contoso Robotics GmbH', { website: 'www.contoso-robotics.de', country: 'DE', city: 'Ulm' }),
  customer('c2', 'Contoso Robotics AG', { country: 'CH' }),
  customer('c3', 'Fabrikam Residences Ltd', { website: 'https://fabrikam.co.uk', country: 'GB', number: 'AC-10482' }),
  customer('c4', 'Fabrikam Residences Ltd', { website: 'fabrikam.ie', country: 'IE' }),
  customer('c5', 'Northwind Traders Inc', { website: 'northwindtraders.com', country: 'US' }),
  customer('c6', 'Adventure Works Cycles', { website: 'adventure-works.com', country: 'US' }),
  customer('c7', 'Woodgrove Bank', { website: 'woodgrove.example.com', country: 'US' }),
  customer('c8', 'Tailspin Toys Heavy Industries & Construction Co., Ltd.', {
    website: 'tailspintoys.jp',
    country: 'JP',
  }),
  customer('c9', 'Lamna Healthcare Trust', { website: 'gmail.com', country: 'GB', city: 'Leeds' }),
  customer('c10', 'Relecloud Holdings', {
    website: 'relecloud.com',
    country: 'US',
    tenantId: 'aaaaaaaa-0000-4000-8000-000000000010',
  }),
  customer('c11', 'Relecloud Hosting', { website: 'relecloud.com', country: 'US' }),
  customer('c12', 'Société des Eaux de Wingtip', { website: 'wingtip-eaux.fr', country: 'FR' }),
];
