import type { AccountRecord } from '../domain/account';
import type { NearName } from '../domain/answers';
import type { Customer } from '../domain/customer';
import { isOtherForm } from '../matching/other-form';
import type { NameMatch, Resolution } from '../matching/name-index';
import type { Register } from '../register/register';
import { likelyAccounts, likelyCustomers, type LikelyAccount, type LikelyCustomer } from './likely-as';

/** `near` is what may be offered instead, best first. */
export type FoundAccount =
  | { readonly found: 'one'; readonly account: AccountRecord }
  /** What was typed is a part of one name, the account's, or that of the customer `by` whose account it is. */
  | { readonly found: 'assumed'; readonly account: AccountRecord; readonly by?: Customer }
  /** Something typed contradicts the account's name: the name typed is nobody's in the list; this one comes first in `near`. */
  | { readonly found: 'probably'; readonly account: AccountRecord; readonly near: readonly NearName[] }
  | { readonly found: 'several'; readonly accounts: readonly AccountRecord[] }
  /**
   * What was typed is the name, or with `assumed` a part of the name, of a customer that no account is mapped to; these
   * open accounts may be that customer's, best first. `this-one`: almost certainly.
   */
  | {
      readonly found: 'likely-as';
      readonly customer: Customer;
      readonly assumed: boolean;
      readonly accounts: readonly LikelyAccount[];
      readonly near: readonly NearName[];
    }
  | { readonly found: 'none'; readonly near: readonly NearName[] };

/** The same for a customer; `likely-as`: the name is an open account's, and these customers it may be. */
export type FoundCustomer =
  | { readonly found: 'one'; readonly customer: Customer }
  | { readonly found: 'assumed'; readonly customer: Customer }
  | { readonly found: 'probably'; readonly customer: Customer; readonly near: readonly NearName[] }
  | { readonly found: 'several'; readonly customers: readonly Customer[] }
  | {
      readonly found: 'likely-as';
      readonly account: AccountRecord;
      readonly assumed: boolean;
      readonly customers: readonly LikelyCustomer[];
      readonly near: readonly NearName[];
    }
  | { readonly found: 'none'; readonly near: readonly NearName[] };

const NEAR = 5;
const SEVERAL = 25;

/**
 * The account that a person means by a name, domain or tenant id. A company is also found by the name of the customer
 * that its account is mapped to, or may be mapped to: people type the name that they bill.
 */
export function findAccount(register: Register, query: string): FoundAccount {
  const found = foundAccount(register, query);
  if (found.found === 'none' || found.found === 'probably') return inItsCountry(register, query) ?? found;
  if (found.found !== 'one') return found;
  // People often do not know the legal form, so it is the same company; but with another one it was not typed plainly.
  return isOtherForm(query, namesOf(found.account)) ? { found: 'assumed', account: found.account } : found;
}

const WITH_COUNTRY = /^(\S.*?),?\s+(?:\(([A-Z]{2})\)|([A-Z]{2}))$/u;

/** "VanArsdel (BE)": the company of the name without its country, where that is its country. */
function inItsCountry(register: Register, query: string): FoundAccount | undefined {
  const [, name, inBrackets, behind] = WITH_COUNTRY.exec(query.trim()) ?? [];
  const typed = inBrackets ?? behind;
  if (name === undefined || typed === undefined) return undefined;
  const found = foundAccount(register, name);
  if (found.found !== 'one' && found.found !== 'assumed') return undefined;
  const { tenant, mapping } = found.account;
  const customer = mapping.state === 'mapped' ? register.customer(mapping.customer.id) : undefined;
  const country = tenant.country ?? customer?.country;
  return country === (typed === 'UK' ? 'GB' : typed) ? { found: 'assumed', account: found.account } : undefined;
}

function namesOf({ tenant, formerNames = [], mapping }: AccountRecord): readonly string[] {
  const customers = mapping.state === 'mapped' ? [mapping.customer.name] : [];
  return [tenant.name, ...formerNames.map(({ name }) => name), ...customers];
}

function foundAccount(register: Register, query: string): FoundAccount {
  const direct = register.resolveAccount(query, SEVERAL);
  const customer = register.resolveCustomer(query, SEVERAL);
  if (sureness(customer) > sureness(direct) || isBilledAs(register, query, customer, direct)) {
    const found = byCustomer(register, customer, () => nearNames(register, query, matchesOf(direct)));
    if (found !== undefined) return found;
  }
  // A customer that has no account bears the whole name: the account that merely holds it is not assumed.
  const borne = customer.kind === 'one' && sureness(customer) > sureness(direct);
  const near = (): readonly NearName[] => nearNames(register, query, matchesOf(direct));
  const accounts = accountsOf(register, matchesOf(direct));
  const [account] = accounts;
  if (account === undefined || direct.kind === 'none') return { found: 'none', near: near() };
  if (direct.kind === 'several') return several(accounts);
  if (direct.kind === 'probably' || borne) return { found: 'probably', account, near: near() };
  return { found: direct.kind, account };
}

