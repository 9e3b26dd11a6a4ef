import type { AccountRecord } from './account';
import type { CustomerRef, Decision, LateClick, Mapping } from './decision';
import type { Evidence } from './evidence';
import { sameActor } from './person';
import type { Actor, Person } from './person';
import { raised, settle } from './settle';
import type { Instant } from './time';
import type { WriteBack } from './write-back';

/** Who decides, when, and under which id the decision is kept. The id comes from outside so that a repeat is known. */
export interface DecisionStamp {
  readonly id: string;
  readonly at: Instant;
  readonly by: Actor;
  /** The conversation in which it is decided. */
  readonly where?: string;
  /** It is decided on a page of a review that has so many accounts. */
  readonly inReview?: number;
}

/**
 * The outcome of deciding.
 * - `decided`: the record has changed; save it
 * - `unchanged`: the same person did this already (a repeated click); nothing to save, answer as if it were new
 * - `taken`: somebody else was first; `record` says who and what
 * - `stale`: the decision that was to be replaced or taken back is no longer the current one, or something was decided and
 *   taken back again after the card was drawn
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
  /** Whether it is our first proposal. */
  readonly proposed?: Decision['proposed'];
  /** The customer that fits almost certainly, when this is another one. */
  readonly despite?: CustomerRef;
  /** The customer was created for it. */
  readonly created?: true;
}

/** The `mappingVersion` that the person's card showed; undefined when nobody knows, which nothing is compared with. */
export type SeenVersion = number | undefined;

/** Maps an open account to a customer, or an already decided one anew when the person saw that decision. */
export function pickCustomer(record: AccountRecord, pick: Pick, stamp: DecisionStamp, asOf?: SeenVersion): Ruling {
  const { mapping } = record;
  if (isRepeat(record, stamp)) return { ruling: 'unchanged', record };
  if (mapping.state === 'mapped' && mapping.customer.id === pick.customer.id) {
    return { ruling: sameActor(mapping.by, stamp.by) ? 'unchanged' : 'taken', record };
  }
  if (mapping.state !== 'open' && pick.replaces !== mapping.decisionId) {
    return { ruling: pick.replaces === undefined ? 'taken' : 'stale', record };
  }
  if (isOutdated(record, asOf)) return { ruling: 'stale', record };
  const next: Mapping = {
    state: 'mapped',
    customer: pick.customer,
    by: stamp.by,
    at: stamp.at,
    decisionId: stamp.id,
    teaches: true,
  };
  const { customer, evidence, proposed, despite, created } = pick;
  return decide(record, next, {
    ...stamp,
    verdict: 'mapped',
    customer,
    evidence,
    before: mapping,
    ...(proposed === undefined ? {} : { proposed }),
    ...(despite === undefined ? {} : { despite }),
    ...(created === undefined ? {} : { created }),
  });
}

/** "This is not a customer": the account needs no mapping and nobody is asked again. */
export function ignoreAccount(record: AccountRecord, stamp: DecisionStamp, asOf?: SeenVersion): Ruling {
  const { mapping } = record;
  if (isRepeat(record, stamp)) return { ruling: 'unchanged', record };
  if (mapping.state === 'ignored') {
    return { ruling: sameActor(mapping.by, stamp.by) ? 'unchanged' : 'taken', record };
  }
  if (mapping.state === 'mapped') return { ruling: 'taken', record };
  if (isOutdated(record, asOf)) return { ruling: 'stale', record };
  const next: Mapping = { state: 'ignored', by: stamp.by, at: stamp.at, decisionId: stamp.id };
  return decide(record, next, { ...stamp, verdict: 'ignored', before: mapping });
}

/** Opens a decided account again: "I disagree". Only the decision that the person saw is opened. */
export function reopenAccount(record: AccountRecord, seen: string, stamp: DecisionStamp, asOf?: SeenVersion): Ruling {
  return leave(record, { decisionId: seen, asOf }, stamp, 'reopened', { state: 'open' });
}

