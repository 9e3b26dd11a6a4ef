import type { AccountFilter } from '../../src/domain/account-filter';
import { askedAnew } from '../../src/domain/asked-filter';

it('says a filter with the words by which it is found again', () => {
  const filter: AccountFilter = [
    { is: 'open' },
    { is: 'provider', provider: 'p1', not: true },
    { is: 'decided', verdict: 'mapped', by: { kind: 'person', id: 'x', name: 'Ana' } },
    { is: 'decided', by: { kind: 'work365' } },
    { is: 'decided' },
  ];

  expect(askedAnew(filter).conditions).toEqual([
    { is: 'open' },
    { is: 'place', place: 'p1', not: true },
    { is: 'decided', verdict: 'mapped', who: { name: 'Ana' } },
    { is: 'decided', who: { name: 'Work 365' } },
    { is: 'decided' },
  ]);
});
