import { parseTrees, scoreOf, shareOut } from '../../src/matching/trees';

const TREES = parseTrees(['0,0.5,1,2,0.1;-1;1,2,3,4,0.5;0.25;2', '3']);

describe('trees', () => {
  it.each([
    ['left', [0.5, 9], 2],
    ['right, then left', [0.6, 2], 3.25],
    ['right, then right', [0.6, 2.1], 5],
  ])('go %s', (_, x, score) => {
    expect(scoreOf(TREES, Float64Array.from(x))).toBeCloseTo(score, 9);
  });

  it('credit each step to the column that was asked', () => {
    const shares = new Float64Array(2);
    const rest = shareOut(TREES, Float64Array.from([0.6, 2.1]), shares);

    expect([...shares]).toEqual([0.4, 1.5]);
    expect(rest).toBeCloseTo(3.1, 9);
  });
});
