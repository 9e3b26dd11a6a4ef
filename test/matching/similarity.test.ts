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

/** As the books have it, a letter at a time. */
function jaroWinklerByTheBook(a: string, b: string): number {
  if (a === b) return 1;
  const window = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Set<number>();
  const left = Array.from(a).filter((letter, i) => {
    for (let j = Math.max(0, i - window); j <= Math.min(b.length - 1, i + window); j++) {
      if (b[j] !== letter || taken.has(j)) continue;
      taken.add(j);
      return true;
    }
    return false;
  });
  const right = Array.from(b).filter((_, j) => taken.has(j));
  if (left.length === 0) return 0;
  const crossed = left.filter((letter, i) => letter !== right[i]).length;
  const jaro = (left.length / a.length + left.length / b.length + (left.length - crossed / 2) / left.length) / 3;
  const prefix = Array.from(a).findIndex((letter, i) => letter !== b[i]);
  return jaro + Math.min(4, prefix < 0 ? a.length : prefix) * 0.1 * (1 - jaro);
}

it('Jaro-Winkler of short texts, which has a way of its own, is that of the books', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', ' ', 'é'), maxLength: 40 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(jaroWinkler(a, b)).toBeCloseTo(jaroWinklerByTheBook(a, b), 10);
    }),
    { seed: 4, numRuns: 2_000 },
  );
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
