import { systemClock } from '../../src/runtime/clock';
import { createLog } from '../../src/runtime/log';
import { Secret } from '../../src/runtime/secret';
import { createPartnerCenter } from '../../src/providers/partner-center/partner-center';
import type { PartnerCenterConfig } from '../../src/providers/partner-center/partner-center';
import { createWork365 } from '../../src/directories/work365/work365';
import type { Work365Config } from '../../src/directories/work365/work365';
import type { Directory } from '../../src/directory';
import type { Clock, Instant } from '../../src/domain/time';
import type { Provider } from '../../src/provider';
import { startSandbox } from '../../src/sandbox/sandbox';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/sandbox';

/** A clock that stands still until it is turned. */
export interface TurnedClock extends Clock {
  turn(ms: number): void;
}

export function turnedClock(now: Instant = Date.parse('2026-03-02T10:00:00Z')): TurnedClock {
  return {
    now: () => now,
    turn(ms) {
      now += ms;
    },
  };
}

/** Ids that tell in which order they were asked for. */
export function countingIds() {
  let n = 0;
  return { next: () => `id-${++n}` };
}

export const quietLog = createLog('silent');

/** Nobody waits in a test: a wait ends at once and is remembered. */
export function noWait() {
  const waits: number[] = [];
  return {
    waits,
    wait: (ms: number) => {
      waits.push(ms);
      return Promise.resolve();
    },
  };
}

/** A wait that is over at once, by a clock that it turns. */
export function turning(clock: TurnedClock) {
  return (ms: number) => {
    clock.turn(ms);
    return Promise.resolve();
  };
}

export interface Stand {
  readonly sandbox: Sandbox;
  readonly clock: TurnedClock;
  /** With a `clock` the adapter goes by it, and its waits turn it. */
  provider(more?: Partial<PartnerCenterConfig>, clock?: TurnedClock): Provider;
  directory(more?: Partial<Work365Config>, clock?: TurnedClock): Directory;
}

/** A sandbox that moves only when told, and the real adapters pointed at it by its settings. */
export async function startStand(options: SandboxOptions = {}): Promise<Stand> {
  const clock = turnedClock();
  const sandbox = await startSandbox({ clock, moves: false, ...options });
  const set = (name: string) => sandbox.settings[name] ?? '';
  const deps = (by?: TurnedClock) => ({
    log: quietLog,
    ids: countingIds(),
    ...(by === undefined ? { clock: systemClock, ...noWait() } : { clock: by, wait: turning(by) }),
  });
  const http = { firstBackoffMs: 1, retries: 2 };
  return {
    sandbox,
    clock,
    provider: (more = {}, by) =>
      createPartnerCenter(
        {
          tenantId: set('PARTNER_CENTER_TENANT_ID'),
          clientId: set('PARTNER_CENTER_CLIENT_ID'),
          credential: { kind: 'secret', secret: new Secret(set('PARTNER_CENTER_CLIENT_SECRET')) },
          refreshToken: new Secret(set('PARTNER_CENTER_REFRESH_TOKEN')),
          baseUrl: set('PARTNER_CENTER_BASE_URL'),
          authority: set('PARTNER_CENTER_AUTHORITY'),
          graphBaseUrl: set('GRAPH_BASE_URL'),
          http,
          ...more,
        },
        deps(by),
      ),
    directory: (more = {}, by) =>
      createWork365(
        {
          url: set('DATAVERSE_URL'),
          tenantId: set('DATAVERSE_TENANT_ID'),
          clientId: set('DATAVERSE_CLIENT_ID'),
          clientSecret: new Secret(set('DATAVERSE_CLIENT_SECRET')),
          authority: set('DATAVERSE_AUTHORITY'),
          http,
          ...more,
        },
        deps(by),
      ),
  };
}

/** Everything that a listing yields, in one list. */
export async function all<T>(pages: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  const items: T[] = [];
  for await (const page of pages) items.push(...page);
  return items;
}
