import { setTimeout as pauseFor } from 'node:timers/promises';
import { guidIn } from '../../domain/one-form';
import type { Clock } from '../../domain/time';
import { systemClock } from '../../runtime/clock';
import { randomIds } from '../../runtime/ids';
import type { Ids } from '../../runtime/ids';
import type { Log } from '../../runtime/log';
import { StoreUnavailable } from '../../store';
import type { Store, Write, WriteOutcome } from '../../store';
import { TAKEN_OVER, adopt } from '../adopt';
import { connect, cosmosUnavailable, findContainer, openContainer } from './container';
import type { Connection, ContainerPlace } from './container';
import type { CosmosFailure } from './failure';
import { readItem } from './item';
import { createCosmosReader } from './reader';
import { createSkipping } from '../skipping';
import { IN_BULK, attempt } from './retry';
import type { Retries } from './retry';
import { createServerClock } from './server-clock';
import type { Container, CosmosClient } from './sdk';
import { createCosmosWriter } from './writer';
import type { CosmosWriter } from './writer';

export interface CosmosStoreOptions {
  readonly endpoint: string;
  /** Without it the managed identity of the host is used. */
  readonly key?: string;
  readonly database: string;
  readonly partnerId: string;
  /** Other forms of that id, under which earlier versions may have written. */
  readonly formerPartnerIds?: readonly string[];
  readonly log: Log;
  readonly clock?: Clock;
  readonly ids?: Ids;
  /** How the store waits before it sends something again, in milliseconds. */
  readonly pause?: (ms: number) => Promise<void>;
  /** How long one request may take, in milliseconds; 5,000 unless told otherwise. */
  readonly requestTimeoutMs?: number;
}

const REQUEST_TIMEOUT = 5000;
/** Writes of one `writeAll` under way at a time: enough to use up any throughput that one partition can have. */
const SIDE_BY_SIDE = 24;
/** Nothing is stored under it; asking for it is the cheapest question that needs key, container and network. */
const PROBE = 'probe:nothing';

/**
 * Documents in one container of Azure Cosmos DB, one logical partition per partner. The default consistency of the
 * account must be Session (or stronger). Conditional writes are exact between all replicas at any level; Session
 * lets a replica see what it wrote itself.
 * Throws `StoreUnavailable` when the account cannot be reached, or when rights are lacking.
 */
export async function openCosmosStore(options: CosmosStoreOptions): Promise<Store> {
  const { partnerId, log, endpoint, database } = options;
  const account = await connectTo(options);
  try {
    const container = await openContainer(account.client, account.place);
    log.info({ endpoint, database }, 'Cosmos store open');
    const storeOf = (partner: string): Store => account.storeOf(container, partner);
    const store = storeOf(partnerId);
    await takeOver(options, storeOf, store);
    return store;
  } catch (error) {
    account.client.dispose();
    throw error;
  }
}

/** What is there, with nothing taken over and nothing made; undefined where there is no container yet. */
export async function findCosmosStore(options: CosmosStoreOptions): Promise<Store | undefined> {
  const { client, place, storeOf } = await connectTo(options);
  try {
    const container = await findContainer(client, place);
    if (container !== undefined) return storeOf(container, options.partnerId);
    client.dispose();
    return undefined;
  } catch (error) {
    client.dispose();
    throw error;
  }
}

interface Account {
  readonly client: CosmosClient;
  readonly place: ContainerPlace;
  /** The documents of one partner; closing them closes the account. */
  readonly storeOf: (container: Container, partnerId: string) => Store;
}

async function connectTo(options: CosmosStoreOptions): Promise<Account> {
  const { database, log, clock = systemClock, ids = randomIds } = options;
  const connection: Connection = {
    endpoint: options.endpoint,
    ...(options.key === undefined ? {} : { key: options.key }),
    requestTimeoutMs: options.requestTimeoutMs ?? REQUEST_TIMEOUT,
  };
  const retries: Retries = { clock, pause: options.pause ?? ((ms) => pauseFor(ms)) };
  const asUnavailable = (failure: CosmosFailure): StoreUnavailable =>
    cosmosUnavailable(failure, connection, failure.waitMs === undefined ? undefined : clock.now() + failure.waitMs);

  const serverClock = createServerClock(clock);
  const client = await connect(connection, serverClock);
  let open = true;

  function whileOpen<A extends readonly unknown[], R>(work: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
    return async (...args) => {
      if (open) return work(...args);
      throw new StoreUnavailable('The Cosmos store has been closed.', 'The bot is stopping; nothing needs to be done.');
    };
  }

  const storeOf = (container: Container, partnerId: string): Store => {
    const writer = createCosmosWriter({ container, partnerId, ids, log, retries, unavailable: asUnavailable });
    const skipping = createSkipping(log);
    const reader = createCosmosReader({
      skipping,
      container,
      partnerId,
      retries,
      serverClock,
      unavailable: asUnavailable,
    });
    return {
      read: (kind, id) => whileOpen(() => reader.read(kind, id))(),
      write: whileOpen((write) => writer.write(write)),
      writeAll: whileOpen((writes) => writeSideBySide(writer, writes)),
      list: (kind, page) => whileOpen(() => reader.list(kind, page))(),
      due: (kind, now, page) => whileOpen(() => reader.due(kind, now, page))(),
      changes: whileOpen((cursor, limit) => reader.changes(cursor, limit)),
      unread: () => skipping.unread,
      check: whileOpen(async () => {
        const probed = await attempt(() => readItem(container, partnerId, PROBE), retries);
        if (probed.outcome === 'failed') throw asUnavailable(probed.failure);
      }),
      close: () => {
        open = false;
        client.dispose();
        return Promise.resolve();
      },
    };
  };
  return { client, place: { connection, database, log, retries }, storeOf };
}

/** What earlier versions wrote under another form of the same GUID. Another partition, so it has to be asked for by name. */
async function takeOver(
  { partnerId, formerPartnerIds = [], log }: CosmosStoreOptions,
  storeOf: (partner: string) => Store,
  store: Store,
): Promise<void> {
  if (guidIn(partnerId) === undefined) return;
  for (const former of new Set([...formerPartnerIds, partnerId.toUpperCase()])) {
    if (former === partnerId) continue;
    const moved = await adopt(storeOf(former), store, partnerId);
    if (moved > 0) log.warn({ documents: moved }, TAKEN_OVER);
  }
}

/**
 * Single requests, a bounded number at a time. The limit of one partition is its request units, not its requests; so
 * nothing is gained by packing writes together, while a lost answer then leaves one write unclear instead of a hundred.
 */
async function writeSideBySide(writer: CosmosWriter, writes: readonly Write[]): Promise<readonly WriteOutcome[]> {
  const outcomes: WriteOutcome[] = [];
  const left = writes.entries();
  const failures: unknown[] = [];
  const work = async (): Promise<void> => {
    for (const [index, write] of left) {
      if (failures.length > 0) return;
      try {
        outcomes[index] = await writer.write(write, IN_BULK);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(SIDE_BY_SIDE, writes.length) }, work));
  if (failures.length > 0) throw failures[0];
  return outcomes;
}
