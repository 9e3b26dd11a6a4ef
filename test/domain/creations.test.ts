import {
  beginCreation,
  giveUpCreation,
  noteCreated,
  noteCreationRefused,
  noteCreationTrouble,
  noteNotArrived,
  wantCustomer,
} from '../../src/domain/creations';
import { CREATION_CLAIM_LAPSES_AFTER, REFUSED_CREATION_KEPT } from '../../src/domain/creation';
import { ignoreAccount, pickCustomer, undoDecision } from '../../src/domain/mapping';
import type { AccountRecord } from '../../src/domain/account';
import { account, ana, ben, stamp, T0 } from '../builders';

const DETAILS = { name: 'Contoso Limited', city: 'Reading' };
const CUSTOMER = { id: 'chosen', name: 'Contoso Limited' };
const person = (actor: typeof ana) => (actor.kind === 'person' ? actor.person : { id: '', name: '' });

function wanted(record = account(), by = ana, click = 'click', id = 'chosen') {
  return wantCustomer(record, { id, details: DETAILS }, { id: click, at: T0, by: person(by) }, record.mappingVersion);
}

const begun = (record: AccountRecord = wanted().record): AccountRecord => beginCreation(record, 'chosen', T0)!;

it('notes the id before anything is sent, is due at once, and is seen', () => {
  const { ruling, record } = wanted();
  expect([ruling, record.creation?.id, record.dueAt, record.version]).toEqual(['owed', 'chosen', T0, 2]);
});

it('is one, whoever else wants one meanwhile', () => {
  const { record } = wanted();
  expect(wanted(record, ben, 'other', 'another').ruling).toBe('under-way');
  expect(wanted(record, ana, 'other', 'another').ruling).toBe('unchanged');
  expect(wanted(record, ana, 'click', 'another').record).toBe(record);
});

it('is not for an account that is decided, or was since the card was drawn', () => {
  const mapped = pickCustomer(account(), { customer: CUSTOMER, evidence: [] }, stamp()).record;
  expect(wanted(mapped).ruling).toBe('taken');
  const reopened = undoDecision(mapped, mapped.decisions[0]!.id, stamp()).record;
  const late = wantCustomer(reopened, { id: 'x', details: DETAILS }, { id: 'c', at: T0, by: person(ana) }, 1);
  expect(late.ruling).toBe('stale');
});

it('maps in the change that ends it, in the name of whoever wanted it', () => {
  const done = noteCreated(begun(), CUSTOMER, [], T0 + 5)!;
  expect(done.creation).toBeUndefined();
  expect(done.mapping).toMatchObject({ state: 'mapped', customer: CUSTOMER, decisionId: 'click', by: ana });
  expect(done.decisions.at(-1)).toMatchObject({ created: true });
  // Whoever comes with the same news later changes nothing.
  expect(noteCreated(done, CUSTOMER, [], T0 + 6)).toBeUndefined();
  expect(wanted(done, ana, 'click').ruling).toBe('unchanged');
});

it('says of an undo that the customer was created for it', () => {
  const done = noteCreated(begun(), CUSTOMER, [], T0 + 5)!;
  expect(undoDecision(done, 'click', stamp(ben)).record.decisions.at(-1)).toMatchObject({
    verdict: 'undone',
    created: true,
  });
});

it('keeps the id through a refusal, so that the next try finds the first', () => {
  const refused = noteCreationRefused(begun(), 'chosen', { kind: 'duplicate' }, T0)!;
  expect(refused.dueAt).toBe(T0 + REFUSED_CREATION_KEPT);
  const again = wanted(refused, ben, 'other', 'another').record;
  expect(again.creation).toMatchObject({ id: 'chosen', state: 'owed', by: { name: 'Ben Ito' } });
  expect(again.creation).not.toHaveProperty('refusal');
});

it('is looked for before it is sent again when nobody knows how a request ended', () => {
  const unknown = noteCreationTrouble(begun(), 'chosen', { reason: 'r', random: 0, outcomeKnown: false }, T0)!;
  expect(unknown.creation?.begun).toBe(T0);
  expect(beginCreation(unknown, 'chosen', T0)).toBeUndefined();
  const known = noteCreationTrouble(begun(), 'chosen', { reason: 'r', random: 0, outcomeKnown: true }, T0)!;
  expect(known.creation?.begun).toBeUndefined();
  expect(begun().dueAt).toBe(T0 + CREATION_CLAIM_LAPSES_AFTER);
});

it('gives way to a decision: what was not sent is gone, what was sent is looked for and maps nothing', () => {
  const unsent = ignoreAccount(wanted().record, stamp(ben)).record;
  expect(unsent.creation).toBeUndefined();
  const sent = ignoreAccount(begun(), stamp(ben)).record;
  expect(sent.creation).toMatchObject({ left: true });
  const there = noteCreated(sent, CUSTOMER, [], T0 + 5)!;
  expect([there.mapping.state, there.creation]).toEqual(['ignored', undefined]);
  expect(noteNotArrived(sent, 'chosen', T0)?.creation).toBeUndefined();
});

it('is given up only while nothing has left', () => {
  expect(giveUpCreation(wanted().record, 'chosen', T0)?.creation).toBeUndefined();
  expect(giveUpCreation(begun(), 'chosen', T0)).toBeUndefined();
  expect(giveUpCreation(wanted().record, 'another', T0)).toBeUndefined();
});
