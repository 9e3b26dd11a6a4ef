import { createLog } from '../../../src/runtime/log';
import { openCosmosStore } from '../../../src/stores/cosmos';
import type { CosmosStoreOptions } from '../../../src/stores/cosmos';
import type { Store } from '../../../src/store';
import type { CosmosGateway } from '../../doubles/cosmos-gateway';

/** A store on the gateway that never really waits, with what it waited for and what it logged. */
export interface Opened {
  readonly store: Store;
  readonly pauses: number[];
  readonly lines: string[];
}

export async function openOn(gateway: CosmosGateway, more: Partial<CosmosStoreOptions> = {}): Promise<Opened> {
  const pauses: number[] = [];
  const lines: string[] = [];
  let now = 1_790_000_000_000;
  const store = await openCosmosStore({
    endpoint: gateway.endpoint,
    key: 'a2V5',
    database: 'handshake',
    partnerId: 'partner-a',
    log: createLog('info', { write: (line) => lines.push(line) }),
    clock: { now: () => now },
    pause: (ms) => {
      pauses.push(ms);
      now += ms;
      return Promise.resolve();
    },
    ...more,
  });
  return { store, pauses, lines };
}
