import { howManyFit } from '../../src/domain/review';
import type { ReviewGroup } from '../../src/domain/review';

const of = (group: ReviewGroup, count: number): readonly ReviewGroup[] => Array.from({ length: count }, () => group);

it.each([
  ['twelve ticks', of('sure', 30), 12],
  ['fewer choices, which take more room', of('likely', 30), 7],
  ['some of both', [...of('sure', 6), ...of('nothing', 30)], 10],
  ['all there are', of('likely', 3), 3],
  ['none of none', [], 0],
] as const)('a page takes %s', (_what, groups, count) => {
  expect(howManyFit(groups)).toBe(count);
});
