import type { BotAuth } from '../adapter';
import { tenantOf } from '../turns/place';
import type { IncomingActivity } from '../schema';
import type { ServiceUrls } from '../service-url';

/** Beyond what the token says: our channel, hosts that we know, tenants that may talk to us. */
export function createPolicy(deps: {
  readonly auth: BotAuth;
  readonly serviceUrls: ServiceUrls;
  /** Lower case; absent: every tenant. */
  readonly allowedTenants?: readonly string[];
}): (activity: IncomingActivity) => boolean {
  const channels = deps.auth.mode === 'off' ? ['msteams', 'emulator'] : ['msteams'];
  const tenants = deps.allowedTenants;
  const known = (id: string | undefined) => id !== undefined && (tenants?.includes(id.toLowerCase()) ?? true);
  return (activity) => {
    if (!channels.includes(activity.channelId) || !deps.serviceUrls.allows(activity.serviceUrl)) return false;
    if (tenants === undefined) return true;
    // In a shared channel people of other tenants speak too.
    return known(tenantOf(activity)) && known(activity.from?.tenantId ?? tenantOf(activity));
  };
}
