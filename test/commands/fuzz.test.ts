import fc from 'fast-check';
import { normalise, TEXT_LIMIT } from '../../src/commands/normalise';
import { tokenise } from '../../src/commands/token';
import { understand } from '../../src/commands/understand';

const PIECES = [
  'map ',
  'to ',
  'is ',
  'a',
  'accepted ',
  '"',
  "'",
  '(',
  ')',
  '<at>',
  '</at>',
  '<',
  '&',
  '&amp;',
  '->',
  ', ',
  '. ',
  '?',
  '\n',
  'not ',
  'undo ',
  'when ',
  '😀',
  '\u0000',
  '\u202e',
  'ﬀ',
  'é',
  'ß',
  '9b2d1c44-',
  '8:30 ',
  'contoso.com ',
  '<<<<',
  '....',
  '¿',
  "l'",
  '-',
  '--',
  '_',
];

describe('whatever is typed', () => {
  it('is answered, and the places pointed at lie in the text', () => {
    const text = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 6 })), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, (parts) => {
        const read = understand(parts.join(''));
        if (read.outcome === 'misunderstood' && read.at) {
          expect(read.at.start).toBeLessThan(read.at.end);
          expect(read.at.end).toBeLessThanOrEqual(read.text.length);
        }
      }),
      { seed: 4, numRuns: 1500 },
    );
  });

  it.each(PIECES)('%j repeated to 4,000 characters is read', (piece) => {
    expect(understand(piece.repeat(Math.ceil(4000 / piece.length)))).toHaveProperty('outcome');
  });

  it('costs no more than a fixed number of questions for each word', () => {
    const asked = (words: number) => {
      let count = 0;
      understand('is contoso map to '.repeat(words / 4), { known: { has: () => (count += 1) < 0 } });
      return count;
    };
    expect(asked(80)).toBeLessThanOrEqual(80 * 10);
    // Beyond the limit nothing is added at all.
    expect(asked(4000)).toBe(asked(1000));
  });

  it('is cut at the limit', () => {
    const long = 'is contoso accepted '.repeat(200);
    expect(normalise(long).length).toBeLessThanOrEqual(TEXT_LIMIT);
    expect(tokenise(normalise(long)).length).toBeLessThanOrEqual(120);
  });
});
