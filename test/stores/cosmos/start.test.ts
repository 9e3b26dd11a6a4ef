import { StoreUnavailable } from '../../../src/store';
import { CONTAINER_DEFINITION } from '../../../src/stores/cosmos/container';
import { startCosmosGateway } from '../../doubles/cosmos-gateway';
import type { CosmosGateway, SeenRequest } from '../../doubles/cosmos-gateway';
import { insert, lease } from '../../contracts/store-documents';
import { openOn } from './opened';

let gateway: CosmosGateway;

beforeEach(async () => {
  gateway = await startCosmosGateway();
});

afterEach(async () => {
  await gateway.close();
});

const atStart = ({ operation }: SeenRequest): boolean => operation === 'other';
const creating = ({ operation, method }: SeenRequest): boolean => operation === 'other' && method === 'POST';

async function refusal(more: Parameters<typeof openOn>[1] = {}): Promise<StoreUnavailable> {
  const thrown: unknown = await openOn(gateway, more).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(StoreUnavailable);
  return thrown as StoreUnavailable;
}

/** Makes a container by hand, as an operator would. */
async function makeContainer(definition: object): Promise<void> {
  const post = (path: string, body: object) =>
    fetch(`${gateway.endpoint}${path}`, { method: 'POST', body: JSON.stringify(body) });
  await post('/dbs', { id: 'handshake' });
  await post('/dbs/handshake/colls', definition);
}

describe('the first start', () => {
  it('makes database and container, indexed for our queries and nothing else', async () => {
    await openOn(gateway);

    const made = await fetch(`${gateway.endpoint}/dbs/handshake/colls/documents`);
    const definition = (await made.json()) as Record<string, unknown>;

    expect(definition['partitionKey']).toMatchObject({ paths: ['/partnerId'] });
    expect(definition['defaultTtl']).toBe(-1);
    expect(definition['indexingPolicy']).toMatchObject({ excludedPaths: [{ path: '/*' }] });
  });

  it('works when several replicas start at once', async () => {
    const opened = await Promise.all(Array.from({ length: 5 }, () => openOn(gateway)));

    await insert(opened[0]!.store, lease('a'));
    for (const { store } of opened) expect(await store.read('lease', lease('a').id)).toBeDefined();
  });

  it('gets over a server that is busy or away for a moment', async () => {
    gateway.fault({ fault: 'answer', status: 429, headers: { 'x-ms-retry-after-ms': '5' } }, atStart, 2);
    gateway.fault({ fault: 'cut' }, creating, 1);

    await expect(openOn(gateway)).resolves.toBeDefined();
  });
});

describe('a start that cannot work', () => {
  it('names the container to make when rights to make one are lacking', async () => {
    gateway.fault({ fault: 'answer', status: 403 }, creating, 100);

    const { message, remedy } = await refusal();

    expect(message).toContain('handshake');
    expect(remedy).toMatch(/documents.*\/partnerId.*COSMOS_DATABASE.*COSMOS_KEY/s);
  });

  it('names the key when it is refused', async () => {
    gateway.fault({ fault: 'answer', status: 401 }, atStart, 100);

    expect((await refusal()).remedy).toContain('COSMOS_KEY');
  });

  it('names the endpoint when nobody answers there, or when it is none', async () => {
    expect((await refusal({ endpoint: 'http://127.0.0.1:1' })).remedy).toContain('COSMOS_ENDPOINT');
    expect((await refusal({ endpoint: 'nonsense' })).remedy).toContain('COSMOS_ENDPOINT');
  });

  it('refuses a container with another partition key', async () => {
    await makeContainer({ ...CONTAINER_DEFINITION, partitionKey: { paths: ['/id'] } });

    expect((await refusal()).remedy).toContain('COSMOS_DATABASE');
  });

  it('warns of a container without the indexes', async () => {
    await makeContainer({ id: 'documents', partitionKey: { paths: ['/partnerId'] } });

    const { lines } = await openOn(gateway);

    expect(lines.filter((line) => line.includes('"warn"'))).toHaveLength(1);
  });
});
