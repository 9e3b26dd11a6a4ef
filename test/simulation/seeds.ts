import { planOf } from './plan';
import { prepare, run } from './run';
import { shrink } from './shrink';
import { storyOf } from './story';

/** The seeds that the gate runs, in two files, so that two workers share them; `npm run simulate` runs as many as one likes. */
export function keepsEveryPromise({ from, to }: { readonly from: number; readonly to: number }): void {
  beforeAll(prepare);

  it(`keeps every promise whatever the seeds ${from} to ${to} do to it`, async () => {
    for (let seed = from; seed <= to; seed += 1) {
      const outcome = await run(planOf(String(seed)));
      if (outcome.broken.length > 0) throw new Error(storyOf(await shrink(outcome)));
    }
  }, 600_000);
}
