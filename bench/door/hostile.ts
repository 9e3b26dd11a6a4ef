import fc from 'fast-check';
import { bottomless } from '../../test/turns/hostile';
import { HOSTILE_KINDS, prepareForHostile, sendHostile } from '../../test/turns/hostile-sending';
import { sender } from '../../test/turns/senders';
import { TEAM, TENANT } from '../../test/turns/stage';
import type { Usage } from './bot';
import { person, type Ground } from './ground';

/** The same activities as the test sends with this seed. */
const SEED = 11;
const WARM_UP = 200;
const BOTTOMLESS = 20;
const BUDGET_MS = 60;
const SHOWN = 25;
const SNIPPET = 160;

interface Cost extends Usage {
  readonly what: string;
}

/**
 * What hostile activities cost the bot's process, one after the other: its CPU time and the pauses of its event loop. A
 * pause counts from one activity to the next, so what the bot does by itself meanwhile is in it. The first ones, for which
 * much is compiled and read for the first time, are told apart.
 */
export async function benchHostile(ground: Ground, activities: number): Promise<void> {
  ground.connector.members(TEAM, []);
  const statuses = new Map<number, number>();
  const costs: Cost[] = [];
  const measured = async (what: string, activity: object | string): Promise<void> => {
    const status = await ground.send(person(0), activity);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status >= 500) throw new Error(`${what} was answered with ${status}`);
    costs.push({ what, ...(await ground.usage()) });
  };
  await prepareForHostile((activity) => ground.send(person(0), activity));
  await ground.usage();
  for (const kind of HOSTILE_KINDS) {
    const runs = Math.ceil(activities / HOSTILE_KINDS.length);
    await sendHostile({ kind, seed: SEED, runs, stage: ground }, (json) =>
      measured(`${kind} ${told(json)}`, JSON.parse(json) as object),
    );
  }
  const from = JSON.stringify(sender('reader', 3));
  const conversation = JSON.stringify({ id: 'a:deep', conversationType: 'personal', tenantId: TENANT });
  for (const json of fc.sample(bottomless, { seed: SEED, numRuns: BOTTOMLESS }))
    await measured(
      `${json.length} of bottomless`,
      `"type":"invoke","name":"task/fetch","from":${from},"conversation":${conversation},"value":${json}`,
    );
  console.log(`${costs.length} hostile activities, answered ${JSON.stringify([...statuses])}`);
  tell(`the first ${WARM_UP}`, costs.slice(0, WARM_UP));
  tell('those after them', costs.slice(WARM_UP));
}

function told(json: string): string {
  const { type, name, text, value } = JSON.parse(json) as Record<string, unknown>;
  return `${json.length} letters: ${JSON.stringify({ type, name, text, value }).slice(0, SNIPPET)}`;
}

function tell(which: string, costs: readonly Cost[]): void {
  const over = costs.filter(({ longestBusyMs }) => longestBusyMs > BUDGET_MS).length;
  const of = (key: keyof Usage) => {
    const sorted = costs.map((cost) => cost[key]).sort((a, b) => a - b);
    const [p50, p999, longest] = [0.5, 0.999, 1].map((part) => sorted[Math.ceil((sorted.length - 1) * part)] ?? NaN);
    return `p50 ${p50?.toFixed(1)}, p99.9 ${p999?.toFixed(1)}, most ${longest?.toFixed(1)} ms`;
  };
  console.log(`${which}: CPU ${of('cpuMs')}`);
  console.log(`  pauses by its own CPU ${of('longestBusyMs')}; ${over} over ${BUDGET_MS}`);
  console.log(`  pauses by the clock ${of('longestPauseMs')}`);
  const dearest = [...costs].sort((a, b) => b.longestBusyMs - a.longestBusyMs).slice(0, SHOWN);
  for (const { what, cpuMs, longestBusyMs } of dearest)
    console.log(`  pause ${longestBusyMs.toFixed(1).padStart(6)}, CPU ${cpuMs.toFixed(1).padStart(6)} ms  ${what}`);
}
