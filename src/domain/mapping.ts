import type { AccountRecord } from './account';
import type { CustomerRef, Decision, Mapping } from './decision';
import type { Evidence } from './evidence';
import { sameActor } from './person';
import type { Actor } from './person';
import { settle } from './settle';
import type { Instant } from './time';
import type { WriteBack } from './write-back';

/** Who decides, when, and under which id the decision is kept. The id comes from outside so that a repeat is known. */
export interface DecisionStamp {
  readonly id: string;
  readonly at: Instant;
  readonly by: Actor;
}

/**
 * The outcome of deciding.
 * - `decided`: the record has changed; save it
 * - `unchanged`: the same person did this already (a repeated click); nothing to save, answer as if it were new
 * - `taken`: somebody else was first; `record` says who and what
 * - `stale`: the decision that was to be replaced or taken back is no longer the current one
 * - `nothing-to-undo`: the account is open
 */
export type Ruling =
  | { readonly ruling: 'decided'; readonly record: AccountRecord; readonly decision: Decision }
  | { readonly ruling: 'unchanged'; readonly record: AccountRecord }
  | { readonly ruling: 'taken'; readonly record: AccountRecord }
  | { readonly ruling: 'stale'; readonly record: AccountRecord }
  | { readonly ruling: 'nothing-to-undo'; readonly record: AccountRecord };

/** What a person saw when deciding: the decision that was current on their card, or none when the card was open. */
export type SeenDecision = string | undefined;

export interface Pick {
  readonly customer: CustomerRef;
  readonly evidence: readonly Evidence[];
  /** Given when a mapped account is to be mapped anew: the decision that the person saw and replaces. */
  readonly replaces?: SeenDecision;
}

/** Maps an open account to a customer, or an already decided one anew when the person saw that decision. */
export function pickCustomer(record: AccountRecord, pick: Pick, stamp: DecisionStamp): Ruling {
  const { mapping } = record;
  if (isRepeat(record, stamp)) return { ruling: 'unchanged', record };
  if (mapping.state === 'mapped' && mapping.customer.id === pick.customer.id) {
    return { ruling: sameActor(mapping.by, stamp.by) ? 'unchanged' : 'taken', record };
  }
  if (mapping.state !== 'open' && pick.replaces !== mapping.decisionId) {
    return { ruling: pick.replaces === undefined ? 'taken' : 'stale', record };
  }
  const next: Mapping = {
    state: 'mapped',
    customer: pick.customer,
    by: stamp.by,
    at: stamp.at,
    decisionId: stamp.id,
    teaches: true,
  };
  const { customer, evidence } = pick;
  return decide(record, next, {
    id: stamp.id,
    at: stamp.at,
    by: stamp.by,
    verdict: 'mapped',
    customer,
    evidence,
    before: mapping,
  });
}

/** "This is not a customer": the account needs no mapping and nobody is asked again. */
export function ignoreAccount(record: AccountRecord, stamp: DecisionStamp): Ruling {
  const { mapping } = record;
  if (isRepeat(record, stamp)) return { ruling: 'unchanged', record };
  if (mapping.state === 'ignored') {
    return { ruling: sameActor(mapping.by, stamp.by) ? 'unchanged' : 'taken', record };
  }
  if (mapping.state === 'mapped') return { ruling: 'taken', record };
  const next: Mapping = { state: 'ignored', by: stamp.by, at: stamp.at, decisionId: stamp.id };
  return decide(record, next, { id: stamp.id, at: stamp.at, by: stamp.by, verdict: 'ignored', before: mapping });
}

/** Opens a decided account again: "I disagree". Only the decision that the person saw is opened. */
export function reopenAccount(record: AccountRecord, seen: string, stamp: DecisionStamp): Ruling {
  return leave(record, seen, stamp, 'reopened', { state: 'open' });
}

/** Takes the current decision back; what was there before it comes back. */
export function undoDecision(record: AccountRecord, seen: string, stamp: DecisionStamp): Ruling {
  const undone = record.decisions.find((d) => d.id === seen);
  return leave(record, seen, stamp, 'undone', restorable(undone?.before));
}

/** Takes back, or gives back, the name that the current mapping taught. Not a decision: the mapping stays. */
export function setTeaches(record: AccountRecord, teaches: boolean, now: Instant): AccountRecord {
  if (record.mapping.state !== 'mapped' || record.mapping.teaches === teaches) return record;
  return settle({ ...record, version: record.version + 1, mapping: { ...record.mapping, teaches } }, now);
}

function leave(
  record: AccountRecord,
  seen: string,
  stamp: DecisionStamp,
  verdict: 'reopened' | 'undone',
  next: Mapping,
): Ruling {
  const { mapping } = record;
  if (isRepeat(record, stamp)) return { ruling: 'unchanged', record };
  const last = record.decisions.at(-1);
  if (last?.undoes === seen) return { ruling: sameActor(last.by, stamp.by) ? 'unchanged' : 'taken', record };
  if (mapping.state === 'open') return { ruling: 'nothing-to-undo', record };
  if (mapping.decisionId !== seen) return { ruling: 'stale', record };
  const decision: Decision = {
    id: stamp.id,
    at: stamp.at,
    by: stamp.by,
    verdict,
    ...(mapping.state === 'mapped' ? { customer: mapping.customer } : {}),
    before: mapping,
    undoes: seen,
  };
  return decide(record, next, decision);
}

function decide(record: AccountRecord, mapping: Mapping, decision: Decision): Ruling {
  const version = record.version + 1;
  const changed: AccountRecord = {
    ...record,
    version,
    mapping,
    mappingVersion: version,
    decisions: [...record.decisions, decision],
    writeBack: startAfresh(record.writeBack),
  };
  return { ruling: 'decided', record: settle(changed, decision.at), decision };
}

/** Failures and conflicts belonged to the decision before; a write that is under way does not. */
function startAfresh(writeBack: WriteBack): WriteBack {
  if (writeBack.state === 'not-applicable') return writeBack;
  const { writtenVersion, begun } = writeBack;
  return { state: 'idle', writtenVersion, attempts: 0, ...(begun === undefined ? {} : { begun }) };
}

/** The same click, delivered again: its decision is already part of the story. */
function isRepeat(record: AccountRecord, stamp: DecisionStamp): boolean {
  return record.decisions.some((d) => d.id === stamp.id);
}

/** A mapping that comes back by undo keeps its own decision id, so that it can in turn be undone. */
function restorable(before: Mapping | undefined): Mapping {
  return before ?? { state: 'open' };
}
