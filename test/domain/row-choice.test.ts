import type { AccountRecord, DirectoryRow } from '../../src/domain/account';
import { pickCustomer } from '../../src/domain/mapping';
import { chooseRow, observeRows } from '../../src/domain/row-choice';
import { keepOurs, writeBackWork } from '../../src/domain/write-backs';
import { account, ana, row, stamp, T0 } from '../builders';

/** Several rows of one provider for one account: nothing is written or adopted until a person has chosen (S2). */

const FIRST = row({ rowId: 'first', createdAt: T0 });
const SECOND = row({ rowId: 'second', createdAt: T0 + 1, etag: 'W/"7"' });
const ANA = { id: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Ana Silva' };
const contoso = { customer: { id: 'c1', name: 'Contoso Limited' }, evidence: [] };

function mapped(record: AccountRecord): AccountRecord {
  const ruling = pickCustomer(record, contoso, stamp(ana));
  expect(ruling.ruling).toBe('decided');
  return ruling.record;
}

const with_ = (row_: DirectoryRow, customerId: string): DirectoryRow => ({
  ...row_,
  etag: 'W/"9"',
  customerId,
  customerName: `Customer ${customerId}`,
});

it('what the rows say is adopted by nobody, and what is decided waits', () => {
  const both = account({ rows: [with_(SECOND, 'c9'), FIRST] });
  expect(both.mapping).toEqual({ state: 'open' });
  expect(both.rowChoice?.rows.map(({ rowId }) => rowId)).toEqual(['first', 'second']);

  const decided = mapped(both);
  expect(decided.writeBack.state).toBe('waiting-for-choice');
  expect(writeBackWork(decided)).toBeUndefined();
});

it('the chosen row is written, and goes on being the one', () => {
  const chosen = chooseRow(mapped(account({ rows: [FIRST, SECOND] })), 'second', ANA, T0 + 5);
  expect(chosen.directoryRow?.rowId).toBe('second');
  expect(writeBackWork(chosen)).toMatchObject({ work: 'write', rowId: 'second', customerId: 'c1' });
  const readAgain = observeRows(chosen, [FIRST, SECOND], T0 + 6);
  expect(readAgain).toBe(chosen);
});

it('the row that was known before there were two waits for the choice like any other', () => {
  const before = account({ rows: [FIRST] });
  const both = observeRows(before, [SECOND, FIRST], T0 + 1);
  expect(both.version).toBe(before.version + 1);
  expect(both.directoryRow).toEqual(FIRST);
  const decided = mapped(both);
  expect(writeBackWork(decided)).toBeUndefined();
  expect(writeBackWork(chooseRow(decided, 'first', ANA, T0 + 2))).toMatchObject({ rowId: 'first' });
});

it('a row that somebody mapped is adopted when it is chosen while nobody has decided here', () => {
  const open = account({ rows: [FIRST, with_(SECOND, 'c9')] });
  const chosen = chooseRow(open, 'second', ANA, T0 + 5);
  expect(chosen.mapping).toMatchObject({ state: 'mapped', customer: { id: 'c9' } });
});

it('a row that says otherwise than a person decided is a contradiction once it is chosen', () => {
  const chosen = chooseRow(mapped(account({ rows: [FIRST, with_(SECOND, 'c9')] })), 'second', ANA, T0 + 5);
  expect(chosen.writeBack).toMatchObject({ state: 'conflict', theirs: { customer: { id: 'c9' } } });
});

it('a contradiction is not forgotten when a second row comes, and insisting waits for the choice', () => {
  const written = mapped(account({ rows: [FIRST] }));
  const contradicted = observeRows(written, [with_(FIRST, 'c9')], T0 + 1);
  expect(contradicted.writeBack.state).toBe('conflict');
  const both = observeRows(contradicted, [with_(FIRST, 'c9'), SECOND], T0 + 2);
  expect(both.writeBack.state).toBe('conflict');
  expect(keepOurs(both, T0 + 3).writeBack.state).toBe('waiting-for-choice');
});

it('when one row is left there is nothing to choose', () => {
  const decided = mapped(account({ rows: [FIRST, SECOND] }));
  const left = observeRows(decided, [SECOND], T0 + 5);
  expect(left.rowChoice).toBeUndefined();
  expect(writeBackWork(left)).toMatchObject({ rowId: 'second' });
});

it('a chosen row that is there no more has to be chosen anew', () => {
  const third = row({ rowId: 'third', createdAt: T0 + 2 });
  const chosen = chooseRow(account({ rows: [FIRST, SECOND] }), 'second', ANA, T0 + 5);
  const changed = observeRows(chosen, [FIRST, third], T0 + 6);
  expect(changed.rowChoice?.chosen).toBeUndefined();
});

it('no other row than one of them can be chosen', () => {
  const both = account({ rows: [FIRST, SECOND] });
  expect(chooseRow(both, 'third', ANA, T0 + 5)).toBe(both);
  const one = account({ rows: [FIRST] });
  expect(chooseRow(one, 'first', ANA, T0 + 5)).toBe(one);
});
