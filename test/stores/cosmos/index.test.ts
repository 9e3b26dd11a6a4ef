import { createLog } from '../../../src/runtime/log';
import type { Store } from '../../../src/store';
import { openCosmosStore } from '../../../src/stores/cosmos';
import { storeContract } from '../../contracts/store';
import type { Bench } from '../../contracts/store';
import { startCosmosGateway } from '../../doubles/cosmos-gateway';
import type { CosmosGateway } from '../../doubles/cosmos-gateway';

let gateway: CosmosGateway;
let databases = 0;

beforeAll(async () => {
  gateway = await startCosmosGateway();
});

afterAll(async () => {
  await gateway.close();
  expect(gateway.complaints).toEqual([]);
});

storeContract('the Cosmos store', (): Promise<Bench> => {
  const database = `contract-${(databases += 1)}`;
  const opened: Store[] = [];
  const open = async (partnerId: string, endpoint = gateway.endpoint): Promise<Store> => {
    const store = await openCosmosStore({
      endpoint,
      key: 'a2V5',
      database,
      partnerId,
      log: createLog('silent'),
      pause: () => Promise.resolve(),
    });
    opened.push(store);
    return store;
  };
  return Promise.resolve({
    open: (partnerId) => open(partnerId),
    passTime: (seconds) => {
      gateway.passTime(seconds);
    },
    readUnreachable: () => open('partner-a', 'http://127.0.0.1:1'),
    close: async () => {
      await Promise.all(opened.map((store) => store.close()));
    },
  });
});
