import type { AccountRecord } from '../domain/account';
import { inSlices } from '../matching/slices';
import type { Register } from '../register/register';
import { findAccount } from './find-account';

/**
 * The accounts that a question about many means by each name: the one that bears it, or all that may be meant. Who is left
 * out ("except Litware") is everybody whose name begins with it, or whose customer's does. Empty where nobody is sure.
 */
export async function accountsNamed(
  register: Register,
  names: readonly string[],
  isLeftOut: boolean,
): Promise<ReadonlyMap<string, readonly AccountRecord[]>> {
  const bearing = isLeftOut ? await beginningWith(register, names) : undefined;
  const named = new Map<string, readonly AccountRecord[]>();
  const find = (name: string): void => {
    const found = bearing?.get(name) ?? [];
    named.set(name, found.length > 0 ? found : meantBy(register, name));
  };
  await inSlices(names, find);
  return named;
}

function meantBy(register: Register, name: string): readonly AccountRecord[] {
  const found = findAccount(register, name);
  if (found.found === 'one' || found.found === 'assumed') return [found.account];
  return found.found === 'several' ? found.accounts : [];
}

interface Wanted {
  readonly name: string;
  readonly words: string;
  readonly firstWord: string;
}

/** One pass over the accounts for all names: a list of twenty is no reason to go through them twenty times. */
async function beginningWith(
  register: Register,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly AccountRecord[]>> {
  const found = new Map<string, AccountRecord[]>();
  const wanted = names.flatMap((name) => {
    const words = wordsIn(name);
    return words === '' ? [] : [{ name, words: `${words} `, firstWord: words.split(' ')[0] ?? '' }];
  });
  const byLetter = new Map<string, Wanted[]>(wanted.map(({ words }) => [words.charAt(0), []]));
  for (const one of wanted) byLetter.get(one.words.charAt(0))?.push(one);
  const look = (account: AccountRecord): void => {
    const { tenant, mapping } = account;
    const own = mapping.state === 'mapped' ? [tenant.name, mapping.customer.name] : [tenant.name];
    for (const { name } of new Set(own.flatMap((one) => begins(one, wanted, byLetter)))) {
      const bearing = found.get(name);
      if (bearing === undefined) found.set(name, [account]);
      else bearing.push(account);
    }
  };
  if (wanted.length > 0) await inSlices(register.allAccounts(), look);
  return found;
}

function begins(own: string, wanted: readonly Wanted[], byLetter: ReadonlyMap<string, readonly Wanted[]>) {
  const letter = own.charAt(0).toLowerCase();
  const likely = /^[a-z0-9]/.test(letter) ? (byLetter.get(letter) ?? []) : wanted;
  const may = likely.filter(({ firstWord }) => mayBegin(own, firstWord));
  if (may.length === 0) return [];
  const words = `${wordsIn(own)} `;
  return may.filter((one) => words.startsWith(one.words));
}

/** False for what surely begins with another word: most names need not be taken apart to know that. */
function mayBegin(own: string, firstWord: string): boolean {
  const head = own.slice(0, firstWord.length).toLowerCase();
  return head === firstWord || !/^[a-z0-9][ -~]*$/.test(head);
}

function wordsIn(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
