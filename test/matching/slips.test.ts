import { SLIP, slipBetween } from '../../src/matching/slips';

describe('the slip between a word and what was typed', () => {
  it.each([
    ['fabrikma', 'fabrikam', SLIP.swapped],
    ['fabrikkam', 'fabrikam', SLIP.swapped],
    ['litare', 'litware', SLIP.dropped],
    ['litwsre', 'litware', SLIP.neighbour],
    ['litwsare', 'litware', SLIP.neighbour],
    ['litwmre', 'litware', SLIP.other],
    ['litware', 'litware', undefined],
    ['litmbre', 'litware', undefined],
    ['lit', 'litware', undefined],
  ])('%s for %s: %s', (typed, word, slip) => {
    expect(slipBetween(typed, word)).toBe(slip);
  });
});
