import type { AccountRecord } from '../domain/account';
import type { Customer } from '../domain/customer';
import type { SameAnswer } from '../domain/same-answer';
import type { Ports } from '../ports';
import { accountLine } from '../records/draw-account';
import { findAccount, findCustomer } from '../records/find-account';
import { likelyCustomers } from '../records/likely-as';
import { readUnread } from './unread-accounts';

/**
 * "Is A the same as B?": each name is looked for among the accounts and among the customers. Just after the start what
 * speaks for it may not have been read yet, and is.
 */
export async function tellSame(ports: Ports, names: readonly [string, string]): Promise<SameAnswer> {
  const { register } = ports;
  const [first, second] = names.map((name) => accountOf(register, name));
  if (first !== undefined && second !== undefined) {
    return first.id === second.id
      ? { same: 'one-account', account: accountLine(ports, first) }
      : { same: 'two-accounts', accounts: [accountLine(ports, first), accountLine(ports, second)] };
  }
  const account = first ?? second;
  const customer = account === undefined ? undefined : customerOf(register, first === undefined ? names[0] : names[1]);
  if (account === undefined || customer === undefined) return { same: 'cannot-tell', names };
  if (account.mapping.state === 'open' && account.lookedAt === undefined) await readUnread(ports);
  return besides(ports, register.account(account.id) ?? account, customer);
}

function besides(ports: Ports, record: AccountRecord, customer: Customer): SameAnswer {
  const { register } = ports;
  const account = accountLine(ports, record);
  const { mapping } = record;
  if (mapping.state === 'mapped') {
    return mapping.customer.id === customer.id
      ? { same: 'mapped', account, customer: customer.name }
      : { same: 'mapped-else', account, customer: customer.name, to: mapping.customer.name };
  }
  if (mapping.state === 'ignored') return { same: 'ignored', account, customer: customer.name, by: mapping.by };
  const likely = likelyCustomers(register, record).find((one) => one.customer.id === customer.id);
  if (likely === undefined) return { same: 'no-sign', account, customer: customer.name };
  const { verdict, evidence } = likely;
  return { same: 'fits', account, customer: customer.name, verdict, evidence };
}

function accountOf(register: Ports['register'], name: string): AccountRecord | undefined {
  const found = findAccount(register, name);
  return found.found === 'one' || found.found === 'assumed' ? found.account : undefined;
}

function customerOf(register: Ports['register'], name: string): Customer | undefined {
  const found = findCustomer(register, name);
  return found.found === 'one' || found.found === 'assumed' ? found.customer : undefined;
}
