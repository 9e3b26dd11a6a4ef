import { needsCustomer } from '../domain/account';
import type { AccountRecord } from '../domain/account';
import type { Sister } from '../domain/sister';
import type { Register } from '../register/register';

/** Undecided sisters that are almost certainly this customer's, too: one click decides for all of them. */
export function sistersAlong(register: Register, sisters: readonly Sister[], customerId: string): readonly Sister[] {
  return sisters.filter(({ accountId, bond }) => {
    const account = register.account(accountId);
    if (account === undefined || !needsCustomer(account)) return false;
    return bond === 'tenant' || isSurely(register, account, customerId);
  });
}

function isSurely(register: Register, account: AccountRecord, customerId: string): boolean {
  const { verdict, candidates } = register.assess(account, 1);
  return verdict === 'this-one' && candidates[0]?.customerId === customerId;
}

/** Whether the company is mapped to the customer under another provider; `bond` leaves out all that are bound otherwise. */
export function isSistersCustomer(
  register: Register,
  record: AccountRecord,
  customerId: string,
  bond?: Sister['bond'],
): boolean {
  return register.kin
    .sistersOf(record)
    .some((sister) => sister.customer?.id === customerId && (bond === undefined || sister.bond === bond));
}
