import fc from 'fast-check';
import { KeyedPostings } from '../../src/matching/keyed-postings';
import { Postings } from '../../src/matching/postings';

interface Step {
  readonly add: boolean;
  readonly key: number;
  readonly value: number;
}

const steps = fc.array(
  fc.record({ add: fc.boolean(), key: fc.integer({ min: 0, max: 5 }), value: fc.integer({ min: 0, max: 40 }) }),
  { maxLength: 300 },
);

describe('postings', () => {
  it('hold what a set per key holds, in order', () => {
    fc.assert(
      fc.property(steps, (list: Step[]) => {
        const postings = new Postings(2);
        const model = new Map<number, Set<number>>();
        for (const { add, key, value } of list) {
          const set = model.get(key) ?? new Set();
          model.set(key, set);
          if (add) expect(postings.add(key, value)).toBe(!set.has(value));
          else expect(postings.remove(key, value)).toBe(set.has(value));
          if (add) set.add(value);
          else set.delete(value);
        }
        for (const [key, set] of model) {
          expect([...postings.list(key)]).toEqual([...set].sort((a, b) => a - b));
          expect(postings.count(key)).toBe(set.size);
        }
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('hold long lists, and give their room back', () => {
    const postings = new Postings(4);
    const values = Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 20_011);
    for (const value of values) postings.add(1, value);
    postings.add(2, 5);
    expect([...postings.list(1)]).toEqual([...values].sort((a, b) => a - b));
    for (const value of values) postings.remove(1, value);
    expect(postings.count(1)).toBe(0);
    expect([...postings.list(2)]).toEqual([5]);
  });
});

describe('postings by text', () => {
  it('forget a text without numbers and use its key again', () => {
    const postings = new KeyedPostings();
    const key = postings.add('contoso', 1);
    postings.add('contoso', 2);
    postings.remove(key, 1);
    expect([...postings.find('contoso')]).toEqual([2]);
    postings.remove(key, 2);
    expect(postings.key('contoso')).toBe(-1);
    expect(postings.size).toBe(0);
    expect(postings.add('fabrikam', 9)).toBe(key);
    expect(postings.text(key)).toBe('fabrikam');
  });
});
