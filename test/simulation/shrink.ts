import type { Plan } from './plan';
import { run } from './run';
import type { Outcome } from './run';
import type { Seams } from './replica';

/**
 * Makes a failing plan shorter: acts are left out, first many at once, as long as the same promise is broken without them.
 * Tries no more often than `most`.
 */
export async function shrink(failing: Outcome, seams: Seams = {}, most = 40): Promise<Outcome> {
  const promise = failing.broken[0]?.promise;
  let best = failing;
  let tries = 0;
  const attempt = async (plan: Plan): Promise<boolean> => {
    if (tries >= most) return false;
    tries += 1;
    const outcome = await run(plan, seams);
    if (outcome.broken[0]?.promise !== promise) return false;
    best = outcome;
    return true;
  };
  for (let size = Math.ceil(best.plan.acts.length / 2); size >= 1 && tries < most;) {
    let isShorter = false;
    for (let at = 0; at < best.plan.acts.length && tries < most;) {
      const acts = [...best.plan.acts.slice(0, at), ...best.plan.acts.slice(at + size)];
      if (await attempt({ ...best.plan, acts })) isShorter = true;
      else at += size;
    }
    if (size === 1 && !isShorter) break;
    size = size === 1 ? 1 : Math.ceil(size / 2);
  }
  return best;
}
