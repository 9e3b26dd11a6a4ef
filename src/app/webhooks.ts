import { hostAllowed } from '../config';
import type { Config } from '../config';
import { DAY } from '../domain/time';
import { createWebhookReader } from '../providers/partner-center/webhook';
import type { ProviderEvent, WebhookReader } from '../providers/partner-center/webhook';
import { acceptEvent } from '../tasks/accept-event';
import type { Ports } from '../tasks/ports';
import type { ServerDeps, Webhook } from '../teams/server';

/** Events are delivered up to ten times; so many of them are remembered, so that one is looked into once. */
const REMEMBERED = 1_000;
/** An event that says it is older than this, or that it lies ahead, is not believed about its time. */
const BELIEVED_FOR = 30 * DAY;

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
      : { partnerCenter: partnerCenter(partnerCenterSecret.reveal(), reader, ports) }),
    ...(dataverseSecret === undefined ? {} : { dataverse: dataverse(dataverseSecret.reveal(), ports) }),
  };
}

function partnerCenter(secret: string, reader: WebhookReader, ports: Ports): Webhook {
  const seen = new Set<string>();
  return {
    secret,
    async handle(request) {
      const read = await reader.read(request);
      if (read.outcome === 'refused') return read.status;
      const { event } = read;
      if (event.tenantId === undefined || seen.has(event.key)) return 200;
      if (seen.size >= REMEMBERED) seen.clear();
      seen.add(event.key);
      // Answered before the work is done. When it fails, or we die, the next sync sees the same.
      void lookInto(ports, event.tenantId, event);
      return 200;
    },
  };
}

async function lookInto(ports: Ports, tenantId: string, event: ProviderEvent): Promise<void> {
  const now = ports.clock.now();
  const { at = now } = event;
  const believed = at <= now && now - at < BELIEVED_FOR ? at : now;
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
