import { chosenFrom, givingWay, sortedFrom } from '../../src/matching/slices';

it('gives way when a slice is used up, and begins the next one only after the others', async () => {
  let now = 0;
  const giveWay = givingWay({ now: () => now });
  expect(giveWay()).toBeUndefined();
  now = 8;
  const way = giveWay();
  expect(way).toBeInstanceOf(Promise);
  now = 100;
  await way;
  expect(giveWay()).toBeUndefined();
  now = 107;
  expect(giveWay()).toBeUndefined();
  now = 108;
  expect(giveWay()).toBeInstanceOf(Promise);
});

it('chooses what filter would', async () => {
  const all = Array.from({ length: 1_000 }, (_, n) => n);
  expect(await chosenFrom(all, (n) => n % 7 === 0)).toStrictEqual(all.filter((n) => n % 7 === 0));
});

it('sorts what toSorted would, and leaves alike as it was', async () => {
  const all = Array.from({ length: 3_000 }, (_, n) => ({ n, key: (n * 7919) % 100 }));
  const order = (a: { key: number }, b: { key: number }): number => a.key - b.key;
  expect(await sortedFrom(all, order)).toStrictEqual(all.toSorted(order));
  expect(await sortedFrom([], order)).toStrictEqual([]);
});
