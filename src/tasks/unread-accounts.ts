import { findCustomer } from '../records/find-account';
import type { Ports } from '../ports';
import { lookCloser } from '../sync/look-closer';

/** A person is waiting. */
const PATIENCE_MS = 2_000;

/** Open accounts of which nobody has read yet by what a customer's name leads to them, above all their domains. */
export function unreadAccounts({ register }: Ports): number {
  return register.counts.unread;
}

/**
 * Just after the start, before the jobs have looked at the open accounts: the account of a customer of ours may be among
 * them, and "not there" would be a guess. As many are looked at as fit into the time of an answer.
 */
export async function readForCustomer(ports: Ports, query: string): Promise<void> {
  if (unreadAccounts(ports) === 0 || !isCustomerWithoutAccount(ports, query)) return;
  await readUnread(ports);
}

/** Looks at as many of them as fit into the time of an answer. */
export async function readUnread(ports: Ports): Promise<void> {
  await lookCloser(ports, AbortSignal.timeout(PATIENCE_MS));
}

function isCustomerWithoutAccount({ register }: Ports, query: string): boolean {
  const found = findCustomer(register, query);
  if (found.found !== 'one' && found.found !== 'assumed') return false;
  return register.accountsOfCustomer(found.customer.id).length === 0;
}
