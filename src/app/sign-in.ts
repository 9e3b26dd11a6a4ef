import type { Config, PartnerCenterSettings } from '../config';
import { renewConsent } from '../runtime/entra-renewal';
import type { EntraSettings } from '../runtime/entra';
import type { HttpDeps } from '../runtime/http';
import type { Ports } from '../ports';
import { ofEntry } from './named-entry';
import { shelfInVault } from '../signin/key-vault';
import { shelfInStore } from '../signin/shelf';
import { createSignIn } from '../signin/sign-in';
import type { SignIn } from '../signin/sign-in';

type Deps = Pick<Ports, 'store' | 'register' | 'clock' | 'log' | 'partnerId'> & HttpDeps;

/** Keeps the consents that the settings begin with, by the tenant's id. */
export function createSignIns({ partnerCenters }: Config, deps: Deps): ReadonlyMap<string, SignIn> {
  const signIns = partnerCenters.map((settings) => [settings.tenantId, createPartnerSignIn(settings, deps)] as const);
  return new Map(signIns.flatMap(([id, signIn]) => (signIn === undefined ? [] : [[id, signIn]])));
}

/** Undefined where there is no consent, or nowhere to keep it. */
function createPartnerSignIn(partnerCenter: PartnerCenterSettings, deps: Deps): SignIn | undefined {
  if (partnerCenter.refreshToken === undefined || partnerCenter.keptIn.kind === 'nowhere') return undefined;
  const { refreshToken: seed, keptIn, baseUrl, tenantId } = partnerCenter;
  const entra: EntraSettings = { ...partnerCenter, source: 'partner-center', prefix: 'PARTNER_CENTER' };
  const shelf = keptIn.kind === 'vault' ? shelfInVault(keptIn) : shelfInStore(keptIn.key);
  const scope = `${baseUrl}/.default`;
  return createSignIn(deps, {
    providerId: tenantId.toLowerCase(),
    seed,
    shelf,
    renew: async (token) => {
      const renewed = await renewConsent(entra, deps, token, scope);
      const { entry } = partnerCenter;
      return renewed.ok || entry === undefined ? renewed : { ok: false, trouble: ofEntry(renewed.trouble, entry) };
    },
  });
}

/** Renews each of them when it is time; one that fails holds up none of the others. */
export async function keepAll(signIns: Iterable<SignIn>): Promise<void> {
  const kept = await Promise.allSettled([...signIns].map((signIn) => signIn.keep()));
  for (const one of kept) if (one.status === 'rejected') throw one.reason;
}
