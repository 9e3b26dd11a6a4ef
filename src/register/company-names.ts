import { taughtBy, taughtName } from '../domain/account';
import type { AccountRecord } from '../domain/account';
import type { Customer } from '../domain/customer';
import { LONGEST_NAME, NameIndex, queryOfText } from '../matching/name-index';

/** Under which names, domains and ids accounts and customers are found. */
export class CompanyNames {
  readonly accounts = new NameIndex();
  readonly customers = new NameIndex();

  /** An account is found by its name and by those that it had before. */
  putAccount({ id, tenant, tenantId, formerNames = [] }: AccountRecord): void {
    const { name, defaultDomain, domains = [] } = tenant;
    this.accounts.put({
      id,
      names: [...new Set([name, ...formerNames.map((former) => former.name)])],
      domains: defaultDomain === undefined ? domains : [defaultDomain, ...domains],
      tenantId,
    });
  }

  removeAccount(id: string): void {
    this.accounts.remove(id);
  }

  /** A customer is found by its own name and by the names of the accounts whose mapping teaches. */
  putCustomer(customer: Customer, teaching: readonly AccountRecord[]): void {
    this.customers.put({
      id: customer.id,
      names: namesOf(customer, teaching),
      ...(customer.website === undefined ? {} : { domains: [customer.website] }),
      ...(customer.tenantId === undefined ? {} : { tenantId: customer.tenantId }),
      ...(customer.city === undefined ? {} : { city: customer.city }),
      ...(customer.number === undefined ? {} : { number: customer.number }),
    });
  }

  /** The same customer is taught other names; one that the directory no longer has is found by none. */
  teachCustomer(customer: Customer, teaching: readonly AccountRecord[]): void {
    this.customers.rename(customer.id, namesOf(customer, teaching));
  }

  /** Whether a name, exactly but for case and accents, is one of an account or customer. */
  know(name: string): boolean {
    if (name.length > LONGEST_NAME) return false;
    const query = queryOfText(name);
    return this.accounts.hasQuery(query) || this.customers.hasQuery(query);
  }
}

function namesOf(customer: Customer, teaching: readonly AccountRecord[]): readonly string[] {
  return [...new Set([customer.name, ...teaching.map(({ tenant }) => tenant.name)])];
}

/** Whether the account is found by other words than before. */
export function isNamedOtherwise(before: AccountRecord, now: AccountRecord): boolean {
  return said(before) !== said(now);
}

/** Whether the account belongs to another customer than before, or teaches other names; a new one may. */
export function isMappedOtherwise(before: AccountRecord | undefined, now: AccountRecord): boolean {
  return before === undefined || taught(before) !== taught(now);
}

function taught(record: AccountRecord): string {
  const { mapping, tenant } = record;
  if (mapping.state !== 'mapped') return '';
  const { customer, teaches } = mapping;
  return JSON.stringify([customer.id, teaches, tenant.name, taughtName(record), taughtBy(record)]);
}

function said({ tenant, formerNames }: AccountRecord): string {
  return JSON.stringify([tenant, formerNames]);
}
