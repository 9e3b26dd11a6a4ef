import { hostAllowed } from '../config';
import type { Config } from '../config';
import { DAY, type Instant } from '../domain/time';
import { createWebhookReader } from '../providers/partner-center/webhook';
import type { ProviderEvent, WebhookReader } from '../providers/partner-center/webhook';
import { acceptEvent } from '../sync/accept-event';
import type { Ports } from '../ports';
import type { ServerDeps, Webhook } from '../teams/door/server';

/** Events are delivered up to ten times; so many of them are remembered, so that one is looked into once. */
const REMEMBERED = 10_000;
/** An older event is of no use: the next sync has seen long ago what it was about. */
const STALE_AFTER = DAY;
/** So many are looked into one by one; a flood of them is one sync, which sees all of it. */
const BY_THEMSELVES = { count: 20, ms: 10_000 };

/** The addresses that sources call. Without a secret an address does not exist. */
export function createWebhooks(settings: Config['webhooks'], ports: Ports): ServerDeps['webhooks'] {
  const { partnerCenterSecret, dataverseSecret, certHosts, caFile } = settings;
  const reader = createWebhookReader(
    { hostAllowed: (url) => hostAllowed(url, certHosts), ...(caFile === undefined ? {} : { caFile }) },
    ports,
  );
  return {
    ...(partnerCenterSecret === undefined
      ? {}
      : { partnerCenter: partnerCenterWebhook(partnerCenterSecret.reveal(), reader, ports) }),
    ...(dataverseSecret === undefined ? {} : { dataverse: dataverse(dataverseSecret.reveal(), ports) }),
  };
}

/** Exported for its test: what becomes of events once they are known to be Partner Center's. */
export function partnerCenterWebhook(secret: string, reader: WebhookReader, ports: Ports): Webhook {
  const seen = new Set<string>();
  let lately: readonly Instant[] = [];
  return {
    secret,
    async handle(request) {
      const read = await reader.read(request);
      if (read.outcome === 'refused') return read.status;
      const { event } = read;
      const now = ports.clock.now();
      if (event.tenantId === undefined || seen.has(event.key)) return 200;
      if (event.at !== undefined && now - event.at > STALE_AFTER) return 200;
      remember(seen, event.key);
      lately = [...lately.filter((at) => now - at < BY_THEMSELVES.ms), now];
      // Answered before the work is done. When it fails, or we die, the next sync sees the same.
      if (lately.length > BY_THEMSELVES.count) ports.nudge('sync');
      else void lookInto(ports, event.tenantId, event);
      return 200;
    },
  };
}

/** The oldest ones give way. */
function remember(seen: Set<string>, key: string): void {
  const [oldest] = seen;
  if (seen.size >= REMEMBERED && oldest !== undefined) seen.delete(oldest);
  seen.add(key);
}

async function lookInto(ports: Ports, tenantId: string, event: ProviderEvent): Promise<void> {
  const now = ports.clock.now();
  const { at = now } = event;
  // One that lies ahead is not believed about its time.
  const believed = Math.min(at, now);
  try {
    const outcome = await acceptEvent(ports, tenantId, believed);
    ports.log.info({ event: event.event, outcome }, 'an event of Partner Center was looked into');
  } catch (error) {
    ports.log.error({ event: event.event, error }, 'An event could not be looked into; the next sync will see it');
  }
}

/** Dataverse does not sign: the call is a wake-up, and what it is about is read anew with our own token. */
function dataverse(secret: string, ports: Ports): Webhook {
  return {
    secret,
    handle() {
      ports.nudge('sync');
      return Promise.resolve(200);
    },
  };
}
