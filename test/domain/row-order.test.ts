import { pickCustomer } from '../../src/domain/mapping';
import { observeRow } from '../../src/domain/observe-row';
import { beginWrite, noteWritten } from '../../src/domain/write-backs';
import { MINUTE } from '../../src/domain/time';
import { account, row, stamp, T0 } from '../builders';

/** What came first is told by the versions of Work 365, not by the clocks of our machines (S19). */

const written = (at: number) => {
  const { record } = pickCustomer(account(), { customer: { id: 'c1', name: 'C' }, evidence: [] }, stamp());
  const withRow = observeRow(record, row({ etag: 'W/"7"' }), T0);
  return noteWritten(beginWrite(withRow, at), row({ etag: 'W/"8"', customerId: 'c1' }), 'c1', at);
};

it.each([
  ['a minute ahead', MINUTE],
  ['a minute behind', -MINUTE],
])('a row listed before our write reverts nothing, on a machine whose clock is %s', (_what, skew) => {
  const record = written(T0);
  expect(observeRow(record, row({ etag: 'W/"7"' }), T0 + skew, T0 + skew)).toBe(record);
});

it.each([
  ['a minute ahead', MINUTE],
  ['a minute behind', -MINUTE],
])('a change that somebody made after our write is seen, on a machine whose clock is %s', (_what, skew) => {
  const record = written(T0);
  const changed = observeRow(record, row({ etag: 'W/"10"', customerId: 'c2' }), T0 + skew, T0 + skew);
  expect(changed.writeBack).toMatchObject({ state: 'conflict', theirs: { customer: { id: 'c2' } } });
});

it('where rows bear no version that can be compared, our own clock decides', () => {
  const record = written(T0);
  expect(observeRow(record, row({ etag: 'other' }), T0, T0 - 1)).toBe(record);
});
