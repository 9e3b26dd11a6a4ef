import type { StoreConfig } from '../config';
import { StoreUnavailable } from '../store';
import type { Store } from '../store';
import type { CheckDeps } from './check';
import type { Finding } from './finding';
import { noIdentityHere } from './identity';
import { readPart } from './parts';
import type { Env } from './parts';

/** What a look at the store came to, and the store where it is there: for whoever looks into it, and closes it. */
export interface LookedAtStore {
  readonly finding: Finding;
  readonly store?: Store;
}

/** Nothing is made and nothing is changed there. */
export async function lookAtStore(env: Env, { machine, findStore }: CheckDeps): Promise<LookedAtStore> {
  const { config } = readPart('store', env, machine);
  if (config === undefined)
    return { finding: { about: 'Store', state: 'unknown', seen: 'its settings are not complete' } };
  const { store: chosen } = config;
  const isCosmos = chosen.kind === 'cosmos';
  const about = isCosmos ? 'Store, Cosmos DB' : 'Store, on this disk';
  const permission = isCosmos ? ({ permission: 'store' } as const) : {};
  const place = isCosmos ? chosen.endpoint : chosen.dir;
  let store: Store | undefined;
  try {
    store = await findStore(config);
    if (store === undefined) return { finding: { about, ...notYet(chosen), ...permission } };
    await store.check();
    return { finding: { about, state: 'good', seen: place, ...permission }, store };
  } catch (error) {
    await store?.close();
    if (!(error instanceof StoreUnavailable)) throw error;
    const seen = noIdentityHere(error);
    if (seen !== undefined) return { finding: { about, state: 'unknown', seen, ...permission } };
    return { finding: { about, state: 'lacking', seen: error.message, ...permission, remedy: error.remedy } };
  }
}

function notYet(store: StoreConfig): Pick<Finding, 'state' | 'seen' | 'remedy'> {
  if (store.kind === 'embedded') return { state: 'good', seen: `${store.dir}, made at the first start` };
  const { database, key } = store;
  if (key !== undefined) return { state: 'good', seen: `database ${database}, made at the first start` };
  return {
    state: 'lacking',
    seen: `database ${database} or its container is not there`,
    remedy: 'infra/azure.bicep makes both; or set COSMOS_KEY to a read-write key for the first start',
  };
}
