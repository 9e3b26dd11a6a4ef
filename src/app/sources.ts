import type { Config } from '../config';
import type { Directory } from '../directory';
import { createFileDirectory } from '../directories/file/file';
import { createNoDirectory } from '../directories/none';
import { createWork365 } from '../directories/work365/work365';
import type { Clock } from '../domain/time';
import type { Groups } from '../groups';
import { createEntraGroups, createNoGroups } from '../groups/entra-groups';
import { createGroupsOf } from '../groups/groups-of';
import { namingEntry } from './named-entry';
import type { Provider } from '../provider';
import { createPartnerCenter } from '../providers/partner-center/partner-center';
import type { PartnerCenterDeps } from '../providers/partner-center/partner-center';
import { systemClock } from '../runtime/clock';
import { createTokens } from '../runtime/entra';
import type { Log } from '../runtime/log';
import { programMark } from '../runtime/program';
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
    const code = programMark();
    return openEmbeddedStore({ dir, partnerId, log, clock, code, ...(onLost === undefined ? {} : { onLost }) });
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

/** The store as a look from outside finds it: nothing is made and nothing taken over. Undefined where there is none yet. */
export async function findStore({ store, partnerId }: Config, log: Log): Promise<Store | undefined> {
  if (store.kind === 'embedded') {
    const { findEmbeddedStore } = await import('../stores/embedded');
    return findEmbeddedStore({ dir: store.dir, partnerId, log });
  }
  const { findCosmosStore } = await import('../stores/cosmos/index');
  const { endpoint, database, key } = store;
  return findCosmosStore({ endpoint, database, partnerId, log, ...(key === undefined ? {} : { key: key.reveal() }) });
}

/** The sign-ins, by the tenant's id, know the newest form of the consents in the settings. */
export function createProviders(
  { partnerCenters }: Config,
  deps: PartnerCenterDeps,
  signIns: ReadonlyMap<string, Pick<SignIn, 'newest'>> = new Map(),
): readonly Provider[] {
  return partnerCenters.map((settings) => {
    const signIn = signIns.get(settings.tenantId);
    const newest = signIn === undefined ? {} : { newestToken: (again: boolean) => signIn.newest(again) };
    const { entry } = settings;
    const provider = createPartnerCenter({ ...settings, ...newest }, deps);
    return entry === undefined ? provider : namingEntry(provider, entry);
  });
}

/** Entra is asked with the apps of Partner Center: the people are of one of their tenants. */
export function createGroups({ partnerCenters }: Config, deps: PartnerCenterDeps): Groups {
  const groups = partnerCenters.map((settings) => {
    const tokens = createTokens({ ...settings, source: 'graph', prefix: 'PARTNER_CENTER' }, deps);
    return createEntraGroups(
      { baseUrl: settings.graphBaseUrl, ...(settings.entry === undefined ? {} : { entry: settings.entry }) },
      tokens,
      deps,
    );
  });
  const [only, another] = groups;
  if (only === undefined) return createNoGroups();
  return another === undefined ? only : createGroupsOf(groups);
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