/** Takes the current decision back; what was there before it comes back. */
export function undoDecision(record: AccountRecord, seen: string, stamp: DecisionStamp, asOf?: SeenVersion): Ruling {
  const undone = record.decisions.find((d) => d.id === seen);
  return leave(record, { decisionId: seen, asOf }, stamp, 'undone', restorable(undone?.before));
}

/** Takes back, or gives back, the name that the current mapping taught. Not a decision: the mapping stays. */
export function setTeaches(record: AccountRecord, teaches: boolean, now: Instant): AccountRecord {
  if (record.mapping.state !== 'mapped' || record.mapping.teaches === teaches) return record;
  return raised({ ...record, mapping: { ...record.mapping, teaches } }, now);
}

function leave(
  record: AccountRecord,
  { decisionId: seen, asOf }: { readonly decisionId: string; readonly asOf: SeenVersion },
  stamp: DecisionStamp,
  verdict: 'reopened' | 'undone',
  next: Mapping,
): Ruling {
  const { mapping } = record;
  if (isRepeat(record, stamp)) return { ruling: 'unchanged', record };
  const last = record.decisions.at(-1);
  if (last?.undoes === seen) return { ruling: sameActor(last.by, stamp.by) ? 'unchanged' : 'taken', record };
  if (mapping.state === 'open') return { ruling: 'nothing-to-undo', record };
  if (mapping.decisionId !== seen || isOutdated(record, asOf)) return { ruling: 'stale', record };
  const decision: Decision = {
    ...stamp,
    verdict,
    ...(mapping.state === 'mapped' ? { customer: mapping.customer } : {}),
    before: mapping,
    undoes: seen,
    ...(record.decisions.some(({ id, created }) => id === seen && created === true) ? { created: true } : {}),
  };
  return decide(record, next, decision);
}

function decide(record: AccountRecord, mapping: Mapping, decision: Decision): Ruling {
  const version = record.version + 1;
  const {
    lateClicks: _before,
    assignment: _over,
    request: _asked,
    snooze: _then,
    awake: _since,
    creation,
    ...rest
  } = record;
  const changed: AccountRecord = {
    ...rest,
    // What may be on its way to the directory is looked for; what has not left is not wanted any more.
    ...(creation?.begun === undefined ? {} : { creation: { ...creation, left: true } }),
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

/** Something was decided after the card was drawn, even if it was taken back again: the person has to look once more. */
function isOutdated(record: AccountRecord, asOf: SeenVersion): boolean {
  return asOf !== undefined && asOf !== record.mappingVersion;
}

const LATE_CLICKS_KEPT = 3;

/** Remembers a click that changed nothing, so that every later card can say so. The same record when it was known. */
export function noteLateClick(record: AccountRecord, click: Omit<LateClick, 'after'>): AccountRecord {
  const after = record.decisions.at(-1)?.id;
  if (after === undefined) return record;
  const known = (record.lateClicks ?? []).filter((late) => late.after === after);
  const { person, wanted, customer } = click;
  const isKnown = known.some(
    (late) => late.person.id === person.id && late.wanted === wanted && late.customer?.id === customer?.id,
  );
  if (isKnown) return record;
  const lateClicks = [...known, { ...click, after }].slice(-LATE_CLICKS_KEPT);
  return raised({ ...record, lateClicks }, click.at);
}

/** The person whose decision this one replaced or took back, unless it was their own. */
export function overruledBy(decision: Decision): Person | undefined {
  const { before, by } = decision;
  if (before.state === 'open' || before.by.kind !== 'person' || sameActor(before.by, by)) return undefined;
  return before.by.person;
}

/** A mapping that comes back by undo keeps its own decision id, so that it can in turn be undone. */
function restorable(before: Mapping | undefined): Mapping {
  return before ?? { state: 'open' };
}
