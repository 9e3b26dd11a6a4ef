import type { Outcome } from './run';

/** The story of a run, for a person: who did what when, and which promise was broken. */
export function storyOf({ plan, broken, story }: Outcome, lines = 120): string {
  const clock = (at: number): string => clockFrom(plan.start, at);
  const acts = plan.acts.map(({ at, n: _, ...act }) => `  ${clock(at)} ${JSON.stringify(act)}`);
  const told = story.slice(-lines).map(({ at, who, what }) => `  ${clock(at)} ${who}: ${what}`);
  return [
    `seed ${plan.seed}, ${plan.replicas} replicas, ${plan.days} days, ${plan.providers} providers, ${plan.zone} from ${new Date(plan.start).toISOString().slice(0, 10)}`,
    ...broken.slice(0, 5).map(({ promise, detail, at }) => `broken at ${clock(at)}: ${promise}: ${detail}`),
    'what happened from outside:',
    ...acts,
    'what came of it:',
    ...told,
  ].join('\n');
}

function clockFrom(start: number, at: number): string {
  const day = Math.floor(at / 86_400_000) - Math.floor(start / 86_400_000) + 1;
  return `day ${day} ${new Date(at).toISOString().slice(11, 23)}`;
}
