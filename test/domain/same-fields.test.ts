import { includesFields, sameFields } from '../../src/domain/same-fields';

it.each<readonly [boolean, object, object]>([
  [true, { a: 1, b: 'x' }, { b: 'x', a: 1 }],
  [true, { a: 1, b: undefined }, { a: 1 }],
  [true, { since: { at: 1, basis: 'event' } }, { since: { at: 1, basis: 'event' } }],
  [true, { a: 1, checkedAt: 1 }, { a: 1, checkedAt: 2 }],
  [true, { list: ['a', 'b'] }, { list: ['a', 'b'] }],
  [false, { a: 1 }, { a: 1, b: 2 }],
  [false, { a: 1, b: 2 }, { a: 1 }],
  [false, { a: 1 }, { a: '1' }],
  [false, { a: null }, { a: {} }],
  [false, { list: ['a', 'b'] }, { list: ['b', 'a'] }],
  [false, { since: { at: 1 } }, { since: { at: 2 } }],
])('says %s of %j and %j', (same, a, b) => {
  expect(sameFields(a, b, 'checkedAt')).toBe(same);
  expect(sameFields(b, a, 'checkedAt')).toBe(same);
});

it('whoever says less is included in whoever says more', () => {
  expect(includesFields({ a: 1, domains: ['x'] }, { domains: ['x'] })).toBe(true);
  expect(includesFields({ domains: ['x'] }, { a: 1, domains: ['x'] })).toBe(false);
});
