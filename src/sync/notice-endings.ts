import type { AccountRecord } from '../domain/account';
import { observeTenant } from '../domain/observe';
import type { ListedTenant } from '../provider';
import { changeAccount } from '../records/change-document';
import type { LeavingOut } from '../records/leave-out';
import { sourceDocumentId } from '../records/note-source';
import type { Ports } from '../ports';
import { chosenFrom } from '../matching/slices';
import type { Looking } from './look-at-unclear';
import { updated } from './take-in-tenant';

/** Most tenants that one run may find to have left; more at once looks like a broken listing, and waits for the next. */
const MOST_ENDINGS = 50;

interface Endings {
  /** Of so many it could not be told. */
  readonly unconfirmed: number;
  readonly askedUpTo?: string;
}

/**
 * Accounts that were accepted and are in the list no more. Each is asked for by its id before we say so; of many some at a
 * time, and the next round goes on with the others, so that those that cannot be told keep none waiting.
 */
export async function noticeEndings(
  { ports, provider, signal, tenure }: Looking,
  seen: ReadonlySet<string>,
  left: LeavingOut,
): Promise<Endings> {
  const isMissing = ({ providerId, tenantId, acceptance: { reseller } }: AccountRecord): boolean =>
    providerId === provider.id && reseller.state === 'accepted' && !seen.has(tenantId.toLowerCase());
  const missing = await chosenFrom(ports.register.allAccounts(), isMissing);
  missing.sort((a, b) => (a.id < b.id ? -1 : 1));
  if (missing.length > MOST_ENDINGS) {
    ports.log.warn(
      { provider: provider.id, missing: missing.length },
      'Many accounts are missing from the list; checking some of them',
    );
  }
  const before = ports.register.source(sourceDocumentId(`accounts:${provider.id}`))?.askedUpTo;
  const from = before === undefined ? 0 : missing.findIndex(({ id }) => id > before);
  const asked = [...missing.slice(Math.max(0, from)), ...missing.slice(0, Math.max(0, from))].slice(0, MOST_ENDINGS);
  let unconfirmed = missing.length - asked.length;
  for (const account of asked) {
    const look = await provider.readTenant(account.tenantId, signal, 'job');
    if (tenure.aborted) return { unconfirmed };
    if (look.look === 'failed') unconfirmed += 1;
    if (look.look === 'absent') await changeAccount(ports, account.id, (r) => ended(r, ports.clock.now()));
    if (look.look === 'seen') await keepUnlisted(ports, account, look.value, left);
  }
  const last = missing.length > MOST_ENDINGS ? asked.at(-1) : undefined;
  return { unconfirmed, ...(last === undefined ? {} : { askedUpTo: last.id }) };
}

/** The list lacks it, and asked for by its id it is there: the list is not whole. */
async function keepUnlisted(
  ports: Ports,
  { id, tenant }: AccountRecord,
  listed: ListedTenant,
  left: LeavingOut,
): Promise<void> {
  left.add(tenant.name, 'the list lacks it, and asked for by its id it is there');
  await changeAccount(ports, id, (r) => updated(r, listed, { basis: 'first-seen', at: ports.clock.now() }));
}

function ended(record: AccountRecord, at: number): AccountRecord {
  const { reseller } = record.acceptance;
  if (reseller.state !== 'accepted') return record;
  const fact = {
    state: 'ended' as const,
    since: reseller.since,
    endedSeenAt: at,
    checkedAt: at,
    source: 'partner-center' as const,
  };
  return observeTenant(record, record.tenant, { ...record.acceptance, reseller: fact }, at);
}
