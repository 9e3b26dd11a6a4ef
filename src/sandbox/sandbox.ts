import { SECOND } from '../domain/time';
import type { Clock } from '../domain/time';
import { systemClock } from '../runtime/clock';
import { wait } from '../runtime/wait';
import type { Wait } from '../runtime/wait';
import { ACTIONS, answerControl } from './control';
import type { ActionName, Controlled } from './control';
import type { CrowdSize } from './crowd';
import { createDataverseService } from './dataverse';
import { createEntra } from './entra';
import type { Registration } from './entra';
import { createFaults } from './faults';
import { createGraphService } from './graph';
import type { Lacks } from './lacks';
import { keepIn, readKept } from './keep';
import { createPartnerCenterService } from './partner-center';
import type { PartnerCenterOptions } from './partner-center';
import { guidOf } from './random';
import { addSeveral, SECOND_PARTNER, settingsOfSecond } from './several';
import { DOCUMENTED_NAMES } from './tables';
import type { TableNames } from './tables';
import { createVisits, serve } from './wire';
import type { SandboxService, Visits } from './wire';
import { World } from './world';
import type { ChangeResult } from './world';

export interface SandboxOptions {
  readonly seed?: string;
  readonly clock?: Clock;
  readonly wait?: Wait;
  /** Customers accept by themselves; default true. Without it the world changes only when told, or by `advance`. */
  readonly moves?: boolean;
  /** Where the world is kept between runs. */
  readonly stateFile?: string;
  /** So many further tenants (each with a row in Work 365) and customers. */
  readonly crowd?: CrowdSize;
  /** A second Partner Center tenant of the partner and a distributor, with customers that are in two of them. */
  readonly several?: boolean;
  /** Byte order marks and changes of casing; default true. */
  readonly quirks?: boolean;
  /** Other names in Dataverse than the documented ones. */
  readonly names?: Partial<TableNames>;
  /** Entra object id -> name, of people whom Dataverse knows. */
  readonly people?: Readonly<Record<string, string>>;
  /** Hears in a sentence what happens. */
  readonly told?: (sentence: string) => void;
  /** Of the control API; the other services take any free port. */
  readonly controlPort?: number;
}

export interface Sandbox {
  readonly urls: Readonly<Record<'entra' | 'partnerCenter' | 'graph' | 'dataverse' | 'control', string>>;
  /** Environment variables that point the bot here. */
  readonly settings: Readonly<Record<string, string>>;
  readonly world: World;
  readonly visits: Visits;
  /** What the control API does, without HTTP; throws when it makes no sense. */
  control(action: ActionName, given?: object): unknown;
  /** Does everything that is due by now. */
  advance(): void;
  close(): Promise<void>;
}

/** The partner of the sandbox. None of it is secret: it is good for this machine's loopback address only. */
export const PARTNER: Registration = {
  tenantId: guidOf('partner', 'tenant', 0),
  clientId: guidOf('partner', 'client', 0),
  clientSecret: 'sandbox-client-secret',
  refreshToken: 'sandbox-refresh-token',
};

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = options.clock ?? systemClock;
  const faults = createFaults(options.wait ?? wait);
  const visits = createVisits();
  const world = openWorld(options, clock);
  const lacks: Lacks = new Set();
  const entra = createEntra([PARTNER, SECOND_PARTNER], clock, lacks);
  const quirks = options.quirks ?? true;
  const partnerCenter = createPartnerCenterService({ world, entra, partnerTenantId: PARTNER.tenantId, quirks, lacks });
  const graph = createGraphService(world, entra, clock, lacks);
  const names = { ...DOCUMENTED_NAMES, ...options.names };
  const dataverse = createDataverseService({ world, entra, names, people: options.people ?? {}, lacks });
  const controlled: Controlled = { world, faults, visits, entra, partnerCenter, dataverse, lacks };

  const shared = { port: 0, clock, faults, visits };
  const services = {
    entra: await serve({ ...shared, name: 'entra', answer: (asked) => entra.answer(asked) }),
    partnerCenter: await serve({ ...shared, name: 'partner-center', answer: (asked) => partnerCenter.answer(asked) }),
    graph: await serve({ ...shared, name: 'graph', answer: (asked) => graph.answer(asked) }),
    dataverse: await serve({ ...shared, name: 'dataverse', answer: (asked) => dataverse.answer(asked) }),
    control: await serve({
      ...shared,
      name: 'control',
      port: options.controlPort ?? 0,
      answer: (asked) => answerControl(controlled, asked),
    }),
  };
  const second = options.several === true ? await startSecond(shared, { world, entra, quirks, lacks }) : undefined;
  const advance = (): void => {
    world.advance();
  };
  const timer = options.moves === false ? undefined : setInterval(advance, SECOND);
  return {
    urls: urlsOf(services),
    settings: {
      ...settingsOf(urlsOf(services)),
      ...(second === undefined ? {} : settingsOfSecond(urlsOf(services), second.url)),
    },
    world,
    visits,
    control: (action, given = {}) => orThrow(ACTIONS[action](given, controlled)),
    advance,
    async close() {
      clearInterval(timer);
      const all = [...Object.values(services), ...(second === undefined ? [] : [second])];
      await Promise.all(all.map((service) => service.close()));
    },
  };
}

