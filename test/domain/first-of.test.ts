import { FirstOf } from '../../src/domain/first-of';
import { createRandom } from '../../src/sandbox/random';

it.each([0, 1, 7, 60])('gives the first %i as sorting all would', (count) => {
  const random = createRandom(`first ${count}`);
  const all = Array.from({ length: 2_000 }, (_, at) => ({ at, rank: random.below(50) }));
  const first = new FirstOf<(typeof all)[number]>(count, (a, b) => a.rank - b.rank);
  for (const one of all) first.add(one);
  expect(first.inOrder()).toStrictEqual(all.toSorted((a, b) => a.rank - b.rank).slice(0, count));
});
