import { StoreUnavailable } from '../../src/store';
import { storeContract } from '../contracts/store';
import type { Bench } from '../contracts/store';
import { createSimDatabase } from './sim-store';

storeContract('the store of the simulator', (): Promise<Bench> => {
  let now = 1_790_000_000_000;
  const database = createSimDatabase(() => now);
  return Promise.resolve({
    open: (partnerId) => Promise.resolve(database.open(partnerId)),
    passTime: (seconds) => {
      now += seconds * 1_000;
    },
    readUnreachable: () => Promise.reject(new StoreUnavailable('cut off', 'DATA_DIR is the memory of this process')),
    close: () => Promise.resolve(),
  });
});
