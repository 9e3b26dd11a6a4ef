import type { Outcome } from './run';
import { START } from './plan';

/** The story of a run, for a person: who did what when, and which promise was broken. */
export function storyOf({ plan, broken, story }: Outcome, lines = 120): string {
  const acts = plan.acts.map(({ at, n: _, ...act }) => `  ${clock(at)} ${JSON.stringify(act)}`);
  const told = story.slice(-lines).map(({ at, who, what }) => `  ${clock(at)} ${who}: ${what}`);
  return [
    `seed ${plan.seed}, ${plan.replicas} replicas, ${plan.days} days`,
    ...broken.slice(0, 5).map(({ promise, detail, at }) => `broken at ${clock(at)}: ${promise}: ${detail}`),
    'what happened from outside:',
    ...acts,
    'what came of it:',
    ...told,
  ].join('\n');
}

function clock(at: number): string {
  const day = Math.floor((at - Date.UTC(2026, 4, 4)) / 86_400_000) + 1;
  return `day ${at < START ? 0 : day} ${new Date(at).toISOString().slice(11, 23)}`;
}
