import { MINUTE } from '../../domain/time';
import type { Log } from '../../runtime/log';
import { StoreUnavailable } from '../../store';
import { withoutSdkRetries } from './failure';
import { deniedRemedy, cosmosWords } from './denied';
import type { CosmosFailure } from './failure';
import { attempt } from './retry';
import type { Attempted, Retries } from './retry';
import type { Container, ContainerDefinition, CosmosClient, CosmosClientOptions } from './sdk';
import type { ServerClock } from './server-clock';

export const CONTAINER = 'documents';
export const PARTITION_KEY_PATH = '/partnerId';

/**
 * Made for the four queries of reader.ts and nothing else, because every indexed path costs on every write.
 * `id` and `_ts` are always indexed; the partition key is not, unless it is named.
 */
export const CONTAINER_DEFINITION: ContainerDefinition = {
  id: CONTAINER,
  partitionKey: { paths: [PARTITION_KEY_PATH] },
  // On, with no expiry of its own: only documents with a `ttl` expire.
  defaultTtl: -1,
  indexingPolicy: {
    automatic: true,
    indexingMode: 'consistent',
    includedPaths: [{ path: '/partnerId/?' }, { path: '/kind/?' }, { path: '/dueAt/?' }],
    excludedPaths: [{ path: '/*' }],
    compositeIndexes: [
      [
        { path: '/kind', order: 'ascending' },
        { path: '/id', order: 'ascending' },
      ],
      [
        { path: '/kind', order: 'ascending' },
        { path: '/dueAt', order: 'ascending' },
      ],
    ],
  },
};

export interface Connection {
  readonly endpoint: string;
  /** Without a key the managed identity of the host (or whatever DefaultAzureCredential finds) is used. */
  readonly key?: string;
  readonly requestTimeoutMs: number;
}

/** The SDKs are loaded here and not before, so that a bot with the embedded store never pays for them. */
export async function connect(connection: Connection, serverClock: ServerClock): Promise<CosmosClient> {
  const { CosmosClient: Client } = await import('@azure/cosmos');
  const { createDefaultHttpClient } = await import('@azure/core-rest-pipeline');
  // Discovery finds the regions of an account; a plain http endpoint is an emulator, which has none.
  const hasRegions = !connection.endpoint.startsWith('http:');
  const options: CosmosClientOptions = {
    endpoint: connection.endpoint,
    // A replica reads what it has written. The account's default must be Session or stronger.
    consistencyLevel: 'Session',
    httpClient: withoutSdkRetries(createDefaultHttpClient(), serverClock),
    connectionPolicy: {
      requestTimeout: connection.requestTimeoutMs,
      enableEndpointDiscovery: hasRegions,
      // A region that stops answering is left after a minute at most; by itself the SDK would wait five.
      endpointRefreshRateInMs: MINUTE,
    },
  };
  try {
    return new Client({ ...options, ...(await access(connection.key)) });
  } catch (error) {
    throw cosmosUnavailable({ failure: 'refused', cause: error }, connection, undefined);
  }
}

async function access(key: string | undefined): Promise<Pick<CosmosClientOptions, 'key' | 'aadCredentials'>> {
  if (key !== undefined) return { key };
  const { DefaultAzureCredential } = await import('@azure/identity');
  return { aadCredentials: new DefaultAzureCredential() };
}

export interface ContainerPlace {
  readonly connection: Connection;
  readonly database: string;
  readonly log: Log;
  readonly retries: Retries;
}

/** The container as it is; undefined when it or its database is not there. */
export async function findContainer(client: CosmosClient, place: ContainerPlace): Promise<Container | undefined> {
  const container = client.database(place.database).container(CONTAINER);
  const definition = await readDefinition(container, place);
  if (definition === undefined) return undefined;
  checkDefinition(definition, place);
  return container;
}

