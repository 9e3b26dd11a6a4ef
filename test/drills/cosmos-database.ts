import { createLog } from '../../src/runtime/log';
import { PARTNER } from '../../src/sandbox/sandbox';
import { openCosmosStore } from '../../src/stores/cosmos';
import { startCosmosGateway } from '../doubles/cosmos-gateway';
import type { Database } from './ground';
import { startTap } from './tap';

/** Cosmos on the wire, behind a tap. */
export async function cosmosDatabase(): Promise<Database & { readonly tap: NonNullable<Database['tap']> }> {
  const gateway = await startCosmosGateway();
  const tap = await startTap(gateway.endpoint);
  const key = Buffer.from('drill').toString('base64');
  const store = await openCosmosStore({
    endpoint: gateway.endpoint,
    key,
    database: 'handshake',
    partnerId: PARTNER.tenantId,
    log: createLog('silent'),
  });
  return {
    store,
    env: { STORE: 'cosmos', COSMOS_ENDPOINT: tap.url, COSMOS_KEY: key },
    tap,
    fall: (when, pattern, kill) =>
      tap.trip(when, ({ method, body }) => isSave(method, body) && pattern.test(body), kill),
    async close() {
      await store.close();
      await tap.close();
      await gateway.close();
    },
  };
}

/** A question is sent in the same way as a new document. */
function isSave(method: string, body: string): boolean {
  return method === 'PUT' || (method === 'POST' && !body.startsWith('{"query"'));
}
