import { SpellingIndex } from '../../src/commands/spelling';
import { editDistance } from '../../src/domain/edit-distance';

describe('the spelling index', () => {
  const index = new SpellingIndex();
  for (const word of ['list', 'status', 'accepted', 'pending', 'watch', 'subscriptions']) index.add(word);

  it.each([
    ['lsit', 'list'],
    ['staus', 'status'],
    ['acepted', 'accepted'],
    ['pendign', 'pending'],
    ['subscritpons', 'subscriptions'],
    ['wacth', 'watch'],
  ])('%s is %s', (typed, word) => {
    expect(index.nearest(typed)?.word).toBe(word);
  });

  it.each(['lost', 'lisp', 'match', 'contoso', 'list', 'sta'])('%s is none of its slips', (typed) => {
    expect(index.nearest(typed)).toBeUndefined();
  });

  it('counts a swap as one slip', () => {
    expect(editDistance('hlep', 'help')).toBe(1);
    expect(editDistance('', 'ab')).toBe(2);
  });
});
