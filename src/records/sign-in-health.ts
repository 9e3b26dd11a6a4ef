import { CONSENT_LASTS } from '../domain/consent';
import type { SignInHealth } from '../domain/consent';
import type { Ports } from '../ports';

/** Each consent that is kept alive: whose it is, its age, when it would end, and what is wrong with it. */
export function signInHealth({ register }: Pick<Ports, 'register'>): readonly SignInHealth[] {
  return [...register.operators.signIns.values()].map(({ person, renewedAt, trouble }) => ({
    person: person?.name ?? '',
    ...(renewedAt === undefined ? {} : { renewedAt, endsAt: renewedAt + CONSENT_LASTS }),
    ...(trouble === undefined ? {} : { trouble }),
  }));
}
