import type { AccountRecord, DirectoryRow } from '../domain/account';
import { accountId } from '../domain/account';
import type { Acceptance, ResellerFact, SinceBasis } from '../domain/acceptance';
import { firstSight, observeTenant } from '../domain/observe';
import { observeRows } from '../domain/row-choice';
import type { Instant } from '../domain/time';
import { NO_REHEARSAL, rehearsesIn } from '../domain/rehearsal';
import type { ListedTenant, Provider } from '../provider';
import type { Write } from '../store';
import { announceTo, listenersAmong } from '../records/announce-account';
import type { Listener } from '../records/announce-account';
import { changeAccount } from '../records/change-document';
import type { Ports } from '../ports';
import { resellerFact } from '../records/refresh-acceptance';
import { isApproved } from '../records/team-approval';

/** How we come to know of a tenant, and since when it has been accepted if that is known better than "now". */
export interface Sighting {
  readonly basis: SinceBasis;
  readonly at: Instant;
  readonly acceptedAt?: Instant;
  /** Of Work 365; more than one where it has several for this account. */
  readonly rows?: readonly DirectoryRow[];
  /** When the rows were read; `at` without it. */
  readonly rowsReadAt?: Instant;
}

/**
 * Brings one tenant into the store: a record of its own when it is new, told to every conversation that wants to be
 * told unless it was there before we first looked; otherwise the news about it.
 */
export async function takeInTenant(
  ports: Ports,
  provider: Provider,
  listed: ListedTenant,
  sighting: Sighting,
): Promise<AccountRecord> {
  const id = accountId({ providerId: provider.id, tenantId: listed.tenant.tenantId });
  const fresh = newRecord(ports, provider, listed, sighting);
  const inserted = await ports.store.write({ write: 'insert', document: fresh });
  if (inserted.outcome === 'saved') {
    ports.register.apply(fresh);
    ports.nudge('reconcile');
    return fresh;
  }
  const changed = await changeAccount(ports, id, (record) => updated(record, listed, sighting));
  return changed.changed === 'not-there' ? fresh : changed.document;
}

export function newRecord(ports: Ports, provider: Provider, listed: ListedTenant, sighting: Sighting): AccountRecord {
  const { at, basis, acceptedAt, rows = [] } = sighting;
  const acceptance: Acceptance = {
    reseller: resellerFact(undefined, listed, at, basis, acceptedAt),
    agreement: { state: 'not-checked' },
    admin: { state: 'not-checked' },
  };
  const record = firstSight({
    partnerId: ports.partnerId,
    providerId: provider.id,
    tenantId: listed.tenant.tenantId.toLowerCase(),
    tenant: listed.tenant,
    acceptance,
    rows,
    writesBack: ports.directory.writesBack,
    tell: [],
    at,
  });
  return basis === 'before-first-look' || needsNobody(listed, rows)
    ? record
    : announceTo(record, listenersTo(ports), at);
}

/** What a listing says about a record that we have; the same record when there is nothing new in it. */
export function updated(record: AccountRecord, listed: ListedTenant, sighting: Sighting): AccountRecord {
  const { at, basis, acceptedAt, rows = [] } = sighting;
  const acceptance: Acceptance = {
    ...record.acceptance,
    reseller: listedFact(
      record.acceptance.reseller,
      resellerFact(record.acceptance.reseller, listed, at, basis, acceptedAt),
      basis,
    ),
  };
  const seen = observeTenant(record, { ...listed.tenant, tenantId: record.tenantId }, acceptance, at);
  return observeRows(seen, rows, at, sighting.rowsReadAt);
}

/** The write that a listing calls for, or undefined when it says nothing new. */
export function writeFor(
  ports: Ports,
  provider: Provider,
  listed: ListedTenant,
  sighting: Sighting,
): { readonly write: Write<AccountRecord> } | { readonly reread: string } | undefined {
  const id = accountId({ providerId: provider.id, tenantId: listed.tenant.tenantId });
  const known = ports.register.account(id);
  if (known === undefined)
    return { write: { write: 'insert', document: newRecord(ports, provider, listed, sighting) } };
  return updated(known, listed, sighting) === known ? undefined : { reread: id };
}

/** What a look by the tenant's id did not find, a list does not settle. */
function listedFact(known: ResellerFact, fact: ResellerFact, basis: SinceBasis): ResellerFact {
  if (basis === 'event' || known.state !== 'accepted' || known.disputedAt === undefined) return fact;
  return fact.state === 'accepted' ? { ...fact, disputedAt: known.disputedAt } : fact;
}

/** Nobody need be told of a tenant that is no reseller customer, or that Work 365 has mapped already. */
function needsNobody(listed: ListedTenant, rows: readonly DirectoryRow[]): boolean {
  const isMapped = rows.length === 1 && rows[0]?.customerId !== undefined;
  return listed.relation !== 'reseller' || isMapped;
}

/** Whoever wants to be told of new accounts. */
export function listenersTo(ports: Ports): readonly Listener[] {
  const wanting = [...ports.register.allConversations()]
    .filter((c) => c.state !== 'removed' && c.settings.notifications && isApproved(ports, c))
    .filter(({ conversationId }) => !rehearsesIn(ports.rehearsal ?? NO_REHEARSAL, conversationId));
  return listenersAmong(ports, wanting);
}
