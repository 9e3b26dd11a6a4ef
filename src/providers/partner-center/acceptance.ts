import type { AdminFact, AgreementFact } from '../../domain/acceptance';
import type { SourceLane, Look, Trouble } from '../../domain/source';
import type { Clock } from '../../domain/time';
import type { Client } from './client';
import { agreementsSchema, directSignedSchema } from './schema';
import type { AdminRelationship } from './schema';

/**
 * The Microsoft Customer Agreement: one that we attested for the customer, else one that the customer signed itself.
 * Whether the older reads still answer in 2026 is not documented, so "could not look" is a normal answer here.
 */
export async function readAgreement(
  client: Client,
  clock: Clock,
  tenantId: string,
  asked: { readonly lane: SourceLane; readonly signal: AbortSignal | undefined },
): Promise<AgreementFact> {
  const customer = `/v1/customers/${tenantId}`;
  const checked = () => ({ checkedAt: clock.now(), source: 'partner-center' as const });
  const attested = await client.ask({
    what: 'agreements of a customer',
    path: `${customer}/agreements?agreementType=MicrosoftCustomerAgreement`,
    schema: agreementsSchema,
    as: 'user',
    subject: tenantId,
    ...asked,
  });
  if (attested.look === 'seen' && attested.value.items.length > 0) {
    const times = attested.value.items.map((a) => a.dateagreed).filter((at) => at !== undefined);
    const signedAt = times.length === 0 ? {} : { signedAt: Math.max(...times) };
    return { state: 'signed', ...signedAt, ...checked() };
  }
  const direct = await client.ask({
    what: 'direct-signed agreement of a customer',
    path: `${customer}/directSignedMicrosoftCustomerAgreementStatus`,
    schema: directSignedSchema,
    as: 'user',
    subject: tenantId,
    ...asked,
  });
  if (direct.look === 'seen' && direct.value.issigned) return { state: 'signed', ...checked() };
  const trouble = troubleIn(attested) ?? troubleIn(direct);
  if (trouble !== undefined) return { state: 'could-not-look', trouble, at: clock.now() };
  // Without a relationship Partner Center says nothing about agreements, neither yes nor no.
  if (direct.look === 'absent' || attested.look === 'absent') return { state: 'not-checked' };
  return { state: 'not-signed', ...checked() };
}

function troubleIn(look: Look<unknown>): Trouble | undefined {
  return look.look === 'failed' ? look.trouble : undefined;
}

const ACTIVE = new Set(['active', 'expiring']);
const PENDING = new Set(['created', 'approvalPending', 'approved', 'activating']);

/** The best of a tenant's GDAP relationships: an active one, else one under way, else the one that ended last. */
export function adminFactOf(relationships: readonly AdminRelationship[], clock: Clock): AdminFact {
  const checked = { checkedAt: clock.now(), source: 'graph' as const };
  const active = relationships.filter((r) => ACTIVE.has(r.status));
  const lasting = active.toSorted((a, b) => (b.endDateTime ?? 0) - (a.endDateTime ?? 0))[0];
  if (lasting !== undefined) {
    const until = lasting.endDateTime === undefined ? {} : { until: lasting.endDateTime };
    const roles = lasting.accessDetails?.unifiedRoles;
    // `PT0S` is no time: such a relationship is not extended.
    const renews = /[1-9]/.test(lasting.autoExtendDuration ?? '') ? ({ renews: true } as const) : {};
    return { state: 'active', ...until, ...renews, ...(roles ? { roles: roles.length } : {}), ...checked };
  }
  if (relationships.some((r) => PENDING.has(r.status))) return { state: 'pending', ...checked };
  if (relationships.length === 0) return { state: 'none', ...checked };
  // A relationship that was ended early changed last when it ended, which is before its planned end.
  const ends = relationships.map((r) => Math.min(r.endDateTime ?? Infinity, r.lastModifiedDateTime ?? Infinity));
  const known = ends.filter((at) => at !== Infinity);
  return { state: 'expired', ...(known.length === 0 ? {} : { at: Math.max(...known) }), ...checked };
}
