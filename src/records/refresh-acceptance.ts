import type { AccountRecord, MissedLook } from '../domain/account';
import { isAccepted } from '../domain/acceptance';
import type { Acceptance, AdminFact, AgreementFact, NotKnown, ResellerFact } from '../domain/acceptance';
import { observeTenant } from '../domain/observe';
import type { ListedTenant, Provider } from '../provider';
import type { Store } from '../store';
import type { Instant } from '../domain/time';
import { HOUR, MINUTE, SECOND } from '../domain/time';
import type { SourceLane, Look, Trouble } from '../domain/source';
import { changeAccount } from './change-document';
import type { Ports } from '../ports';

/** What has to be asked for one tenant at a time is good for this long: a person asks about how it is now. */
const GOOD_FOR: Readonly<Record<SourceLane, number>> = { person: MINUTE, job: HOUR };
/** Who asks for a new look again within this has the newest there is; the provider is spared. */
export const LOOKED_JUST_NOW = 10 * SECOND;
/** A person is waiting for the answer; after this the card says "not checked". */
const PATIENCE_MS = 2_500;

/** The looks that are under way. */
const UNDER_WAY = new WeakMap<Store, Map<string, Promise<AccountRecord>>>();

type Deps = Pick<Ports, 'store' | 'register' | 'providers' | 'clock' | 'log'>;

/** True when the answer in memory is recent enough to be given as it is. A look that failed is none. */
function detailsAreFresh({ acceptance, lookedAt, missed }: AccountRecord, now: Instant, goodFor: number): boolean {
  if (missed?.of === 'tenant' || lookedAt === undefined || now - lookedAt >= goodFor) return false;
  if (acceptance.reseller.state === 'accepted' && acceptance.reseller.disputedAt !== undefined) return false;
  return [acceptance.agreement, acceptance.admin].every((fact) => {
    if (fact.state === 'not-configured' || fact.state === 'not-ours') return true;
    if (fact.state === 'not-checked') return !isAccepted(acceptance);
    if (fact.state === 'could-not-look') return isLasting(fact.trouble) && now - fact.at < goodFor;
    return now - fact.checkedAt < goodFor;
  });
}

/**
 * Asks the provider what its lists do not tell: the country and the custom domains, which tell namesakes apart, the
 * agreement and the delegated admin; and whether somebody who had not accepted has done so since. Keeps the answers, and
 * what kept us from looking. Not again within the hour for a job, within the minute for a person, unless `goodFor`
 * (milliseconds) says otherwise. After `patience` (milliseconds) what has not come counts as not seen. Whoever asks while
 * it is being looked has a share in that look: dozens of them would ask the provider the same, and fight for one document.
 */
export async function refreshDetails(
  deps: Deps,
  record: AccountRecord,
  lane: SourceLane = 'job',
  goodFor: number = GOOD_FOR[lane],
  patience: number = PATIENCE_MS,
): Promise<AccountRecord> {
  const provider = deps.providers.find((p) => p.id === record.providerId);
  if (provider === undefined) return record;
  const accepted = isAccepted(record.acceptance);
  if ((lane === 'job' && !accepted) || detailsAreFresh(record, deps.clock.now(), goodFor)) return record;
  const looks = UNDER_WAY.get(deps.store) ?? new Map<string, Promise<AccountRecord>>();
  UNDER_WAY.set(deps.store, looks);
  const key = `${lane} ${patience} ${record.id}`;
  const look =
    looks.get(key) ??
    lookAt(deps, provider, record, lane, patience).finally(() => {
      looks.delete(key);
    });
  looks.set(key, look);
  return look;
}

