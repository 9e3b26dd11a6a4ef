import type { Config } from '../config';
import { renewConsent } from '../runtime/entra-renewal';
import type { EntraSettings } from '../runtime/entra';
import type { HttpDeps } from '../runtime/http';
import type { Ports } from '../ports';
import { shelfInVault } from '../signin/key-vault';
import { shelfInStore } from '../signin/shelf';
import { createSignIn } from '../signin/sign-in';
import type { SignIn } from '../signin/sign-in';

type Deps = Pick<Ports, 'store' | 'register' | 'clock' | 'log' | 'partnerId'> & HttpDeps;

/** Keeps the consent that the settings begin with; undefined where there is none, or nowhere to keep it. */
export function createPartnerSignIn({ partnerCenter }: Config, deps: Deps): SignIn | undefined {
  if (partnerCenter?.refreshToken === undefined || partnerCenter.keptIn.kind === 'nowhere') return undefined;
  const { refreshToken: seed, keptIn, baseUrl, tenantId } = partnerCenter;
  const entra: EntraSettings = { ...partnerCenter, source: 'partner-center', prefix: 'PARTNER_CENTER' };
  const shelf = keptIn.kind === 'vault' ? shelfInVault(keptIn) : shelfInStore(keptIn.key);
  const scope = `${baseUrl}/.default`;
  return createSignIn(deps, {
    providerId: tenantId.toLowerCase(),
    seed,
    shelf,
    renew: (token) => renewConsent(entra, deps, token, scope),
  });
}
