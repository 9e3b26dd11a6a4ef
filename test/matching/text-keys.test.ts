import { createRandom } from '../../src/sandbox/random';
import { NumberLists } from '../../src/matching/number-lists';
import { TextKeys } from '../../src/matching/text-keys';

describe('numbered texts', () => {
  it('are what a map of them is, whatever comes and goes', () => {
    const random = createRandom('text keys');
    const keys = new TextKeys();
    const expected = new Map<string, number>();
    for (let step = 0; step < 20_000; step += 1) {
      const text = `Straße ${random.below(900)} of the long names`;
      if (random.next() < 0.6) {
        const key = keys.add(text, random.next() < 0.5);
        expect(key).toBe(expected.get(text) ?? key);
        expected.set(text, key);
      } else {
        keys.remove(keys.key(text));
        expected.delete(text);
      }
    }
    for (let n = 0; n < 900; n += 1) {
      const text = `Straße ${n} of the long names`;
      expect(keys.key(text)).toBe(expected.get(text) ?? -1);
    }
    expect(keys.size).toBe(expected.size);
    expect(new Map([...keys.all()].map(([key, text]) => [text, key]))).toStrictEqual(expected);
  });

  it('use a number again, and keep a text that UTF-8 cannot hold', () => {
    const keys = new TextKeys();
    const first = keys.add('first');
    keys.remove(first);
    expect(keys.add('second')).toBe(first);
    expect(keys.text(first)).toBe('second');
    const broken = `half a pair \ud800 and more`;
    expect(keys.text(keys.add(broken, true))).toBe(broken);
    expect(keys.key(broken)).toBe(keys.add(broken, true));
  });
});

it('lists of numbers are given back as they were put in, short or long', () => {
  const lists = new NumberLists(2);
  const put = Array.from({ length: 500 }, (_, row) => Array.from({ length: row % 5 }, (__, at) => row + at));
  for (const [row, numbers] of put.entries()) lists.set(row, numbers);
  expect(put.map((_, row) => lists.get(row))).toStrictEqual(put);
  lists.set(4, [1]);
  expect(lists.get(4)).toStrictEqual([1]);
  expect(lists.get(9_999)).toStrictEqual([]);
});