/** Another tenant's Partner Center, at an address of its own. */
function startSecond(
  shared: Omit<Parameters<typeof serve>[0], 'name' | 'answer'>,
  options: Omit<PartnerCenterOptions, 'partnerTenantId'>,
): Promise<SandboxService> {
  const { world } = options;
  const tenants = () => world.state.second ?? [];
  const service = createPartnerCenterService({ ...options, partnerTenantId: SECOND_PARTNER.tenantId, tenants });
  return serve({ ...shared, name: 'partner-center', answer: (asked) => service.answer(asked) });
}

function openWorld(options: SandboxOptions, clock: Clock): World {
  const { stateFile, crowd, told } = options;
  const kept = stateFile === undefined ? undefined : readKept(stateFile);
  const world = new World({
    seed: options.seed ?? 'handshake',
    clock,
    ...(kept === undefined ? {} : { state: kept }),
    ...(crowd === undefined ? {} : { crowd }),
    ...(told === undefined ? {} : { told }),
    ...(stateFile === undefined ? {} : { changed: keepIn(stateFile) }),
  });
  if (options.several === true) addSeveral(world.state, clock.now());
  if (options.moves !== false) world.begin();
  return world;
}

type Services = Readonly<Record<keyof Sandbox['urls'], SandboxService>>;

function urlsOf(services: Services): Sandbox['urls'] {
  return {
    entra: services.entra.url,
    partnerCenter: services.partnerCenter.url,
    graph: services.graph.url,
    dataverse: services.dataverse.url,
    control: services.control.url,
  };
}

function settingsOf(urls: Sandbox['urls']): Readonly<Record<string, string>> {
  const { tenantId, clientId, clientSecret, refreshToken } = PARTNER;
  return {
    PARTNER_CENTER_TENANT_ID: tenantId,
    PARTNER_CENTER_CLIENT_ID: clientId,
    PARTNER_CENTER_CLIENT_SECRET: clientSecret,
    PARTNER_CENTER_REFRESH_TOKEN: refreshToken ?? '',
    PARTNER_CENTER_BASE_URL: urls.partnerCenter,
    PARTNER_CENTER_AUTHORITY: urls.entra,
    GRAPH_BASE_URL: urls.graph,
    DIRECTORY: 'work365',
    DATAVERSE_URL: urls.dataverse,
    // Nobody who chats in the Playground is a user of this Work 365.
    WORK365_WRITE_AS_APP: 'on',
    DATAVERSE_TENANT_ID: tenantId,
    DATAVERSE_CLIENT_ID: clientId,
    DATAVERSE_CLIENT_SECRET: clientSecret,
    DATAVERSE_AUTHORITY: urls.entra,
  };
}

function orThrow(changed: ChangeResult<unknown>): unknown {
  if (!changed.ok) throw new Error(changed.problem);
  return changed.value;
}
