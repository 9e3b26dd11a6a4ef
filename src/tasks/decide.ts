import type { AccountRecord } from '../domain/account';
import type { DecisionAnswer, Doubt } from '../domain/answers';
import type { CustomerRef, LateClick } from '../domain/decision';
import {
  ignoreAccount,
  noteLateClick,
  overruledBy,
  pickCustomer,
  reopenAccount,
  undoDecision,
} from '../domain/mapping';
import type { DecisionStamp, Ruling } from '../domain/mapping';
import { tellOverruled, trackCard } from '../domain/notices';
import type { CardPlace } from '../domain/notices';
import type { Person } from '../domain/person';
import { keepOurs } from '../domain/write-backs';
import { changeDocument } from '../records/change-document';
import type { Change } from '../records/change-document';
import { doubtsAbout, weighDoubts } from './doubts';
import { drawAccount } from '../records/draw-account';
import type { Ports } from '../ports';
import { whereToTell } from '../records/where-to-tell';

/** `asOf` is the `mappingVersion` that the card showed, `despite` what the question named that was answered. */
export type Decide =
  | {
      readonly verb: 'pick';
      readonly customerId: string;
      readonly seen?: string;
      readonly asOf?: number;
      readonly despite?: readonly string[];
    }
  | { readonly verb: 'ignore'; readonly asOf?: number }
  | TakeBack<'reopen'>
  | TakeBack<'undo'>
  | { readonly verb: 'keep-ours' | 'keep-theirs'; readonly seen?: string; readonly asOf?: number };

interface TakeBack<V> {
  readonly verb: V;
  readonly seen: string;
  readonly asOf?: number;
  readonly despite?: readonly string[];
}

export interface Click {
  /** Teams' id of the click. */
  readonly id: string;
  /** The conversation of the click. */
  readonly where: string;
  /** The card that was clicked, when it is known to show this account. */
  readonly card?: CardPlace;
  /** So many accounts were on the page of the review that was saved. */
  readonly inReview?: number;
}

type Doubtful = { readonly ruling: 'doubtful'; readonly record: AccountRecord; readonly doubts: readonly Doubt[] };

/**
 * A person who may decide (the policy has been asked) decides about an account. The click's id becomes the
 * decision's, so that the same click delivered again is known.
 * Everything that the click waits for is one read and one compare-and-swap; redraws, messages to others and
 * Work 365 follow by themselves.
 */
export async function decide(
  ports: Ports,
  person: Person,
  accountId: string,
  what: Decide,
  click: Click,
): Promise<DecisionAnswer> {
  const stamp = stampOf(ports, person, click);
  if (what.verb === 'pick' && !ports.register.isCurrentCustomer(what.customerId)) return customerGone(ports, accountId);
  const changed = await changeDocument(
    ports,
    'account',
    accountId,
    (record): Change<AccountRecord, Ruling | Doubtful> => {
      if (record.takenInWrongly === true) return { result: { ruling: 'stale', record } };
      const ruling = rule(ports, record, what, stamp);
      if (ruling.ruling === 'decided') return settled(ports, ruling, click, stamp);
      if (ruling.ruling !== 'taken' && ruling.ruling !== 'stale') return { result: ruling };
      return { document: noteLateClick(record, lateClick(ports, what, stamp, person)), result: ruling };
    },
  );
  if (changed.changed === 'not-there') return { answer: 'account-gone' };
  if (changed.changed === 'saved') ports.nudge('reconcile');
  return answerOf(ports, changed.document, changed.result, what, click.id);
}

/** What is saved with a decision: the card that was clicked, and the message that is owed to whoever was overruled. */
function settled(
  ports: Ports,
  ruling: Extract<Ruling, { ruling: 'decided' }>,
  { card }: Click,
  stamp: DecisionStamp,
): Change<AccountRecord, Ruling> {
  const { decision } = ruling;
  // The card that was clicked shows this account from now on, also where it only asked about it.
  const tracked = card === undefined ? ruling.record : trackCard(ruling.record, card, 0, stamp.at);
  const overruled = decision.id === stamp.id ? overruledBy(decision) : undefined;
  const told = overruled === undefined ? undefined : whereToTell(ports, tracked, decision.before, overruled);
  if (told === undefined) return { document: tracked, result: ruling };
  return { document: tellOverruled(tracked, { decisionId: decision.id, ...told }, stamp.at), result: ruling };
}

