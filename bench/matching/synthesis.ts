import type { Customer } from '../../src/domain/customer';
import type { NamedEntry } from '../../src/matching/name-index';
import type { Account } from '../../training/matching/data';
import { seeded } from '../../training/matching/random';

/** The real customers, and then new ones up to `count`: the beginning of one real name with the end of another. The same in every run. */
export function synthesise(customers: readonly Customer[], count: number): Customer[] {
  const random = seeded(5);
  const draw = (): Customer => customers[Math.floor(random() * customers.length)]!;
  const made = customers.slice(0, count);
  while (made.length < count) {
    const [first, last] = [draw(), draw()];
    const head = first.name.split(' ');
    const tail = last.name.split(' ');
    const name = [...head.slice(0, Math.max(1, head.length >> 1)), ...tail.slice(tail.length >> 1)].join(' ');
    const label = name
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .slice(0, 6 + Math.floor(random() * 14));
    const ending =
      last.website
        ?.replace(/^https?:\/\//, '')
        .replace(/\/.*$/, '')
        .split('.')
        .slice(1)
        .join('.') ?? '';
    made.push({
      id: `made-${made.length}`,
      name,
      ...(last.country !== undefined && { country: last.country }),
      ...(last.city !== undefined && { city: last.city }),
      ...(ending !== '' &&
        label !== '' &&
        !ending.startsWith('www') && { website: `${label}.${ending.split('.').slice(-2).join('.')}` }),
    });
  }
  return made;
}

/**
 * As many accounts, as the index of names holds them: the beginning of a customer's name with the last word of a real
 * account's, a tenant id, an onmicrosoft label made of the name, and every second one the customer's domain. The same in
 * every run.
 */
export function synthesiseAccounts(
  accounts: readonly Account[],
  customers: readonly Customer[],
  count: number,
): NamedEntry[] {
  const random = seeded(6);
  return Array.from({ length: count }, (_, i): NamedEntry => {
    const customer = customers[Math.floor(random() * customers.length)]!;
    const words = customer.name.split(' ');
    const last = accounts[i % accounts.length]!.name.split(' ').slice(-1);
    const name = [...words.slice(0, 1 + Math.floor(random() * words.length)), ...last].join(' ');
    const label = name
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .slice(0, 6 + Math.floor(random() * 14));
    return {
      id: `account-${i}`,
      names: [name],
      domains: [
        ...(label === '' ? [] : [`${label}.onmicrosoft.com`]),
        ...(customer.website === undefined || random() < 0.5 ? [] : [customer.website]),
      ],
      tenantId: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
    };
  });
}
