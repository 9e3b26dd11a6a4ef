import type { AccountRecord } from '../domain/account';
import { isAccepted } from '../domain/acceptance';
import type { Acceptance, NotKnown, ResellerFact } from '../domain/acceptance';
import { observeTenant } from '../domain/observe';
import type { ListedTenant } from '../provider';
import type { Instant } from '../domain/time';
import { HOUR } from '../domain/time';
import { changeAccount } from './change-document';
import type { Ports } from './ports';

/** What has to be asked for one tenant at a time is kept for this long. */
const DETAILS_LAST = HOUR;
/** A person is waiting for the answer; after this the card says "not checked". */
const PATIENCE_MS = 2_500;

type Deps = Pick<Ports, 'store' | 'register' | 'providers' | 'clock' | 'log'>;

/** True when the answer in memory is recent enough to be given as it is. */
function detailsAreFresh({ acceptance, lookedAt }: AccountRecord, now: Instant): boolean {
  if (lookedAt === undefined || now - lookedAt >= DETAILS_LAST) return false;
  return [acceptance.agreement, acceptance.admin].every((fact) => {
    if (fact.state === 'not-configured') return true;
    if (fact.state === 'not-checked') return false;
    return now - (fact.state === 'could-not-look' ? fact.at : fact.checkedAt) < DETAILS_LAST;
  });
}

/**
 * Asks the provider what its lists do not tell: the country and the custom domains, which tell namesakes apart, the
 * agreement and the delegated admin. Only for a tenant that accepted, and not again within the hour. Keeps the answers.
 */
export async function refreshDetails(deps: Deps, record: AccountRecord): Promise<AccountRecord> {
  const provider = deps.providers.find((p) => p.id === record.providerId);
  if (provider === undefined || !isAccepted(record.acceptance)) return record;
  if (detailsAreFresh(record, deps.clock.now())) return record;
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const [look, agreement, admin] = await Promise.all([
    provider.readTenant(record.tenantId, signal),
    provider.readAgreement(record.tenantId, signal),
    provider.readAdmin(record.tenantId, signal),
  ]);
  const saved = await changeAccount(deps, record.id, (r) => {
    const now = deps.clock.now();
    // That the relationship ended is believed only after it was confirmed, by the sync.
    const seen = look.look === 'seen' ? look.value : undefined;
    const { reseller } = r.acceptance;
    const acceptance: Acceptance = {
      reseller: seen === undefined ? reseller : resellerFact(reseller, seen, now, 'first-seen'),
      agreement: kept(agreement, r.acceptance.agreement),
      admin: kept(admin, r.acceptance.admin),
    };
    const tenant = seen === undefined ? r.tenant : { ...seen.tenant, tenantId: r.tenantId };
    const next = observeTenant(r, tenant, acceptance, now);
    // Nothing new to read, but the age of the answer is new: kept without raising the version.
    return { ...(next === r ? { ...r, acceptance } : next), lookedAt: now };
  });
  return saved.changed === 'not-there' ? record : saved.document;
}

/** What could not be looked up now does not wipe out what was known before. */
function kept<F extends { readonly state: string }>(fact: F, known: F): F {
  return fact.state === 'could-not-look' && isKnown(known) ? known : fact;
}

function isKnown(fact: { state: string }): boolean {
  const notKnown: readonly NotKnown['state'][] = ['not-checked', 'not-configured', 'could-not-look'];
  return !notKnown.some((state) => state === fact.state);
}

/** What a listing or a fresh look says about the reseller relationship, given what we knew. */
export function resellerFact(
  known: ResellerFact | undefined,
  listed: ListedTenant,
  at: Instant,
  basis: 'event' | 'first-seen' | 'before-first-look',
  since: Instant = at,
): ResellerFact {
  const checked = { checkedAt: at, source: 'partner-center' as const };
  if (listed.relation === 'other') return { ...checked, state: 'other-relation', relation: listed.relationName };
  if (known?.state === 'accepted') {
    // The provider's event knows the moment better than our own first sight.
    const better = basis === 'event' && known.since.basis !== 'event';
    return { ...checked, state: 'accepted', since: better ? { at: since, basis } : known.since };
  }
  return { ...checked, state: 'accepted', since: { at: since, basis } };
}
