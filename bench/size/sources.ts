import { createNoDirectory } from '../../src/directories/none';
import type { Directory, ListedRow } from '../../src/directory';
import type { Customer } from '../../src/domain/customer';
import type { ListedTenant, Provider } from '../../src/provider';
import { createCrowd } from '../../src/sandbox/crowd';
import type { SandboxCustomer, SandboxTenant } from '../../src/sandbox/state';
import { nextSlice } from '../../src/matching/slices';
import { company } from './names';

const PAGE = 500;
const HOME = 'd0b6e5b1-7a30-4c3e-a5d2-000000000365';
const PROVIDER = '11111111-1111-4111-8111-111111111111';
const SINCE = Date.UTC(2026, 4, 3);
/** Of all accounts the rows of so many point to a customer. */
export const MAPPED_OF_TEN = 7;

/** Partner Center and Work 365 without the wire between: so many accounts and as many customers, the same in every run. */
export function sourcesOf(size: number): { readonly provider: Provider; readonly directory: Directory } {
  const crowd = createCrowd('size', { tenants: size, customers: size, company }, SINCE);
  /** Each page anew, and after whatever else waits, as if it had come over the wire. */
  async function* pages<T>(one: (number: number) => T): AsyncGenerator<readonly T[]> {
    for (let from = 0; from < size; from += PAGE) {
      await nextSlice();
      const page = Array.from({ length: Math.min(PAGE, size - from) }, (_, at) => one(from + at));
      yield JSON.parse(JSON.stringify(page)) as T[];
    }
  }
  const provider: Pick<Provider, 'id' | 'name' | 'badItems' | 'listTenants'> = {
    id: PROVIDER,
    name: 'Partner Center',
    badItems: () => [],
    listTenants: () => pages((number) => listed(crowd.tenant(number))),
  };
  const directory: Directory = {
    ...createNoDirectory(),
    source: 'work365',
    writesBack: true,
    listCustomers: () => pages((number) => customerOf(crowd.customer(number))),
    listRows: () => pages((number) => rowOf(crowd.tenant(number), crowd.customer(number))),
  };
  return { provider: provider as Provider, directory };
}

function listed({ tenantId, name, label }: SandboxTenant): ListedTenant {
  const tenant = { tenantId, name, defaultDomain: `${label}.onmicrosoft.com` };
  return { tenant, relation: 'reseller', relationName: 'reseller' };
}

function customerOf({ id, name, number, website, mail, city, country }: SandboxCustomer): Customer {
  return {
    id,
    name,
    number,
    ...(website === undefined ? {} : { website }),
    ...(mail === undefined || mail.endsWith('@gmail.com') ? {} : { mailDomains: [mail.slice(mail.indexOf('@') + 1)] }),
    ...(city === undefined ? {} : { city }),
    ...(country?.length === 2 ? { country } : {}),
  };
}

function rowOf({ tenantId, name, number }: SandboxTenant, customer: SandboxCustomer): ListedRow {
  const isMapped = number % 10 < MAPPED_OF_TEN;
  return {
    ownId: tenantId,
    tenantId,
    providerRowId: HOME,
    providerName: 'Partner Center',
    row: {
      rowId: tenantId.replace(/^7e/, '8e'),
      name,
      etag: `W/"${400_000 + number}"`,
      createdAt: SINCE - number * 1_000,
      ...(isMapped ? { customerId: customer.id, customerName: customer.name } : {}),
      modifiedBy: 'Work 365 Sync',
      syncEnabled: true,
    },
  };
}
