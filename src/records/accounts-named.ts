import type { AccountRecord } from '../domain/account';
import type { Register } from '../register/register';
import { findAccount } from './find-account';

/**
 * The accounts that a question about many means by a name: the one that bears it, or all that may be meant. Who is left
 * out ("except Litware") is everybody whose name begins with it, or whose customer's does. Empty where nobody is sure.
 */
export function accountsNamed(register: Register, name: string, isLeftOut: boolean): readonly AccountRecord[] {
  const bearing = isLeftOut ? beginningWith(register, name) : [];
  if (bearing.length > 0) return bearing;
  const found = findAccount(register, name);
  if (found.found === 'one' || found.found === 'assumed') return [found.account];
  return found.found === 'several' ? found.accounts : [];
}

function beginningWith(register: Register, name: string): readonly AccountRecord[] {
  const wanted = ` ${wordsIn(name)} `;
  if (wanted.trim() === '') return [];
  const first = wanted.charAt(1);
  const begins = (own: string): boolean => mayBegin(own, first) && ` ${wordsIn(own)} `.startsWith(wanted);
  return [...register.allAccounts()].filter(
    ({ tenant, mapping }) => begins(tenant.name) || (mapping.state === 'mapped' && begins(mapping.customer.name)),
  );
}

/** False for what surely begins with another letter: most names need not be taken apart to know that. */
function mayBegin(name: string, letter: string): boolean {
  const own = name.charAt(0).toLowerCase();
  return !/^[a-z0-9]/.test(own) || own === letter;
}

function wordsIn(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
