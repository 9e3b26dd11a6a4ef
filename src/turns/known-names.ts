import type { KnownNames } from '../commands/known-names';
import type { Ports } from '../ports';
import { allProviders } from '../records/all-providers';
import { isColleague } from '../records/find-colleague';

/** The names by which people may ask. */
export function knownNames(ports: Pick<Ports, 'register' | 'providers'>): KnownNames {
  return {
    has: (name) => ports.register.knowsName(name),
    isPerson: (name) => isColleague(ports, name),
    providers: allProviders(ports).map(({ name }) => name),
  };
}