/** The container, made with its database when they are not there yet. */
export async function openContainer(client: CosmosClient, place: ContainerPlace): Promise<Container> {
  const found = await findContainer(client, place);
  if (found !== undefined) return found;
  const container = client.database(place.database).container(CONTAINER);
  place.log.info({ database: place.database, container: CONTAINER }, 'making the Cosmos container');
  await make(() => client.databases.create({ id: place.database }), place);
  await make(() => client.database(place.database).containers.create(CONTAINER_DEFINITION), place);
  const made = await readDefinition(container, place);
  if (made === undefined)
    throw cosmosUnavailable({ failure: 'no-container', cause: undefined }, place.connection, undefined);
  checkDefinition(made, place);
  return container;
}

/** `undefined` when database or container is not there. */
async function readDefinition(container: Container, place: ContainerPlace): Promise<ContainerDefinition | undefined> {
  const read: Attempted<ContainerDefinition | undefined> = await attempt(
    async () => (await container.read()).resource,
    place.retries,
  );
  if (read.outcome === 'done') return read.value;
  const { failure } = read;
  if (failure.failure === 'absent' || failure.failure === 'no-container') return undefined;
  throw cosmosUnavailable(failure, place.connection, undefined);
}

/** Two replicas may start at once: that it exists already is as good as having made it. */
async function make(create: () => Promise<unknown>, place: ContainerPlace): Promise<void> {
  const made = await attempt(create, place.retries);
  if (made.outcome === 'done' || made.failure.failure === 'conflict') return;
  if (made.failure.failure !== 'denied') throw cosmosUnavailable(made.failure, place.connection, undefined);
  throw new StoreUnavailable(
    `Database ${place.database} or its container ${CONTAINER} is not there, and we may not make it.`,
    `Make the container ${CONTAINER} with partition key ${PARTITION_KEY_PATH} in the database COSMOS_DATABASE yourself, ` +
      'or set COSMOS_KEY to a read-write key for the first start.',
    { cause: made.failure.cause },
  );
}

function checkDefinition(definition: ContainerDefinition, place: ContainerPlace): void {
  const paths = definition.partitionKey?.paths ?? [];
  if (paths.length !== 1 || paths[0] !== PARTITION_KEY_PATH) {
    throw new StoreUnavailable(
      `The container ${CONTAINER} has the partition key ${paths.join(', ')} instead of ${PARTITION_KEY_PATH}.`,
      'A partition key cannot be changed: name another database in COSMOS_DATABASE, or delete this container.',
    );
  }
  const composites = definition.indexingPolicy?.compositeIndexes ?? [];
  if (composites.length < 2 || definition.defaultTtl === undefined) {
    place.log.warn(
      { container: CONTAINER },
      'the Cosmos container lacks the index or the ttl setting that queries need',
    );
  }
}

/** A failed request as the store's own error, with what the operator can do about it. */
export function cosmosUnavailable(
  failure: CosmosFailure,
  connection: Connection,
  retryAt: number | undefined,
): StoreUnavailable {
  const status = failure.status === undefined ? '' : ` (status ${statusOf(failure)})`;
  const words = failure.failure === 'denied' ? cosmosWords(failure) : undefined;
  return new StoreUnavailable(
    `Cosmos DB at ${connection.endpoint}: ${failure.failure}${status}${words === undefined ? '' : `: ${words}`}`,
    remedyFor(failure, connection),
    {
      cause: failure.cause,
      ...(retryAt === undefined ? {} : { retryAt }),
    },
  );
}

function statusOf(failure: CosmosFailure): string {
  return [failure.status, failure.substatus].filter((part) => part !== undefined).join('/');
}

function remedyFor(failure: CosmosFailure, connection: Connection): string {
  switch (failure.failure) {
    case 'busy':
      return `Raise the throughput (RU/s) of the container ${CONTAINER}; the request is tried again by itself.`;
    case 'unclear':
      return 'Check COSMOS_ENDPOINT, the network and the state of the account; the request is tried again by itself.';
    case 'denied':
      return deniedRemedy(failure, connection.key !== undefined);
    case 'no-container':
    case 'absent':
      return `Database COSMOS_DATABASE or its container ${CONTAINER} is gone: restore it, or restart the bot to make it anew.`;
    case 'conflict':
    case 'refused':
      return 'Check COSMOS_ENDPOINT, and that the default consistency of the account is Session or stronger.';
  }
}
