import type { Config } from '../config';
import type { Directory } from '../directory';
import { createFileDirectory } from '../directories/file/file';
import { createNoDirectory } from '../directories/none';
import { createWork365 } from '../directories/work365/work365';
import type { Clock } from '../domain/time';
import type { Groups } from '../groups';
import { createEntraGroups, createNoGroups } from '../groups/entra-groups';
import type { Provider } from '../provider';
import { createPartnerCenter } from '../providers/partner-center/partner-center';
import type { PartnerCenterDeps } from '../providers/partner-center/partner-center';
import { systemClock } from '../runtime/clock';
import { createTokens } from '../runtime/entra';
import type { Log } from '../runtime/log';
import type { SignIn } from '../signin/sign-in';
import type { Store, StoreUnavailable } from '../store';

/**
 * The store that the settings name. Only its library is loaded: Cosmos' takes a third of a second, and the embedded one's
 * has native code, which a server with Cosmos can do without. `onLost` is told that the store is gone for good.
 */
export async function openStore(
  { store, partnerId, formerPartnerIds }: Config,
  log: Log,
  clock: Clock = systemClock,
  onLost?: (error: StoreUnavailable) => void,
): Promise<Store> {
  if (store.kind === 'embedded') {
    const { openEmbeddedStore } = await import('../stores/embedded');
    const { dir } = store;
    return openEmbeddedStore({ dir, partnerId, log, clock, ...(onLost === undefined ? {} : { onLost }) });
  }
  const { openCosmosStore } = await import('../stores/cosmos/index');
  const { endpoint, database, key } = store;
  return openCosmosStore({
    endpoint,
    database,
    partnerId,
    formerPartnerIds,
    log,
    ...(key === undefined ? {} : { key: key.reveal() }),
  });
}

/** `signIn` knows the newest form of the consent in the settings. */
export function createProviders(
  { partnerCenter }: Config,
  deps: PartnerCenterDeps,
  signIn?: Pick<SignIn, 'newest'>,
): readonly Provider[] {
  if (partnerCenter === undefined) return [];
  const newest = signIn === undefined ? {} : { newestToken: (again: boolean) => signIn.newest(again) };
  return [createPartnerCenter({ ...partnerCenter, ...newest }, deps)];
}

/** Entra is asked with the app of Partner Center, whose tenant the people are of. */
export function createGroups({ partnerCenter }: Config, deps: PartnerCenterDeps): Groups {
  if (partnerCenter === undefined) return createNoGroups();
  const tokens = createTokens({ ...partnerCenter, source: 'graph', prefix: 'PARTNER_CENTER' }, deps);
  return createEntraGroups({ baseUrl: partnerCenter.graphBaseUrl }, tokens, deps);
}

export function createDirectory({ directory }: Config, deps: PartnerCenterDeps): Directory {
  switch (directory?.kind) {
    case 'work365':
      return createWork365(directory, deps);
    case 'file':
      return createFileDirectory(directory, deps);
    case undefined:
      return createNoDirectory();
  }
}
