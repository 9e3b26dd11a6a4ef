import type { KnownNames } from '../commands/known-names';
import type { Ports } from '../ports';
import { allProviders } from '../records/all-providers';

/** The names by which people may ask. */
export function knownNames(ports: Pick<Ports, 'register' | 'providers'>): KnownNames {
  return {
    has: (name) => ports.register.knowsName(name),
    providers: allProviders(ports).map(({ name }) => name),
  };
}
