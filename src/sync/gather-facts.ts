import { isAccepted } from '../domain/acceptance';
import type { AccountRecord } from '../domain/account';
import { FirstOf } from '../domain/first-of';
import type { Trouble } from '../domain/source';
import { HOUR, MINUTE, SECOND } from '../domain/time';
import type { Instant } from '../domain/time';
import type { Ports } from '../ports';
import type { Provider } from '../provider';
import { givingWay } from '../matching/slices';
import { isLasting, refreshDetails } from '../records/refresh-acceptance';
import { refreshSubscriptions } from '../records/refresh-subscriptions';

/**
 * Partner Center takes 500 questions a minute about customers; one account takes four or five, and people ask as well.
 * 200,000 accounts take two and a half days and more, and each answer says how old what it knows is.
 */
const EACH_ROUND = 60;
const AT_ONCE = 4;
const PATIENCE_MS = 30 * SECOND;
/** What is known is looked at again after the one, what could not be looked up after the other. */
const GOOD_FOR = 12 * HOUR;
const TRY_AGAIN_AFTER = 5 * MINUTE;

/**
 * Looks up what Partner Center tells one tenant at a time (agreement, delegated admin, country, subscriptions), so that
 * questions about all accounts can be answered from memory: those never looked at first, then the longest not looked at.
 * A round ends early when the source is in trouble.
 */
export async function gatherFacts(
  ports: Ports,
  provider: Provider,
  stop: { readonly aborted: boolean },
): Promise<void> {
  const now = ports.clock.now();
  const due = await firstDue(ports, provider, now);
  for (let at = 0; at < due.length; at += AT_ONCE) {
    if (stop.aborted) return;
    const looked = await Promise.all(due.slice(at, at + AT_ONCE).map((record) => look(ports, record)));
    if (looked.some(isInTrouble)) return;
  }
}

async function firstDue({ register }: Ports, provider: Provider, now: Instant): Promise<readonly AccountRecord[]> {
  const first = new FirstOf<{ readonly record: AccountRecord; readonly at: Instant }>(
    EACH_ROUND,
    (a, b) => a.at - b.at || (a.record.id < b.record.id ? -1 : 1),
  );
  const giveWay = givingWay();
  for (const record of register.allAccounts()) {
    await giveWay();
    if (record.providerId !== provider.id || !isAccepted(record.acceptance)) continue;
    if (dueAt(record) <= now) first.add({ record, at: lastLook(record) });
  }
  return first.inOrder().map(({ record }) => record);
}

async function look(ports: Ports, record: AccountRecord): Promise<AccountRecord> {
  const goodFor = troubles(record).length > 0 ? TRY_AGAIN_AFTER : GOOD_FOR;
  const details = await refreshDetails(ports, record, 'job', goodFor, PATIENCE_MS);
  return refreshSubscriptions(ports, details, AbortSignal.timeout(PATIENCE_MS));
}

/** Only trouble of this look ends the round. */
function isInTrouble(record: AccountRecord): boolean {
  return troubles(record).some(({ kind }) => kind === 'throttled' || kind === 'busy' || kind === 'unreachable');
}

function troubles({ acceptance: { agreement, admin }, subscriptions, missed }: AccountRecord): readonly Trouble[] {
  const facts = [agreement, admin, ...(subscriptions === undefined ? [] : [subscriptions])];
  const failed = facts.flatMap((fact) => (fact.state === 'could-not-look' ? [fact.trouble] : []));
  const later = [missed, subscriptions?.state === 'counted' ? subscriptions.missed : undefined];
  return [...failed, ...later.flatMap((look) => (look === undefined ? [] : [look.trouble]))];
}

/** When it was last tried to look up all of them; 0 when that was never tried. */
function lastLook({ lookedAt, missed, subscriptions }: AccountRecord): Instant {
  return Math.min(lastCount(subscriptions), Math.max(lookedAt ?? 0, missed?.at ?? 0));
}

function lastCount(fact: AccountRecord['subscriptions']): Instant {
  switch (fact?.state) {
    case 'counted':
      return fact.missed?.at ?? fact.checkedAt;
    case 'absent':
    case 'could-not-look':
      return fact.at;
    default:
      return 0;
  }
}

function dueAt(record: AccountRecord): Instant {
  const transient = troubles(record).some((trouble) => !isLasting(trouble));
  return lastLook(record) + (transient ? TRY_AGAIN_AFTER : GOOD_FOR);
}
