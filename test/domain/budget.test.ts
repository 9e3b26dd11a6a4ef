import fc from 'fast-check';
import { divide } from '../../src/domain/budget';

describe('dividing the limit among replicas', () => {
  it.each([
    ['one alone has all of it', [0], [50]],
    ['nobody wants anything: evenly', [0, 0], [25, 25]],
    ['one has a backlog, the other one answers now and then', [50, 2], [45, 5]],
    ['one has a backlog, the other one is busy, too', [50, 20], [30, 20]],
    ['both have a backlog', [50, 50], [25, 25]],
    ['what cannot be divided evenly', [50, 50, 50], [16, 17, 17]],
    ['many idle ones leave enough', [50, 0, 0, 0, 0], [30, 5, 5, 5, 5]],
    ['more than ten', Array.from({ length: 20 }, () => 0), Array.from({ length: 20 }, () => 2)],
  ])('%s', (_what, wants, expected) => {
    expect(divide(50, wants)).toEqual(expected);
  });

  it('never gives out more than there is, nor leaves anybody without, even when each counts itself first', () => {
    const situation = fc.tuple(
      fc.integer({ min: 20, max: 60 }),
      fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 12 }),
    );
    fc.assert(
      fc.property(situation, ([limit, wants]) => {
        const own = wants.map((want, at) => divide(limit, [want, ...wants.filter((_other, index) => index !== at)])[0]);
        const sum = own.reduce<number>((total, share) => total + (share ?? 0), 0);

        expect(sum).toBeLessThanOrEqual(limit);
        expect(Math.min(...own.map((share) => share ?? 0))).toBeGreaterThanOrEqual(1);
        expect(sum).toBeGreaterThan(limit - 2 * wants.length);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});
