import { isKnownByRow } from '../domain/account';
import type { AccountKey } from '../domain/account';
import type { ProviderCount } from '../domain/list-answer';
import { flatName } from '../matching/text';
import type { Ports } from '../ports';

/** A provider of ours, or one that only Work 365 can see. */
export interface NamedProvider {
  readonly id: string;
  readonly name: string;
}

export type ProviderDeps = Pick<Ports, 'providers' | 'register'>;

const ACCOUNTS = 'accounts:';

/** Every provider whose accounts we follow: ours as the settings name them, the others by name. */
export function allProviders({ providers, register }: ProviderDeps): readonly NamedProvider[] {
  const others = [...register.allSources()].flatMap(({ part, name }) => {
    const id = part.slice(ACCOUNTS.length);
    if (!part.startsWith(ACCOUNTS) || !isKnownByRow({ providerId: id })) return [];
    return [{ id, name: name ?? id }];
  });
  return [
    ...providers.map(({ id, name }) => ({ id, name })),
    ...others.sort((a, b) => a.name.localeCompare(b.name, 'en')),
  ];
}

/** Whose account it is, where there is more than one to tell apart. */
export function providerToName(deps: ProviderDeps, { providerId }: Pick<AccountKey, 'providerId'>): string | undefined {
  const all = allProviders(deps);
  return all.length < 2 ? undefined : all.find(({ id }) => id === providerId)?.name;
}

/** How many of these accounts each provider has, where there are several; who has none is left out. */
export function countByProvider(
  deps: ProviderDeps,
  accounts: Iterable<AccountKey>,
): readonly ProviderCount[] | undefined {
  const all = allProviders(deps);
  if (all.length < 2) return undefined;
  const counts = new Map<string, number>();
  for (const { providerId } of accounts) counts.set(providerId, (counts.get(providerId) ?? 0) + 1);
  return all.flatMap(({ id, name }) => {
    const count = counts.get(id) ?? 0;
    return count === 0 ? [] : [{ id, name, count }];
  });
}

/** The one provider that the words name: by its id, its name, or a word of its name; else undefined. */
export function providerNamed(deps: ProviderDeps, words: string): NamedProvider | undefined {
  const wanted = flatName(words);
  const all = allProviders(deps);
  const found = all.filter(({ id, name }) => id === wanted || flatName(name) === wanted);
  const near = found.length > 0 ? found : all.filter(({ name }) => flatName(name).split(' ').includes(wanted));
  return near.length === 1 ? near[0] : undefined;
}