function rule(ports: Ports, record: AccountRecord, what: Decide, stamp: DecisionStamp): Ruling | Doubtful {
  const asOf = seenVersion(record, what.asOf);
  const orDoubtful = (ruling: Ruling, fits: CustomerRef | undefined, despite: readonly string[] = []) => {
    const doubts = ruling.ruling === 'decided' ? doubtsAbout(record, stamp.by, fits, despite) : [];
    return doubts.length === 0 ? ruling : { ruling: 'doubtful' as const, record, doubts };
  };
  switch (what.verb) {
    case 'pick': {
      const { evidence, fits, proposed } = weighDoubts(ports, record, what.customerId);
      const pick = {
        customer: customerOf(ports, what.customerId),
        evidence,
        proposed,
        ...(what.seen === undefined ? {} : { replaces: what.seen }),
        ...(fits === undefined ? {} : { despite: fits }),
      };
      return orDoubtful(pickCustomer(record, pick, stamp, asOf), fits, what.despite);
    }
    case 'ignore':
      return ignoreAccount(record, stamp, asOf);
    case 'reopen':
      return orDoubtful(reopenAccount(record, what.seen, stamp, asOf), undefined, what.despite);
    case 'undo':
      return orDoubtful(undoDecision(record, what.seen, stamp, asOf), undefined, what.despite);
    case 'keep-theirs': {
      const { theirs } = record.writeBack;
      if (theirs === undefined) return { ruling: 'stale', record };
      if (theirs.customer === undefined) return reopenAccount(record, what.seen ?? '', stamp);
      const { customer } = theirs;
      const replaces = what.seen === undefined ? {} : { replaces: what.seen };
      return pickCustomer(record, { customer, evidence: [], ...replaces }, stamp, asOf);
    }
    case 'keep-ours':
      return insist(record, what.seen, stamp);
  }
}

/**
 * Cards of earlier versions do not say what they showed. While nobody has decided anything that makes no difference;
 * an account that was opened again is looked at once more.
 */
function seenVersion(record: AccountRecord, asOf: number | undefined): number {
  if (asOf !== undefined) return asOf;
  return record.mapping.state === 'open' && record.decisions.length > 0 ? 0 : record.mappingVersion;
}

/** Our side of a conflict is right: no new decision, the standing one is written over what Work 365 has. */
function insist(record: AccountRecord, seen: string | undefined, stamp: DecisionStamp): Ruling {
  const current = record.mapping.state === 'open' ? undefined : record.mapping.decisionId;
  if (current !== seen) return { ruling: 'stale', record };
  const kept = keepOurs(record, stamp.at);
  const last = record.decisions.at(-1);
  if (kept === record || last === undefined) return { ruling: 'unchanged', record };
  return { ruling: 'decided', record: kept, decision: last };
}

function customerOf({ register }: Ports, id: string): CustomerRef {
  return { id, name: register.customer(id)?.name ?? id };
}

function stampOf({ clock }: Ports, { id, name }: Person, { id: clickId, where, inReview }: Click): DecisionStamp {
  const by = { kind: 'person', person: { id, name } } as const;
  return { id: clickId, at: clock.now(), by, where, ...(inReview === undefined ? {} : { inReview }) };
}

function lateClick(ports: Ports, what: Decide, stamp: DecisionStamp, { id, name }: Person): Omit<LateClick, 'after'> {
  const verb = what.verb === 'keep-ours' || what.verb === 'keep-theirs' ? 'pick' : what.verb;
  return {
    id: stamp.id,
    person: { id, name },
    at: stamp.at,
    wanted: verb,
    ...(what.verb === 'pick' ? { customer: customerOf(ports, what.customerId) } : {}),
  };
}

async function customerGone(ports: Ports, accountId: string): Promise<DecisionAnswer> {
  const stored = await ports.store.read('account', accountId);
  if (stored === undefined) return { answer: 'account-gone' };
  return { answer: 'customer-gone', picture: drawAccount(ports, stored.document) };
}

function answerOf(
  ports: Ports,
  record: AccountRecord,
  ruling: Ruling | Doubtful,
  what: Decide,
  clickId: string,
): DecisionAnswer {
  const picture = drawAccount(ports, record);
  switch (ruling.ruling) {
    case 'decided':
      return { answer: 'decided', picture, decision: ruling.decision };
    case 'doubtful':
      return { answer: 'sure', picture, wanted: wantedOf(ports, what), doubts: ruling.doubts };
    case 'unchanged': {
      // Delivered again, perhaps to another replica: the answer that the first delivery got, while it still is true.
      const last = record.decisions.at(-1);
      return last?.id === clickId ? { answer: 'decided', picture, decision: last } : { answer: 'unchanged', picture };
    }
    case 'taken':
    case 'stale':
    case 'nothing-to-undo':
      return { answer: ruling.ruling, picture };
  }
}

function wantedOf(ports: Ports, what: Decide): Extract<DecisionAnswer, { answer: 'sure' }>['wanted'] {
  if (what.verb === 'undo' || what.verb === 'reopen') return { verb: what.verb, seen: what.seen };
  const customer = customerOf(ports, what.verb === 'pick' ? what.customerId : '');
  const seen = what.verb === 'pick' ? what.seen : undefined;
  return { verb: 'pick', customer, ...(seen === undefined ? {} : { seen }) };
}
