import { assignmentOf } from '../../src/domain/assignment';
import { assignAccount } from '../../src/domain/assignments';
import { ignoreAccount } from '../../src/domain/mapping';
import { changeNotice } from '../../src/domain/notices';
import { dropPost } from '../../src/domain/post';
import { requestOf } from '../../src/domain/request';
import { answerRequest, askColleague, endRequest, tellAsker, withdrawRequest } from '../../src/domain/requests';
import { HOUR } from '../../src/domain/time';
import { account, stamp, T0 } from '../builders';

const ana = { id: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Ana Silva' };
const ben = { id: 'aaaaaaaa-0000-4000-8000-000000000002', name: 'Ben Ito' };
const cem = { id: 'aaaaaaaa-0000-4000-8000-000000000003', name: 'Cem Kaya' };
const open = account({ writesBack: false });
const of = (id: string, to = ben) => ({ id, by: ana, to, at: T0, until: T0 + 2 * HOUR, where: 'channel-a' });
const asked = askColleague(open, of('r1'), 'chat-ben').record;
const answer = (by: typeof ana, yes: boolean, at = T0 + 1) => ({ by, at, until: at + 2 * HOUR, yes });

it('puts one question in the chat of the one who is asked, and is due until it lapses', () => {
  expect(asked.notices.map(({ id, conversationId, state }) => [id, conversationId, state])).toEqual([
    ['request r1', 'chat-ben', 'wanted'],
  ]);
  expect(asked.dueAt).toBe(T0);
  expect(askColleague(asked, of('r2'), 'chat-ben').ruling).toBe('already');
  const other = askColleague(asked, of('r3', cem), 'chat-cem').record;
  expect([other.request?.to, other.notices.length]).toEqual([cem, 2]);
  expect(answerRequest(other, 'r1', answer(ben, true)).ruling).toBe('over');
});

it('is answered by that person alone, once', () => {
  expect(answerRequest(asked, 'r1', answer(cem, true)).ruling).toBe('not-yours');
  const taken = answerRequest(asked, 'r1', answer(ben, true));
  expect([taken.ruling, assignmentOf(taken.record)?.by, taken.record.request?.end?.how]).toEqual([
    'taken',
    ben,
    'taken',
  ]);
  expect(answerRequest(taken.record, 'r1', answer(ben, true)).ruling).toBe('already');
  expect(answerRequest(taken.record, 'r1', answer(ben, false)).ruling).toBe('over');
  const passed = answerRequest(asked, 'r1', answer(ben, false));
  expect([passed.ruling, requestOf(passed.record), passed.record.assignment]).toEqual(['passed', undefined, undefined]);
  expect(answerRequest(passed.record, 'r1', answer(ben, true)).ruling).toBe('over');
});

it('goes over knowingly to whoever was asked, though somebody is on it', () => {
  const cems = assignAccount(open, { by: cem, at: T0, until: T0 + HOUR }, undefined).record;
  const both = askColleague(cems, of('r1'), 'chat-ben').record;
  expect(assignmentOf(answerRequest(both, 'r1', answer(ben, true)).record)?.by).toEqual(ben);
  expect(askColleague(cems, of('r1', cem), 'chat-cem').ruling).toBe('on-it');
});

it('ends when another takes it, and with any decision', () => {
  const overtaken = assignAccount(asked, { by: cem, at: T0 + 1, until: T0 + HOUR }, undefined).record;
  expect(overtaken.request?.end?.how).toBe('overtaken');
  const inWords = assignAccount(asked, { by: ben, at: T0 + 1, until: T0 + HOUR }, undefined).record;
  expect(inWords.request?.end?.how).toBe('taken');
  const ruling = ignoreAccount(asked, stamp({ kind: 'person', person: cem }));
  if (ruling.ruling !== 'decided') throw new Error(ruling.ruling);
  expect(ruling.record.request).toBeUndefined();
  expect(answerRequest(ruling.record, 'r1', answer(ben, true)).ruling).toBe('decided');
});

it('is taken back by whoever asked, and by nobody else', () => {
  expect(withdrawRequest(asked, 'r1', cem, T0 + 1).ruling).toBe('not-yours');
  const { ruling, record } = withdrawRequest(asked, 'r1', ana, T0 + 1);
  expect([ruling, record.request?.end?.how]).toEqual(['withdrawn', 'withdrawn']);
  expect(withdrawRequest(record, 'r1', ana, T0 + 2).ruling).toBe('over');
});

it('lapses once, and can be taken after all; who is out of reach is known at once', () => {
  expect(endRequest(asked, true, T0 + 2 * HOUR - 1)).toBeUndefined();
  const lapsed = endRequest(asked, true, T0 + 2 * HOUR);
  expect(lapsed?.request?.end?.how).toBe('lapsed');
  expect(lapsed && endRequest(lapsed, true, T0 + 9 * HOUR)).toBeUndefined();
  expect(lapsed && answerRequest(lapsed, 'r1', answer(ben, true, T0 + 3 * HOUR)).ruling).toBe('taken');
  expect(endRequest(asked, false, T0 + 1)?.request?.end?.how).toBe('unreachable');
  const dropped = changeNotice(asked, 'request r1', (notice) => dropPost(notice, 'gone'), T0 + 1);
  expect(dropped?.dueAt).toBe(T0 + 1);
});

it('tells whoever asked once', () => {
  const told = tellAsker(asked, { conversationId: 'chat-ana' }, T0 + 1);
  expect(tellAsker(told, { conversationId: 'chat-ana' }, T0 + 2)).toEqual(told);
  expect(told.notices.map(({ id }) => id)).toEqual(['request r1', 'answer r1']);
});
