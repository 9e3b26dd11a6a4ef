import { severalAtOnce } from '../../src/records/several-at-once';

it('does each once, twenty-five at a time', async () => {
  const all = Array.from({ length: 60 }, (_, n) => n);
  const done: number[] = [];
  let [running, most] = [0, 0];
  await severalAtOnce(all, async (n) => {
    most = Math.max(most, (running += 1));
    await Promise.resolve();
    running -= 1;
    done.push(n);
  });
  expect([done, most]).toStrictEqual([all, 25]);
});

it('tells of what fails, and begins nothing after it', async () => {
  const begun: number[] = [];
  const all = Array.from({ length: 60 }, (_, n) => n);
  const failing = severalAtOnce(all, (n) => {
    begun.push(n);
    return n === 3 ? Promise.reject(new Error('away')) : Promise.resolve();
  });
  await expect(failing).rejects.toThrow('away');
  expect(begun).toHaveLength(25);
});
