import type { AccountRecord } from '../domain/account';
import type { NearName } from '../domain/answers';
import type { Customer } from '../domain/customer';
import type { NameMatch } from '../matching/name-index';
import type { Register } from '../register/register';

export type FoundAccount =
  | { readonly found: 'one'; readonly account: AccountRecord }
  | { readonly found: 'several'; readonly accounts: readonly AccountRecord[] }
  | { readonly found: 'none'; readonly near: readonly NearName[] };

export type FoundCustomer =
  | { readonly found: 'one'; readonly customer: Customer }
  | { readonly found: 'several'; readonly customers: readonly Customer[] }
  | { readonly found: 'none'; readonly near: readonly NearName[] };

const NEAR = 5;
const SEVERAL = 25;

/**
 * The account that a person means by a name, domain or tenant id. A company is also found by the name of the customer
 * that its account is mapped to: people type the name that they bill.
 */
export function findAccount(register: Register, query: string): FoundAccount {
  const direct = register.resolveAccount(query, SEVERAL);
  if (direct.kind === 'one') return oneOf(register, [direct.match]);
  if (direct.kind === 'several') return oneOf(register, direct.matches);
  const viaCustomer = accountsByCustomer(register, query);
  if (viaCustomer.length > 0) return several(viaCustomer);
  return { found: 'none', near: nearNames(register, query, direct.kind === 'near' ? direct.matches : []) };
}

export function findCustomer(register: Register, query: string): FoundCustomer {
  const matches = register.resolveCustomer(query, SEVERAL);
  const customersOf = (list: readonly NameMatch[]): Customer[] =>
    list.map((m) => register.customer(m.id)).filter((c) => c !== undefined);
  switch (matches.kind) {
    case 'one': {
      const [customer] = customersOf([matches.match]);
      return customer === undefined ? { found: 'none', near: [] } : { found: 'one', customer };
    }
    case 'several':
      return { found: 'several', customers: customersOf(matches.matches) };
    case 'near':
      return {
        found: 'none',
        near: customersOf(matches.matches.slice(0, NEAR)).map((c) => ({ name: c.name, customerId: c.id })),
      };
    case 'none':
      return { found: 'none', near: [] };
  }
}

function oneOf(register: Register, matches: readonly NameMatch[]): FoundAccount {
  return several(matches.map((m) => register.account(m.id)).filter((a) => a !== undefined));
}

function several(accounts: readonly AccountRecord[]): FoundAccount {
  const [first, second] = accounts;
  if (first === undefined) return { found: 'none', near: [] };
  return second === undefined ? { found: 'one', account: first } : { found: 'several', accounts };
}

function accountsByCustomer(register: Register, query: string): AccountRecord[] {
  const customers = register.resolveCustomer(query, NEAR);
  if (customers.kind !== 'one') return [];
  return register.accountsOfCustomer(customers.match.id);
}

/** Names like the one typed, of accounts first and then of customers. */
function nearNames(register: Register, query: string, accounts: readonly NameMatch[]): NearName[] {
  const fromAccounts = accounts
    .map((m) => register.account(m.id))
    .filter((a) => a !== undefined)
    .map((a): NearName => ({ name: a.tenant.name, accountId: a.id }));
  const customers = register
    .findCustomers(query, NEAR)
    .map((m) => register.customer(m.id))
    .filter((c) => c !== undefined)
    .map((c): NearName => ({ name: c.name, customerId: c.id }));
  const seen = new Set<string>();
  return [...fromAccounts, ...customers].filter((n) => !seen.has(n.name) && seen.add(n.name)).slice(0, NEAR);
}
