import { isKnownByRow, needsCustomer } from '../domain/account';
import type { ProviderAnswer } from '../domain/companies-answer';
import { freshness } from '../records/draw-account';
import { providerNamed } from '../records/all-providers';
import type { Ports } from '../ports';

/** What one of our providers is, and how many accounts it has; undefined where the words name none. */
export function describeProvider(ports: Ports, words: string): ProviderAnswer | undefined {
  const found = providerNamed(ports, words);
  if (found === undefined) return undefined;
  const accounts = [...ports.register.allAccounts()].filter(({ providerId }) => providerId === found.id);
  return {
    ...found,
    isOurs: !isKnownByRow({ providerId: found.id }),
    accounts: accounts.length,
    open: accounts.filter(needsCustomer).length,
    freshness: freshness(ports),
    now: ports.clock.now(),
  };
}
