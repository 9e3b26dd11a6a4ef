import { documentId } from '../../src/domain/documents';
import type { AccountRecord } from '../../src/domain/account';
import { pickCustomer } from '../../src/domain/mapping';
import { Register } from '../../src/register/register';
import { CAST_CUSTOMERS, CAST_TENANTS, type CastTenant } from '../../src/sandbox/cast';
import { findAccount, findCustomer } from '../../src/records/find-account';
import { account, stamp } from '../builders';

function recordOf({ name, label, country, domains, of, state }: CastTenant, n: number): AccountRecord {
  const tenantId = `44444444-4444-4444-8444-${String(n).padStart(12, '0')}`;
  const tenant = { tenantId, name, defaultDomain: `${label}.onmicrosoft.com`, country, ...(domains && { domains }) };
  const record = account({ tenantId, tenant });
  if (state !== 'mapped' || of === undefined) return record;
  const ruling = pickCustomer(record, { customer: { id: of, name: of }, evidence: [] }, stamp());
  if (ruling.ruling !== 'decided') throw new Error(ruling.ruling);
  return ruling.record;
}

const register = new Register();
for (const { name, website, mail, city } of CAST_CUSTOMERS) {
  const customer = {
    id: name,
    name,
    ...(website && { website }),
    ...(mail && { mailDomains: [mail.slice(mail.indexOf('@') + 1)] }),
    ...(city && { city }),
  };
  register.apply({
    kind: 'customer',
    id: documentId('customer', name),
    partnerId: 'partner',
    format: 1,
    customer,
  });
}
CAST_TENANTS.filter(({ state }) => state !== 'invited').forEach((tenant, n) => {
  register.apply(recordOf(tenant, n));
});

describe('the account that a typed name means', () => {
  it.each(['Woodgrove Insurance', 'Contoso Pharma', 'Contoso Japan'])('%s is nobody, with a near one', (typed) => {
    const found = findAccount(register, typed);

    expect(found.found).toBe('probably');
    expect(found.found === 'probably' && found.near[0]?.name).toMatch(/^(Woodgrove Bank|Contoso Ltd)$/);
  });

  it('is nobody for one letter', () => {
    expect(findAccount(register, 'W').found).toBe('none');
  });

  it.each([
    ['Lakeshore Data Services', 'Brightwater Analytics'],
    ['TPC Telecommunications', 'The Phone Company'],
    ['Hansen Kjær Byggeservice', 'HKB'],
    ['Oakfield & Partners Solicitors', 'Oakfield Solicitors'],
  ])('%s is most likely %s, which is not mapped yet', (typed, name) => {
    const found = findAccount(register, typed);

    if (found.found !== 'likely-as') throw new Error(found.found);
    expect(found.assumed).toBe(false);
    expect(found.accounts[0]).toMatchObject({ account: { tenant: { name } }, verdict: 'this-one' });
    expect(found.accounts[0]?.evidence.length).toBeGreaterThan(0);
  });

  it('is assumed to be most likely that one for a part of the name', () => {
    expect(findAccount(register, 'lakeshore')).toMatchObject({ found: 'likely-as', assumed: true });
  });

  it('is the account that the customer of this name is mapped to', () => {
    expect(findAccount(register, 'Graphic Design Institute')).toMatchObject({
      found: 'one',
      account: { tenant: { name: 'GDI' } },
    });
  });

  it('is assumed for a part of one name', () => {
    expect(findAccount(register, 'woodgrove')).toMatchObject({
      found: 'assumed',
      account: { tenant: { name: 'Woodgrove Bank' } },
    });
  });
});

describe('the customer that a typed name means', () => {
  it('may be that of an open account of this name', () => {
    const found = findCustomer(register, 'Brightwater Analytics');

    if (found.found !== 'likely-as') throw new Error(found.found);
    expect(found.customers[0]).toMatchObject({
      customer: { id: 'Lakeshore Data Services Limited' },
      verdict: 'this-one',
    });
  });

  it('is nobody for another word, with a near one', () => {
    expect(findCustomer(register, 'Contoso Pharma').found).toBe('probably');
  });
});
