import { hostAllowed } from '../config';
import type { Config } from '../config';
import { DAY, type Instant } from '../domain/time';
import { createWebhookReader } from '../providers/partner-center/webhook';
import type { WebhookReader } from '../providers/partner-center/webhook';
import { noteEvent, wantSync } from '../records/note-event';
import { StoreUnavailable } from '../store';
import type { Ports } from '../ports';
import type { ServerDeps, Webhook } from '../teams/door/server';

/** An older event is of no use: the next sync has seen long ago what it was about. */
const STALE_AFTER = DAY;
/** So many are written down one by one; a flood of them is one sync, which sees all of it. */
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

/**
 * Exported for its test: what becomes of events once they are known to be Partner Center's. Acknowledged is what is written
 * down; a store that is away is a 503, and Partner Center delivers it again.
 */
export function partnerCenterWebhook(secret: string, reader: WebhookReader, ports: Ports): Webhook {
  let lately: readonly Instant[] = [];
  return {
    secret,
    async handle(request) {
      const read = await reader.read(request);
      if (read.outcome === 'refused') return read.status;
      const { event, tenantId, at, key } = read.event;
      const now = ports.clock.now();
      if (tenantId === undefined) return 200;
      if (at !== undefined && now - at > STALE_AFTER) return 200;
      lately = [...lately.filter((before) => now - before < BY_THEMSELVES.ms), now];
      return acknowledged(
        lately.length > BY_THEMSELVES.count
          ? wantSync(ports, 'partner-center', event)
          : noteEvent(ports, { source: 'partner-center', event, tenantId, key, ...(at === undefined ? {} : { at }) }),
      );
    },
  };
}

/** Dataverse does not sign: the call is a wake-up, and what it is about is read anew with our own token. */
function dataverse(secret: string, ports: Ports): Webhook {
  return { secret, handle: () => acknowledged(wantSync(ports, 'work365', 'changed')) };
}

async function acknowledged(written: Promise<void>): Promise<number> {
  try {
    await written;
    return 200;
  } catch (error) {
    if (error instanceof StoreUnavailable) return 503;
    throw error;
  }
}
