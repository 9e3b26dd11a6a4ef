import type { AccountRecord } from '../domain/account';
import type { Gaps } from '../domain/everywhere-answer';
import type { Register } from '../register/register';
import { allProviders } from './all-providers';
import type { ProviderDeps } from './all-providers';
import { likelyAccounts } from './likely-as';
import { sourceDocumentId } from './note-source';

/** More of one company than anybody has. */
const MOST = 12;

/**
 * All accounts of the company that has these, wherever they are: those of one tenant or of one customer, and those that are
 * called the same under another provider. Undefined when they may be of several companies.
 */
export function companyAccounts(
  register: Register,
  named: readonly AccountRecord[],
): readonly AccountRecord[] | undefined {
  const [first, ...others] = named;
  if (first === undefined) return undefined;
  const found = new Map([[first.id, first]]);
  for (const record of found.values()) {
    if (found.size >= MOST) break;
    for (const other of besides(register, record)) found.set(other.id, other);
  }
  return others.every(({ id }) => found.has(id)) ? [...found.values()].slice(0, MOST) : undefined;
}

function besides(register: Register, record: AccountRecord): readonly AccountRecord[] {
  const { mapping } = record;
  const kin = register.kin.sistersOf(record).filter(({ bond }) => bond !== 'customer');
  const ofCustomer = mapping.state === 'mapped' ? register.accountsOfCustomer(mapping.customer.id) : [];
  return [
    ...kin.flatMap(({ accountId }) => register.account(accountId) ?? []),
    // A wrong mapping, perhaps, does not make one company of two.
    ...(hasNothingInCommon(record) ? [] : ofCustomer.filter((other) => !hasNothingInCommon(other))),
  ];
}

function hasNothingInCommon({ drift = [] }: AccountRecord): boolean {
  return drift.some((one) => one.drift === 'nothing-in-common');
}

/** Open accounts under other providers that are almost certainly of the customer that one of these is mapped to. */
export function probablyToo(register: Register, accounts: readonly AccountRecord[]): readonly AccountRecord[] {
  const known = new Set(accounts.map(({ id }) => id));
  const providers = new Set(accounts.map(({ providerId }) => providerId));
  const ids = accounts.flatMap(({ mapping }) => (mapping.state === 'mapped' ? [mapping.customer.id] : []));
  const customers = [...new Set(ids)].flatMap((id) => register.customer(id) ?? []);
  return customers
    .flatMap((customer) => likelyAccounts(register, customer))
    .filter(({ verdict, account }) => verdict === 'this-one' && !known.has(account.id))
    .map(({ account }) => account)
    .filter(({ providerId }) => !providers.has(providerId));
}

/** Which providers have none of these accounts, as far as their accounts were read. */
export function gapsOf(deps: ProviderDeps, accounts: readonly AccountRecord[]): Gaps {
  const having = new Set(accounts.map(({ providerId }) => providerId));
  const lacking = allProviders(deps).filter(({ id }) => !having.has(id));
  const isRead = ({ id }: { readonly id: string }): boolean =>
    deps.register.source(sourceDocumentId(`accounts:${id}`))?.lastCompleteAt !== undefined;
  return {
    without: lacking.filter(isRead).map(({ name }) => name),
    notRead: lacking.filter((one) => !isRead(one)).map(({ name }) => name),
  };
}
