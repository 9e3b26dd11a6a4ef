import type { AccountRecord } from '../domain/account';
import type { DecisionAnswer } from '../domain/answers';
import { ignoreAccount, pickCustomer, reopenAccount, undoDecision } from '../domain/mapping';
import type { DecisionStamp, Ruling } from '../domain/mapping';
import { trackCard } from '../domain/notices';
import type { CardPlace } from '../domain/notices';
import type { Person } from '../domain/person';
import { keepOurs } from '../domain/write-backs';
import { changeDocument } from './change-document';
import type { Change } from './change-document';
import { drawAccount } from './draw-account';
import type { Ports } from './ports';

export type Decide =
  | { readonly verb: 'pick'; readonly customerId: string; readonly seen?: string }
  | { readonly verb: 'ignore' }
  | { readonly verb: 'reopen'; readonly seen: string }
  | { readonly verb: 'undo'; readonly seen: string }
  | { readonly verb: 'keep-ours'; readonly seen?: string }
  | { readonly verb: 'keep-theirs'; readonly seen?: string };

export interface Click {
  /** Teams' id of the click. */
  readonly id: string;
  readonly card?: CardPlace;
}

/**
 * A person who may decide (the policy has been asked) decides about an account. The click's id becomes the decision's, so that the same click delivered again is known.
 * Everything that the click waits for is one read and one compare-and-swap; redraws and Work 365 follow by themselves.
 */
export async function decide(
  ports: Ports,
  person: Person,
  accountId: string,
  what: Decide,
  click: Click,
): Promise<DecisionAnswer> {
  const stamp = stampOf(ports, person, click.id);
  if (what.verb === 'pick' && !ports.register.isCurrentCustomer(what.customerId)) return customerGone(ports, accountId);
  const changed = await changeDocument(ports, 'account', accountId, (record): Change<AccountRecord, Ruling> => {
    const ruling = rule(ports, record, what, stamp);
    if (ruling.ruling !== 'decided') return { result: ruling };
    // The card that was clicked shows this account from now on, whatever it showed before.
    const document = click.card === undefined ? ruling.record : trackCard(ruling.record, click.card, 0, stamp.at);
    return { document, result: ruling };
  });
  if (changed.changed === 'not-there') return { answer: 'account-gone' };
  if (changed.changed === 'saved') ports.nudge('reconcile');
  return answerOf(ports, changed.document, changed.result, click.id);
}

function rule(ports: Ports, record: AccountRecord, what: Decide, stamp: DecisionStamp): Ruling {
  switch (what.verb) {
    case 'pick':
      return pickCustomer(record, pickOf(ports, record, what.customerId, what.seen), stamp);
    case 'ignore':
      return ignoreAccount(record, stamp);
    case 'reopen':
      return reopenAccount(record, what.seen, stamp);
    case 'undo':
      return undoDecision(record, what.seen, stamp);
    case 'keep-theirs': {
      const { theirs } = record.writeBack;
      if (theirs === undefined) return { ruling: 'stale', record };
      if (theirs.customer === undefined) return reopenAccount(record, what.seen ?? '', stamp);
      const { customer } = theirs;
      const replaces = what.seen === undefined ? {} : { replaces: what.seen };
      return pickCustomer(record, { customer, evidence: [], ...replaces }, stamp);
    }
    case 'keep-ours':
      return insist(record, what.seen, stamp);
  }
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

/** The evidence is what our matching says now, from facts; never what came with the click. */
function pickOf(
  ports: Ports,
  record: AccountRecord,
  customerId: string,
  seen: string | undefined,
): Parameters<typeof pickCustomer>[1] {
  const customer = ports.register.customer(customerId);
  const candidate = ports.register.assess(record, 25).candidates.find((c) => c.customerId === customerId);
  return {
    customer: { id: customerId, name: customer?.name ?? customerId },
    evidence: candidate?.evidence ?? [],
    ...(seen === undefined ? {} : { replaces: seen }),
  };
}

function stampOf(ports: Ports, person: Person, id: string): DecisionStamp {
  return { id, at: ports.clock.now(), by: { kind: 'person', person: { id: person.id, name: person.name } } };
}

async function customerGone(ports: Ports, accountId: string): Promise<DecisionAnswer> {
  const stored = await ports.store.read('account', accountId);
  if (stored === undefined) return { answer: 'account-gone' };
  return { answer: 'customer-gone', picture: drawAccount(ports, stored.document) };
}

function answerOf(ports: Ports, record: AccountRecord, ruling: Ruling, clickId: string): DecisionAnswer {
  const picture = drawAccount(ports, record);
  switch (ruling.ruling) {
    case 'decided':
      return { answer: 'decided', picture, decision: ruling.decision };
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
