import { observeRow } from '../../src/domain/observe-row';
import { account, row, T0 } from '../builders';

it('a mapping of Work 365 is as old as our first sight at least, where the row is older and is read after the list of accounts', () => {
  const later = T0 + 90_000;
  const decidedAt = (createdAt: number): number | undefined => {
    const { mapping } = observeRow(account(), row({ customerId: 'c1', createdAt }), later);
    return mapping.state === 'mapped' ? mapping.at : undefined;
  };
  expect(decidedAt(T0 - 1)).toBe(T0);
  expect(decidedAt(T0 + 1)).toBe(later);
  // What is changed in a row that we know is changed now.
  const known = observeRow(account(), row({ createdAt: T0 - 1 }), later);
  expect(observeRow(known, row({ etag: 'W/"2"', customerId: 'c1', createdAt: T0 - 1 }), later).mapping).toMatchObject({
    at: later,
  });
});
