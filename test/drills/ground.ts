import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountId } from '../../src/domain/account';
import { createLog } from '../../src/runtime/log';
import { PARTNER, startSandbox } from '../../src/sandbox/sandbox';
import type { Sandbox } from '../../src/sandbox/sandbox';
import { openEmbeddedStore } from '../../src/stores/embedded';
import type { Store } from '../../src/store';
import { startConnector } from '../doubles/connector';
import type { ConnectorDouble } from '../doubles/connector';
import { eventually, seeded } from './eventually';
import { FALL_VARIABLE } from './falls';
import type { Fall } from './falls';
import { machineClock } from './machine-clock';
import type { MachineClock } from './machine-clock';
import { OFFSET_VARIABLE } from './moved-date';
import { buildProgram, startReplica } from './replica';
import type { Replica } from './replica';
import { startTap } from './tap';
import type { Tap } from './tap';

/** Where a drill takes place: replicas as real processes, and all that they talk to in this one, each behind a tap. */
export interface Ground {
  readonly random: () => number;
  readonly sandbox: Sandbox;
  readonly connector: ConnectorDouble;
  readonly clock: MachineClock;
  /** The same database as the replicas', past every tap. */
  readonly store: Store;
  readonly teams: Tap;
  readonly dataverse: Tap;
  readonly partnerCenter: Tap;
  /** In front of the second tenant's Partner Center; absent with one provider. */
  readonly second: Tap | undefined;
  /** In front of Cosmos; absent with the embedded store. */
  readonly cosmos: Tap | undefined;
  readonly serviceUrl: string;
  /** New accounts so far: tenant id and name. */
  readonly accepted: { readonly accountId: string; readonly tenantId: string; readonly name: string }[];
  readonly channels: string[];
  /** Once, when a document that holds this is saved, whoever saves it dies; resolves when that happened. */
  fallAtSave(when: Fall['when'], pattern: RegExp): Promise<unknown>;
  /** Those that a request can be sent to. */
  living(): readonly Replica[];
  /** Starts one more replica. Ready unless told otherwise. */
  start(news?: { readonly ready?: boolean; readonly clock?: MachineClock; readonly env?: Env }): Promise<Replica>;
  /** A company that nobody has heard of accepts the invitation. */
  accept(): { readonly accountId: string; readonly tenantId: string; readonly name: string };
  close(): Promise<void>;
}

type Env = Readonly<Record<string, string>>;

export interface GroundOptions {
  readonly seed: number;
  /** The embedded store in `dir` unless another is given. */
  readonly database?: (dir: string) => Promise<Database>;
  /** So many further tenants, for listings of several pages. */
  readonly crowd?: number;
  /** A second Partner Center tenant, and a distributor. */
  readonly several?: boolean;
}

/** People who may decide; a list of ids, so that a click asks nobody but the store. */
export const PEOPLE = ['Ada', 'Ben', 'Cem', 'Dora'].map((name, n) => ({
  id: `29:${name}`,
  aadObjectId: `aaaaaaaa-0000-4000-8000-00000000000${n + 1}`,
  name,
}));

export async function prepareGround(options: GroundOptions): Promise<Ground> {
  const { seed, crowd = 0, several = false } = options;
  const program = buildProgram();
  const dir = mkdtempSync(join(tmpdir(), 'handshake-drill-'));
  const sandbox = await startSandbox({
    moves: false,
    seed: `drill-${seed}`,
    crowd: { tenants: crowd, customers: 0 },
    several,
  });
  const connector = await startConnector();
  const database = await (options.database ?? embeddedDatabase)(dir);
  const teams = await startTap(new URL(connector.serviceUrl).origin);
  const dataverse = await startTap(sandbox.urls.dataverse);
  const partnerCenter = await startTap(sandbox.urls.partnerCenter);
  const providersFile = sandbox.settings['PROVIDERS_FILE'];
  const secondUrl = /"baseUrl":"([^"]+)"/.exec(providersFile ?? '')?.[1];
  const second = secondUrl === undefined ? undefined : await startTap(secondUrl);
  const clock = machineClock(dir);
  const replicas: Replica[] = [];
  let started = 0;
  const accepted: { accountId: string; tenantId: string; name: string }[] = [];
  const env: Env = {
    ...sandbox.settings,
    ...database.env,
    DATAVERSE_URL: dataverse.url,
    PARTNER_CENTER_BASE_URL: partnerCenter.url,
    ...(second === undefined ? {} : { PROVIDERS_FILE: providersFile!.replace(secondUrl!, second.url) }),
    HANDSHAKE_MODE: 'local',
    PORT: '0',
    MAPPERS: PEOPLE.map((person) => person.aadObjectId).join(','),
    SYNC_INTERVAL_S: '0.3',
    CARDS_AN_HOUR: '0',
    RECONCILE_INTERVAL_S: '0.1',
    LOG_LEVEL: 'info',
  };

  return {
    random: seeded(seed),
    sandbox,
    connector,
    clock,
    store: database.store,
    teams,
    dataverse,
    partnerCenter,
    second,
    cosmos: database.tap,
    serviceUrl: `${teams.url}/emea/`,
    accepted,
    channels: [],
    fallAtSave: (when, pattern) =>
      database.fall(when, pattern, () => {
        for (const replica of replicas.filter((one) => one.serving)) void replica.kill();
      }),
    living: () => replicas.filter((replica) => replica.serving),
    async start(news = {}) {
      const file = (news.clock ?? clock).file;
      const name = `replica-${(started += 1)}`;
      const replica = await startReplica(program, name, { ...env, [OFFSET_VARIABLE]: file, ...news.env });
      replicas.push(replica);
      if (news.ready !== false) await replica.ready();
      return replica;
    },
    accept() {
      const name = `Drill ${String(accepted.length + 1).padStart(3, '0')} GmbH`;
      const { tenantId } = sandbox.control('accept', { name }) as { readonly tenantId: string };
      const account = { accountId: accountId({ providerId: PARTNER.tenantId, tenantId }), tenantId, name };
      accepted.push(account);
      return account;
    },
    async close() {
      for (const replica of replicas) replica.resume();
      await Promise.all(replicas.filter((r) => !r.gone).map((replica) => replica.kill()));
      await database.close();
      await second?.close();
      await Promise.all([teams, dataverse, partnerCenter].map((tap) => tap.close()));
      await connector.close();
      await sandbox.close();
      clock.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** A database that replicas reach by settings, perhaps through a tap, and the test directly. */
export interface Database {
  readonly store: Store;
  readonly env: Env;
  readonly tap?: Tap;
  fall(when: Fall['when'], pattern: RegExp, kill: () => void): Promise<unknown>;
  close(): Promise<void>;
}

async function embeddedDatabase(dir: string): Promise<Database> {
  const store = await openEmbeddedStore({ dir, partnerId: PARTNER.tenantId, log: createLog('silent') });
  const file = join(dir, 'fall');
  writeFileSync(file, '');
  return {
    store,
    env: { STORE: 'embedded', DATA_DIR: dir, [FALL_VARIABLE]: file },
    fall: async (when, { source: pattern }) => {
      writeFileSync(file, JSON.stringify({ when, pattern } satisfies Fall));
      await eventually(`a save of ${pattern}`, () => readFileSync(file, 'utf8') === '');
    },
    close: () => store.close(),
  };
}