async function lookAt(
  deps: Deps,
  provider: Provider,
  record: AccountRecord,
  lane: SourceLane,
  patience: number,
): Promise<AccountRecord> {
  const accepted = isAccepted(record.acceptance);
  const signal = AbortSignal.timeout(patience);
  const { agreement: knownAgreement, admin: knownAdmin } = record.acceptance;
  const [look, agreement, admin] = await Promise.all([
    provider.readTenant(record.tenantId, signal, lane),
    accepted ? provider.readAgreement(record.tenantId, signal, lane) : knownAgreement,
    accepted ? provider.readAdmin(record.tenantId, signal, lane) : knownAdmin,
  ]);
  const saved = await changeAccount(deps, record.id, (r) => {
    const now = deps.clock.now();
    const seen = look.look === 'seen' ? look.value : undefined;
    const { reseller } = r.acceptance;
    // The list has it: that the relationship ended is believed when both say so, and the sync finds out.
    const still =
      look.look === 'absent' && reseller.state === 'not-listed'
        ? { ...reseller, checkedAt: now }
        : look.look === 'absent'
          ? disputed(reseller, now)
          : reseller;
    const acceptance: Acceptance = {
      reseller: seen === undefined ? still : resellerFact(reseller, seen, now, 'first-seen'),
      agreement: kept(agreement, r.acceptance.agreement),
      admin: kept(admin, r.acceptance.admin),
    };
    const missed = missedIn(look, [agreement, admin], [acceptance.agreement, acceptance.admin]);
    const tenant = seen === undefined ? r.tenant : { ...seen.tenant, tenantId: r.tenantId };
    const next = observeTenant(r, tenant, acceptance, now);
    // Nothing new to read, but the age of the answer is new: kept without raising the version.
    const { missed: _before, ...told } = next === r ? { ...r, acceptance } : next;
    return {
      ...told,
      ...(look.look === 'failed' ? {} : { lookedAt: now }),
      ...(missed === undefined ? {} : { missed: { ...missed, at: now } }),
    };
  });
  return saved.changed === 'not-there' ? record : saved.document;
}

/** What could not be looked up now does not wipe out what was known before. */
function kept<F extends { readonly state: string }>(fact: F, known: F): F {
  return fact.state === 'could-not-look' && isKnown(known) ? known : fact;
}

/** What was looked for and is not known anew, although the answer still says something. */
function missedIn(
  look: Look<ListedTenant>,
  found: readonly (AgreementFact | AdminFact)[],
  said: readonly (AgreementFact | AdminFact)[],
): Omit<MissedLook, 'at'> | undefined {
  if (look.look === 'failed') return { of: 'tenant', trouble: look.trouble };
  const old = found.find((fact, index) => fact.state === 'could-not-look' && said[index] !== fact);
  return old?.state === 'could-not-look' ? { of: 'details', trouble: old.trouble } : undefined;
}

/** A refusal that stays until an administrator does something; asking again at once brings nothing. */
export function isLasting({ kind }: Trouble): boolean {
  return kind === 'denied' || kind === 'misconfigured';
}

function isKnown(fact: { state: string }): boolean {
  const notKnown: readonly NotKnown['state'][] = ['not-checked', 'not-configured', 'could-not-look'];
  return !notKnown.some((state) => state === fact.state);
}

/** The list has a tenant that a look by its id does not find. */
export function disputed(reseller: ResellerFact, now: Instant): ResellerFact {
  if (reseller.state !== 'accepted') return reseller;
  return { ...reseller, checkedAt: now, disputedAt: reseller.disputedAt ?? now };
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
  if (listed.relation === 'unknown' && known !== undefined && isKnown(known) && known.state !== 'not-listed')
    return known;
  if (listed.relation !== 'reseller') return { ...checked, state: 'other-relation', relation: listed.relationName };
  if (known?.state === 'accepted') {
    // The provider's event knows the moment better than our own first sight.
    const better = basis === 'event' && known.since.basis !== 'event';
    return { ...checked, state: 'accepted', since: better ? { at: since, basis } : known.since };
  }
  return { ...checked, state: 'accepted', since: { at: since, basis } };
}
