import fc from 'fast-check';
import { align } from '../../src/matching/alignment';
import { abbreviates, contraction, grams, jaroWinkler } from '../../src/matching/similarity';

describe('Jaro-Winkler', () => {
  it.each([
    ['martha', 'marhta', 0.9611],
    ['dixon', 'dicksonx', 0.8133],
    ['dwayne', 'duane', 0.84],
    ['abc', 'xyz', 0],
  ])('%s and %s: %d', (a, b, likeness) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(likeness, 3);
  });

  it('is between 0 and 1 and the same both ways, for long texts too', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 90 }), fc.string({ maxLength: 90 }), (a, b) => {
        const likeness = jaroWinkler(a, b);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        expect(jaroWinkler(a, a)).toBe(1);
      }),
      { seed: 3 },
    );
  });
});

describe('abbreviations', () => {
  it.each([
    ['svcs', 'services', true],
    ['intl', 'international', true],
    ['tech', 'technology', true],
    ['services', 'svcs', false],
    ['srv', 'server', true],
    ['bank', 'banana', false],
  ])('%s of %s: %s', (short, long, expected) => {
    expect(abbreviates(short, long)).toBe(expected);
  });
});

describe('contractions', () => {
  it.each([
    ['hitachicm', ['hitachi', 'construction', 'machinery'], { used: 3, whole: 1 }],
    ['hhic', ['hanjin', 'heavy', 'industries', 'construction'], { used: 4, whole: 0 }],
    ['contoso', ['contoso', 'robotics'], { used: 1, whole: 1 }],
    ['robotics', ['contoso', 'robotics'], undefined],
    ['cx', ['contoso', 'robotics'], undefined],
  ])('%s of %j: %j', (text, words, expected) => {
    expect(contraction(text, words)).toEqual(expected);
  });
});

describe('alignment of words', () => {
  it.each([
    ['order does not count', ['huddersfield', 'university'], ['university', 'huddersfield'], ['equal', 'equal']],
    ['a word in two', ['sunway', 'group'], ['sun', 'way', 'group'], ['equal', 'split']],
    ['two words in one', ['sun', 'way', 'group'], ['sunway', 'group'], ['equal', 'split']],
    ['an abbreviation', ['gibraltar', 'inds'], ['gibraltar', 'industries'], ['equal', 'abbreviation']],
    ['a slip', ['visaka', 'industres'], ['visaka', 'industries'], ['equal', 'typo']],
    ['different numbers', ['school', '12'], ['school', '13'], ['equal']],
  ])('%s', (_, left, right, relations) => {
    expect(
      align(left, right)
        .pairs.map((pair) => pair.relation)
        .sort(),
    ).toEqual([...relations].sort());
  });
});

describe('trigrams', () => {
  it('are distinct and within the table', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const found = [...grams(text)];
        expect(new Set(found).size).toBe(found.length);
        expect(found.every((gram) => gram >= 0 && gram < 1 << 18)).toBe(true);
      }),
      { seed: 4 },
    );
  });
});
