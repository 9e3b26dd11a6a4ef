import type { Secret } from '../runtime/secret';
import type { Findings } from './findings';
import type { Values } from './variables';

export type StoreConfig =
  | { readonly kind: 'embedded'; readonly dir: string }
  /** No key: managed identity. */
  | { readonly kind: 'cosmos'; readonly endpoint: string; readonly database: string; readonly key?: Secret };

export function chooseStore(values: Values, findings: Findings): StoreConfig {
  const { COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key, COSMOS_DATABASE: database } = values;
  if (values.STORE !== 'cosmos') {
    if (endpoint !== undefined) findings.warn('COSMOS_ENDPOINT is set but not used; set STORE=cosmos to use it');
    return { kind: 'embedded', dir: values.DATA_DIR ?? '.data' };
  }
  findings.need('COSMOS_ENDPOINT', endpoint, 'set it to the address of the Cosmos DB account, or set STORE=embedded');
  return {
    kind: 'cosmos',
    endpoint: endpoint ?? '',
    database: database ?? 'handshake',
    ...(key === undefined ? {} : { key }),
  };
}
