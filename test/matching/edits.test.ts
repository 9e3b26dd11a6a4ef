import fc from 'fast-check';
import { MOST_EDITS, editsTo } from '../../src/matching/edits';

/** The whole table, and every swap of neighbours counted as one. */
function editsByTheBook(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (__, j) => i + j));
  const at = (i: number, j: number): number => d[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : changed;
      d[i]![j] = Math.min(changed, swapped, at(i - 1, j) + 1, at(i, j - 1) + 1);
    }
  }
  return at(a.length, b.length);
}

describe('edits', () => {
  it.each([
    ['northwind', 'northwind', 0, 0, 9],
    ['northwnd', 'northwind', 1, 1, 9],
    ['nortwhind', 'northwind', 1, 1, 9],
    ['northw', 'northwind', 3, 0, 6],
    ['nrothw', 'northwindtraders', 4, 1, 6],
    ['contoso', 'fabrikam', 4, 4, 3],
  ])('%s and %s: %d, %d to the beginning of %d letters', (typed, text, toWhole, toBeginning, length) => {
    const edits = editsTo(typed, text);

    expect(edits).toMatchObject({ toWhole, toBeginning });
    if (toBeginning < MOST_EDITS) expect(edits.length).toBe(length);
  });

  it('are those of the whole table, up to the most that are counted', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(word, word, (typed, text) => {
        const { toWhole, toBeginning } = editsTo(typed, text);
        const beginnings = Array.from({ length: text.length + 1 }, (_, j) => editsByTheBook(typed, text.slice(0, j)));
        expect(toWhole).toBe(Math.min(MOST_EDITS, editsByTheBook(typed, text)));
        expect(toBeginning).toBe(Math.min(MOST_EDITS, ...beginnings));
      }),
      { seed: 4 },
    );
  });
});