/** "Meridian Logistics Ltd" is one customer's name to the letter, and an account's but for the legal form: the customer's account. */
function isBilledAs(register: Register, query: string, customer: Resolution, direct: Resolution): boolean {
  if (customer.kind !== 'one' || direct.kind !== 'one' || sureness(customer) !== sureness(direct)) return false;
  const isTyped = (name: string | undefined): boolean => name?.toLowerCase() === query.trim().toLowerCase();
  const { id } = customer.match;
  if (!isTyped(register.customer(id)?.name) || isTyped(register.account(direct.match.id)?.tenant.name)) return false;
  return register.accountsOfCustomer(id).length > 0;
}

export function findCustomer(register: Register, query: string): FoundCustomer {
  const direct = register.resolveCustomer(query, SEVERAL);
  const account = register.resolveAccount(query, SEVERAL);
  const customers = customersOf(register, matchesOf(direct));
  const near = (): readonly NearName[] => customers.slice(0, NEAR).map(nearCustomer);
  if (sureness(account) > sureness(direct)) {
    const found = byAccount(register, account, near);
    if (found !== undefined) return found;
  }
  const [customer] = customers;
  if (customer === undefined || direct.kind === 'none') return { found: 'none', near: near() };
  if (direct.kind === 'several') return { found: 'several', customers };
  if (direct.kind === 'probably') return { found: 'probably', customer, near: near() };
  return { found: direct.kind, customer };
}

/** How much of a name was typed: the surer of two readings wins, and of equal ones the list that was asked for. */
function sureness(found: Resolution): number {
  const [first] = matchesOf(found);
  if (first === undefined || found.kind === 'none' || found.kind === 'probably') return 0;
  return SURENESS[first.exactness];
}

const SURENESS: Readonly<Record<NameMatch['exactness'], number>> = {
  id: 4,
  exact: 3,
  slip: 2,
  part: 1,
  near: 0,
  similar: 0,
};

function matchesOf(found: Resolution): readonly NameMatch[] {
  switch (found.kind) {
    case 'one':
    case 'assumed':
      return [found.match];
    case 'probably':
      return [found.match, ...found.others];
    case 'several':
      return found.matches;
    case 'none':
      return found.near;
  }
}

function byCustomer(register: Register, found: Resolution, near: () => readonly NearName[]): FoundAccount | undefined {
  const [customer, another] = customersOf(register, matchesOf(found));
  if (customer === undefined || another !== undefined) return undefined;
  const assumed = found.kind === 'assumed';
  const accounts = register.accountsOfCustomer(customer.id);
  const [only, more] = accounts;
  if (only !== undefined && more === undefined && assumed) return { found: 'assumed', account: only, by: customer };
  if (only !== undefined) return several(accounts);
  const likely = likelyAccounts(register, customer);
  return likely.length === 0 ? undefined : { found: 'likely-as', customer, assumed, accounts: likely, near: near() };
}

function byAccount(register: Register, found: Resolution, near: () => readonly NearName[]): FoundCustomer | undefined {
  const [account, another] = accountsOf(register, matchesOf(found));
  if (account === undefined || another !== undefined) return undefined;
  const assumed = found.kind === 'assumed';
  if (account.mapping.state === 'mapped') {
    const customer = register.customer(account.mapping.customer.id);
    return customer === undefined ? undefined : { found: assumed ? 'assumed' : 'one', customer };
  }
  const likely = likelyCustomers(register, account);
  return likely.length === 0 ? undefined : { found: 'likely-as', account, assumed, customers: likely, near: near() };
}

function several(accounts: readonly AccountRecord[]): FoundAccount {
  const [first, second] = accounts;
  if (first === undefined) return { found: 'none', near: [] };
  return second === undefined ? { found: 'one', account: first } : { found: 'several', accounts };
}

function accountsOf(register: Register, matches: readonly NameMatch[]): AccountRecord[] {
  return matches.map((m) => register.account(m.id)).filter((a) => a !== undefined);
}

function customersOf(register: Register, matches: readonly NameMatch[]): Customer[] {
  return matches.map((m) => register.customer(m.id)).filter((c) => c !== undefined);
}

/** Names like the one typed, of accounts first and then of customers. */
function nearNames(register: Register, query: string, accounts: readonly NameMatch[]): NearName[] {
  const fromAccounts = accountsOf(register, accounts).map((a): NearName => ({ name: a.tenant.name, accountId: a.id }));
  const customers = customersOf(register, register.find('customers', query, NEAR)).map(nearCustomer);
  const seen = new Set<string>();
  return [...fromAccounts, ...customers].filter((n) => !seen.has(n.name) && seen.add(n.name)).slice(0, NEAR);
}

function nearCustomer({ id, name }: Customer): NearName {
  return { name, customerId: id };
}
