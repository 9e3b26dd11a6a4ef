import { createOneARound } from '../../src/teams/door/one-a-round';

it('lets one go on in each round of the event loop, in their order', async () => {
  const myRound = createOneARound();
  let round = 0;
  let counting = true;
  const count = (): void => {
    round += 1;
    if (counting) setImmediate(count);
  };
  setImmediate(count);

  const rounds = await Promise.all([1, 2, 3].map((n) => myRound().then(() => [n, round] as const)));
  counting = false;

  const first = rounds[0]?.[1] ?? NaN;
  expect(rounds).toEqual([
    [1, first],
    [2, first + 1],
    [3, first + 2],
  ]);
});

it('lets those through that come later, too', async () => {
  const myRound = createOneARound();

  await myRound();
  await expect(Promise.all([myRound(), myRound()])).resolves.toHaveLength(2);
});
