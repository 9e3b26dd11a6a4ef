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

  it('of many possible keys hold the same while few of them are used, and when they are many', () => {
    const postings = new Postings(1 << 18);
    const keyOf = (n: number): number => (n * 7919) % (1 << 18);
    for (let n = 0; n < 9_000; n += 1) {
      for (let value = 0; value <= n % 5; value += 1) postings.add(keyOf(n), 10 * n + value);
      if (n % 7 === 0) postings.remove(keyOf(n), 10 * n);
      if (n !== 100 && n !== 8_999) continue;
      for (let known = 0; known <= n; known += 1) {
        const values = Array.from({ length: (known % 5) + 1 }, (_, value) => 10 * known + value);
        expect([...postings.list(keyOf(known))]).toEqual(known % 7 === 0 ? values.slice(1) : values);
      }
      expect([postings.count(keyOf(n + 1)), [...postings.list(keyOf(n + 1))]]).toEqual([0, []]);
      expect(postings.remove(keyOf(n + 1), 1)).toBe(false);
    }
    postings.add((1 << 18) + 5, 3);
    expect([...postings.list((1 << 18) + 5)]).toEqual([3]);
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
