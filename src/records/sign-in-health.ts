import { CONSENT_LASTS } from '../domain/consent';
import type { SignInHealth } from '../domain/consent';
import type { Ports } from '../ports';
import { providerToName } from './all-providers';

/** Each consent that is kept alive: whose it is, its age, when it would end, and what is wrong with it. */
export function signInHealth(ports: Pick<Ports, 'register' | 'providers'>): readonly SignInHealth[] {
  return [...ports.register.operators.signIns.values()].map(({ person, providerId, renewedAt, trouble }) => ({
    person: person?.name ?? '',
    ...providerOf(ports, providerId),
    ...(renewedAt === undefined ? {} : { renewedAt, endsAt: renewedAt + CONSENT_LASTS }),
    ...(trouble === undefined ? {} : { trouble }),
  }));
}

function providerOf(ports: Pick<Ports, 'register' | 'providers'>, providerId: string): { readonly provider?: string } {
  const provider = providerToName(ports, { providerId });
  return provider === undefined ? {} : { provider };
}
