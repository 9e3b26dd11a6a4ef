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
  return [...register.allAccounts()].filter(({ tenant, mapping }) => {
    const names = [tenant.name, ...(mapping.state === 'mapped' ? [mapping.customer.name] : [])];
    return names.some((own) => ` ${wordsIn(own)} `.startsWith(wanted));
  });
}

function wordsIn(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
