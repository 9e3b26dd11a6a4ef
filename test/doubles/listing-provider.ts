import type { ListedTenant, Provider } from '../../src/provider';
import { PROVIDER } from '../builders';

/** A Partner Center that lists these, reseller or not, and can be asked nothing else. */
export function listingProvider(listed: () => readonly ListedTenant[]): Provider {
  return {
    id: PROVIDER,
    name: 'Partner Center',
    badItems: () => [],
    async *listTenants() {
      yield await Promise.resolve(listed());
    },
  } as unknown as Provider;
}

/** A customer of ours as Partner Center lists it. */
export function resoldTo(tenantId: string, name: string): ListedTenant {
  return { tenant: { tenantId, name }, relation: 'reseller', relationName: 'Reseller' };
}
