import type { Provider } from '../../src/provider';
import { PROVIDER } from '../builders';

/** A Partner Center that can be asked these things; whoever asks it anything else is told so. */
export function askedProvider(answers: Partial<Provider>): Provider {
  const failed = () => Promise.reject(new Error('not asked here'));
  const provider: Provider = {
    id: PROVIDER,
    name: 'Partner Center',
    listTenants: () => {
      throw new Error('not asked here');
    },
    readTenant: failed,
    readProfile: failed,
    findTenants: failed,
    readSubscriptions: failed,
    readLicences: failed,
    readServices: failed,
    readUsers: failed,
    badItems: () => [],
    readAgreement: () => Promise.resolve({ state: 'not-configured' }),
    readAdmin: () => Promise.resolve({ state: 'not-configured' }),
    invitationLink: failed,
    askedBy: () => provider,
    ...answers,
  };
  return provider;
}
