import type { Instant } from '../domain/time';
import type { Ports } from '../ports';
import { takeInTenant } from './take-in-tenant';
import { firstLook } from './sync-accounts';

/**
 * The provider says that something happened to a tenant. The event is a hint: the tenant is read with our own token,
 * and only what that look shows is believed. Returns what came of it, for the log.
 */
export async function acceptEvent(
  ports: Ports,
  tenantId: string,
  at: Instant,
): Promise<'taken-in' | 'absent' | 'could-not-look'> {
  let couldNotLook = false;
  let isTakenIn = false;
  for (const provider of ports.providers) {
    const look = await provider.readTenant(tenantId, undefined, 'job');
    if (look.look === 'failed') couldNotLook = true;
    if (look.look !== 'seen') continue;
    const basis = firstLook(ports, provider) ? 'before-first-look' : 'event';
    await takeInTenant(ports, provider, look.value, { basis, at: ports.clock.now(), acceptedAt: at });
    isTakenIn = true;
  }
  // Several providers may have the tenant; the event does not say which one it is about.
  if (isTakenIn) return 'taken-in';
  return couldNotLook ? 'could-not-look' : 'absent';
}
