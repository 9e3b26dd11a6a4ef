import type { AccountRecord } from '../domain/account';
import type { SubscriptionsFact } from '../domain/acceptance';
import type { Look } from '../domain/source';
import type { Instant } from '../domain/time';
import type { Ports } from '../ports';
import type { Subscription } from '../provider';
import { changeAccount } from './change-document';

type Deps = Pick<Ports, 'store' | 'register' | 'providers' | 'clock' | 'log'>;

/** Counts the subscriptions of a tenant and keeps the figures; what could not be looked up does not wipe out what was known. */
export async function refreshSubscriptions(
  deps: Deps,
  record: AccountRecord,
  signal: AbortSignal,
): Promise<AccountRecord> {
  const provider = deps.providers.find(({ id }) => id === record.providerId);
  if (provider === undefined) return record;
  const look = await provider.readSubscriptions(record.tenantId, signal, 'job');
  const saved = await changeAccount(deps, record.id, (r) => {
    const fact = factOf(look, deps.clock.now());
    const known = r.subscriptions;
    if (fact.state !== 'could-not-look' || known?.state !== 'counted') return { ...r, subscriptions: fact };
    return { ...r, subscriptions: { ...known, missed: { at: fact.at, trouble: fact.trouble } } };
  });
  return saved.changed === 'not-there' ? record : saved.document;
}

function factOf(look: Look<readonly Subscription[]>, at: Instant): SubscriptionsFact {
  switch (look.look) {
    case 'seen': {
      const active = look.value.filter(({ status }) => status === 'active');
      const ends = active.flatMap(({ endsAt, autoRenews, trial }) =>
        endsAt === undefined || autoRenews === true || trial === true ? [] : [endsAt],
      );
      return {
        state: 'counted',
        total: look.value.length,
        active: active.length,
        seats: active.reduce((sum, { quantity }) => sum + quantity, 0),
        ...(ends.length === 0 ? {} : { endsAt: Math.min(...ends) }),
        checkedAt: at,
        source: 'partner-center',
      };
    }
    case 'absent':
      return { state: 'absent', at };
    case 'failed':
      return { state: 'could-not-look', trouble: look.trouble, at };
  }
}
