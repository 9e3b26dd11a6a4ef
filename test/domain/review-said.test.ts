import { chooseIn } from '../../src/domain/review-said';
import type { ReviewSaid, SaidPage, SaidRow } from '../../src/domain/review-said';

const customers = (...names: readonly string[]) => names.map((name) => ({ id: `c-${name}`, name }));
const row = (name: string, news: Partial<SaidRow> = {}): SaidRow => ({
  accountId: name,
  asOf: 1,
  name,
  customers: [],
  ...news,
});
const PAGE: SaidPage = {
  click: 'click',
  scope: {},
  since: 0,
  done: 0,
  rows: [
    row('one', { customers: customers('One'), sure: true }),
    row('two', { customers: customers('Two', 'Too'), sure: true }),
    row('three', { customers: customers('Three', 'Tree') }),
    row('four', { customers: customers('Four') }),
    row('five'),
  ],
};

function choose(said: Partial<ReviewSaid>): unknown {
  const found = chooseIn(PAGE, { all: false, take: [], leave: [], ignore: [], ...said });
  if ('unclear' in found) return found.unclear.map(({ why, number }) => `${number} ${why}`);
  return found.chosen.map(({ choice }) =>
    choice === undefined ? '-' : choice.verb === 'ignore' ? 'ignored' : choice.customerId,
  );
}

it('takes what is ticked for all, and nothing else', () => {
  expect(choose({ all: true })).toEqual(['c-One', 'c-Two', '-', '-', '-']);
});

it('leaves out what is named', () => {
  expect(choose({ all: true, leave: [1] })).toEqual(['-', 'c-Two', '-', '-', '-']);
});

it('takes the customer of a letter, and the only one without it', () => {
  const take = [{ number: 3, choice: 1 }, { number: 4 }];
  expect(choose({ take })).toEqual(['-', '-', 'c-Tree', 'c-Four', '-']);
  expect(choose({ take: [{ number: 2, choice: 1 }] })).toEqual(['-', 'c-Too', '-', '-', '-']);
});

it('ignores what is no customer, whatever else was said of it', () => {
  expect(choose({ all: true, ignore: [1, 5] })).toEqual(['ignored', 'c-Two', '-', '-', 'ignored']);
});

it('chooses nothing at all while anything is unclear', () => {
  const take = [{ number: 1 }, { number: 3 }, { number: 5 }, { number: 4, choice: 2 }];
  expect(choose({ take, leave: [9] })).toEqual(['3 several', '4 several', '5 nothing', '9 past']);
});
