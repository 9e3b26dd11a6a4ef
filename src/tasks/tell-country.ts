import type { AccountRecord } from '../domain/account';
import type { CountryAnswer } from '../domain/companies-answer';
import type { Taken } from '../domain/taken';
import { accountLine } from '../records/draw-account';
import { refreshDetails } from '../records/refresh-acceptance';
import type { Ports } from '../ports';

/** Where a company is, by its provider; where that does not say, by the record of its customer. */
export async function tellCountry(
  ports: Ports,
  account: AccountRecord,
  taken: Taken | undefined,
): Promise<CountryAnswer> {
  // The provider's list has no countries; they come with the details of one customer.
  const record = account.tenant.country === undefined ? await refreshDetails(ports, account, 'person') : account;
  const said = { account: accountLine(ports, record), ...(taken === undefined ? {} : { taken }) };
  const { country } = record.tenant;
  if (country !== undefined) return { ...said, country };
  const { mapping } = record;
  const customer = mapping.state === 'mapped' ? ports.register.customer(mapping.customer.id) : undefined;
  return customer?.country === undefined ? said : { ...said, country: customer.country, customer: customer.name };
}
