import { PLANTED } from './planted';
import { planOf } from './plan';
import { prepare, run } from './run';
import { shrink } from './shrink';
import { storyOf } from './story';

beforeAll(prepare);

it('runs the same for the same seed, and otherwise for another', async () => {
  const [once, again, other] = [await run(planOf('a')), await run(planOf('a')), await run(planOf('b'))];

  expect(again.mark).toBe(once.mark);
  expect(again.story).toEqual(once.story);
  expect(other.mark).not.toBe(once.mark);
});

describe('a fault that is put in', () => {
  const found = async (name: string, most: number) => {
    const seams = PLANTED.find((one) => one.name === name)?.seams;
    for (let seed = 1; seed <= most; seed += 1) {
      const outcome = await run(planOf(String(seed)), seams);
      if (outcome.broken.length > 0) return { outcome, seams };
    }
    throw new Error(`${name} was not found`);
  };

  it.each([
    'a compare-and-swap of accounts ignores its answer',
    'a card is drawn from what was known of the account before',
    'a new account is announced in one conversation less',
  ])('is found: %s', async (name) => {
    expect((await found(name, 60)).outcome.broken).not.toEqual([]);
  });

  it('leaves a story that is shorter than the run, and reads as one', async () => {
    const { outcome, seams } = await found('an event is acknowledged before it is written down', 20);
    const shorter = await shrink(outcome, seams, 8);

    expect(shorter.plan.acts.length).toBeLessThan(outcome.plan.acts.length);
    expect(storyOf(shorter)).toContain(outcome.broken[0]!.promise);
  });
});
