import type { PartnerCenterSettings } from '../config';
import { shelfInVault } from '../signin/key-vault';
import { shelfInStore } from '../signin/shelf';
import type { TokenShelf } from '../signin/shelf';
import { findNewest } from '../signin/sign-in';
import type { Store } from '../store';
import type { Finding } from './finding';
import { identityHere } from './identity';

const VAULT = 'Key Vault';
const KEPT = 'Partner Center, sign-in as the bot keeps it';

/** The settings with the sign-in that counts, and what was seen where it is kept. */
export interface NewestConsent {
  readonly settings: PartnerCenterSettings;
  readonly findings: readonly Finding[];
}

/**
 * The bot renews the sign-in every day, so that of the settings is only where it began: what is tried is what the bot goes
 * by. Without a `store`, which may be out of reach from here, the vault alone tells.
 */
export async function newestConsent(settings: PartnerCenterSettings, store: Store | undefined): Promise<NewestConsent> {
  const { keptIn, refreshToken: seed, tenantId } = settings;
  if (keptIn.kind === 'nowhere') return { settings, findings: [] };
  const shelf =
    keptIn.kind === 'vault' ? shelfInVault({ ...keptIn, credential: await identityHere() }) : shelfInStore(keptIn.key);
  const ofVault = keptIn.kind === 'vault' ? await lookAtVault(shelf, keptIn.url) : undefined;
  const findings = ofVault === undefined ? [] : [ofVault.finding];
  if (seed === undefined) return { settings, findings };
  if (store === undefined) return { settings: { ...settings, refreshToken: ofVault?.token ?? seed }, findings };
  const { record, isNew, found } = await findNewest(store, { providerId: tenantId.toLowerCase(), seed, shelf });
  if (record === undefined || isNew) return { settings, findings };
  const { trouble, renewedAt } = record;
  const seen =
    trouble?.detail ?? `renewed ${renewedAt === undefined ? 'never' : new Date(renewedAt).toISOString().slice(0, 10)}`;
  const remedy = trouble?.remedy === undefined ? {} : { remedy: trouble.remedy };
  const kept: Finding = {
    about: KEPT,
    state: trouble === undefined ? 'good' : 'lacking',
    seen,
    permission: 'partner-sign-in',
    ...remedy,
  };
  return {
    settings: { ...settings, refreshToken: (found.ok ? found.token : undefined) ?? seed },
    findings: [...findings, kept],
  };
}

async function lookAtVault(shelf: TokenShelf, url: string) {
  const read = await shelf.read(undefined);
  const permission = 'vault';
  if (read.ok) {
    const seen = `${url} may be read${read.token === undefined ? '; nothing is kept there yet' : ''}`;
    return { finding: { about: VAULT, state: 'good', seen, permission } satisfies Finding, token: read.token };
  }
  const { kind, detail, remedy } = read.trouble;
  const state = kind === 'denied' ? 'lacking' : 'unknown';
  return {
    finding: {
      about: VAULT,
      state,
      seen: detail,
      permission,
      ...(remedy === undefined ? {} : { remedy }),
    } satisfies Finding,
  };
}
