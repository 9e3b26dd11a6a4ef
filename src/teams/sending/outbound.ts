import type { Courier } from '../../courier';
import type { Clock } from '../../domain/time';
import type { Log } from '../../runtime/log';
import { createCourier, type Voice } from './courier';
import { createLimiter, type Limiter } from './limiter';
import type { Purpose, SendVerdict } from './outcomes';
import { createSender } from './sender';
import type { ServiceUrls } from '../service-url';
import type { Timer } from '../timer';
import type { BotToken } from './token';
import { createWire } from './wire';

export interface OutboundDeps {
  /** Absent in local mode: then nothing is signed. */
  readonly token?: BotToken;
  readonly serviceUrls: ServiceUrls;
  /** Teams' limit per app and tenant; 50 by its documentation. */
  readonly perTenantPerSecond: number;
  readonly timer: Timer;
  readonly clock: Clock;
  readonly log: Log;
  /** Between 0 and 1. */
  readonly random: () => number;
  readonly timeoutMs?: number;
  readonly observe?: (verdict: SendVerdict['verdict'], purpose: Purpose, lane: 'turn' | 'background') => void;
}

export interface Outbound {
  readonly courier: Courier;
  readonly voice: Voice;
  /** What the replicas agree on: how much of the tenant's limit each of them uses. */
  readonly budget: Pick<Limiter, 'leave' | 'wanted'>;
  /** How much waits for Teams' limits. */
  waiting(): number;
  /** How much waits for Teams' answer. */
  underWay(): number;
  close(): void;
}

/** Everything that leaves for Teams, put together: one wire, one limiter, one place that tries again. */
export function createOutbound(deps: OutboundDeps): Outbound {
  const limiter = createLimiter(deps);
  const wire = createWire({ ...deps, token: deps.token });
  const sender = createSender({ ...deps, wire, limiter });
  // Before the first turn needs it; and a wrong password is told at start rather than by the first person who asks.
  deps.token?.get().catch((error: unknown) => {
    deps.log.error(
      { error },
      'No token for Teams: check BOT_ID, BOT_PASSWORD, BOT_TENANT_ID and that BOT_LOGIN_URL can be reached.',
    );
  });
  return {
    ...createCourier({ ...deps, sender }),
    budget: limiter,
    waiting: () => limiter.size().waiting,
    underWay: () => wire.underWay(),
    close: () => {
      wire.close();
    },
  };
}
