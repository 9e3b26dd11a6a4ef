import type { AccountRecord } from './account';
import { backoff } from './backoff';
import { REFUSED_CREATION_KEPT } from './creation';
import type { Creation, CreationRefusal, CustomerDetails } from './creation';
import type { CustomerRef } from './decision';
import type { Evidence } from './evidence';
import { pickCustomer } from './mapping';
import type { SeenVersion } from './mapping';
import type { Person } from './person';
import { raised, settle } from './settle';
import type { Instant } from './time';

/** What somebody wants created for an account. */
export interface CreationWish {
  /** The id that the customer gets, if nobody has begun before. */
  readonly id: string;
  readonly details: CustomerDetails;
  readonly anyway?: true;
}

export interface CreationStamp {
  /** The click's id, which becomes the decision's. */
  readonly id: string;
  readonly at: Instant;
  readonly by: Person;
  readonly where?: string;
}

/**
 * What came of wanting a customer created.
 * - `owed`: it is noted, save it
 * - `unchanged`: the same click, or the same person's customer that is being created already
 * - `under-way`: somebody else's is being created for this account
 * - `taken`: the account is decided
 * - `stale`: something was decided and taken back after the card was drawn
 */
export type CreationRuling =
  | { readonly ruling: 'owed'; readonly record: AccountRecord }
  | { readonly ruling: 'unchanged' | 'under-way' | 'taken' | 'stale'; readonly record: AccountRecord };

/** Notes that a customer is to be created. A refused one before it gives its id on: it is the same customer. */
export function wantCustomer(
  record: AccountRecord,
  wish: CreationWish,
  stamp: CreationStamp,
  asOf: SeenVersion,
): CreationRuling {
  const { creation: before, mapping, decisions } = record;
  if (before?.decisionId === stamp.id || decisions.some(({ id }) => id === stamp.id))
    return { ruling: 'unchanged', record };
  if (mapping.state !== 'open') return { ruling: 'taken', record };
  if (before?.state === 'owed' && before.left !== true)
    return { ruling: before.by.id === stamp.by.id ? 'unchanged' : 'under-way', record };
  if (asOf !== undefined && asOf !== record.mappingVersion) return { ruling: 'stale', record };
  const creation: Creation = {
    id: before?.id ?? wish.id,
    details: wish.details,
    by: stamp.by,
    at: stamp.at,
    decisionId: stamp.id,
    ...(stamp.where === undefined ? {} : { where: stamp.where }),
    state: 'owed',
    attempts: 0,
    ...(before?.begun === undefined ? {} : { begun: before.begun }),
    ...(wish.anyway === true ? { anyway: true } : {}),
  };
  return { ruling: 'owed', record: raised({ ...record, creation }, stamp.at) };
}

/** Noted before the request leaves. */
export function beginCreation(record: AccountRecord, id: string, now: Instant): AccountRecord | undefined {
  const { creation } = record;
  if (creation?.id !== id || creation.state !== 'owed' || creation.begun !== undefined) return undefined;
  const { notBefore: _over, ...rest } = creation;
  return settle({ ...record, creation: { ...rest, begun: now } }, now);
}

/** The directory does not have it: what was sent did not arrive, and may be sent again. */
export function noteNotArrived(record: AccountRecord, id: string, now: Instant): AccountRecord | undefined {
  const { creation } = record;
  if (creation?.id !== id) return undefined;
  if (creation.left === true) return withoutCreation(record, now);
  const { begun: _vain, ...rest } = creation;
  return settle({ ...record, creation: rest }, now);
}

/** The customer is there: the account is mapped to it, by whoever had it created. One decision, one change. */
export function noteCreated(
  record: AccountRecord,
  customer: CustomerRef,
  evidence: readonly Evidence[],
  now: Instant,
): AccountRecord | undefined {
  const { creation, ...rest } = record;
  if (creation?.id !== customer.id) return undefined;
  const { by: person, decisionId: id, where } = creation;
  const stamp = { id, at: now, by: { kind: 'person' as const, person }, ...(where === undefined ? {} : { where }) };
  const ruling = pickCustomer(rest, { customer, evidence, created: true }, stamp);
  // Whoever decided first is right; the customer stays where it is.
  return ruling.ruling === 'decided' ? ruling.record : withoutCreation(record, now);
}

export function noteCreationRefused(
  record: AccountRecord,
  id: string,
  refusal: CreationRefusal,
  now: Instant,
): AccountRecord | undefined {
  const { creation } = record;
  if (creation?.id !== id) return undefined;
  if (creation.left === true) return withoutCreation(record, now);
  const { begun: _done, notBefore: _wait, lastError: _error, ...rest } = creation;
  return raised({ ...record, creation: { ...rest, state: 'refused', refusal, refusedAt: now } }, now);
}

/** It did not work this time. A request whose end is unknown stays begun, so that it is looked for first. */
export function noteCreationTrouble(
  record: AccountRecord,
  id: string,
  trouble: {
    readonly reason: string;
    readonly random: number;
    readonly outcomeKnown: boolean;
    readonly retryAt?: Instant;
  },
  now: Instant,
): AccountRecord | undefined {
  const { creation } = record;
  if (creation?.id !== id) return undefined;
  const { begun, ...rest } = creation;
  const attempts = rest.attempts + 1;
  const notBefore = Math.max(trouble.retryAt ?? 0, now + backoff(attempts, trouble.random));
  const kept = trouble.outcomeKnown || begun === undefined ? {} : { begun };
  const next = { ...record, creation: { ...rest, ...kept, attempts, notBefore, lastError: trouble.reason } };
  return rest.lastError === trouble.reason ? settle(next, now) : raised(next, now);
}

/** Given up by a person; undefined when a request may be on its way, which nobody can call back. */
export function giveUpCreation(record: AccountRecord, id: string, now: Instant): AccountRecord | undefined {
  const { creation } = record;
  return creation?.id !== id || creation.begun !== undefined ? undefined : withoutCreation(record, now);
}

/** What was typed for a customer that was refused is kept only for a while. */
export function isOver({ state, refusedAt }: Creation, now: Instant): boolean {
  return state === 'refused' && refusedAt !== undefined && refusedAt + REFUSED_CREATION_KEPT <= now;
}

export function withoutCreation({ creation: _over, ...rest }: AccountRecord, now: Instant): AccountRecord {
  return raised(rest, now);
}
