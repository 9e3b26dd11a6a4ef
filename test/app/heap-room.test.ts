import { lackingHeap } from '../../src/app/heap-room';

const MB = 2 ** 20;

it.each([
  ['a thousand in what the smallest plan gives', 1_000, 430, undefined],
  ['twenty thousand in half a gigabyte', 20_000, 512, undefined],
  ['two hundred thousand in half a gigabyte', 200_000, 512, { limitMb: 512, neededMb: 971 }],
  ['two hundred thousand in what the guide says', 200_000, 1_536, undefined],
])('%s', (_what, size, limitMb, lacking) => {
  expect(lackingHeap({ accounts: size, customers: size }, limitMb * MB)).toStrictEqual(lacking);
});
