// `npm run simulate -- --seeds 1000 [--from 1] [--replicas 3] [--days 5]`: runs the whole bot under a seeded scheduler
// that breaks what it can (docs/simulator.md). `--explain` tells the shortest story of each seed that breaks a promise,
// `--planted` looks after how many seeds each planted fault is found, or those alone whose name has `--fault TEXT` in it.
import { parseArgs } from 'node:util';
import { planOf } from '../test/simulation/plan';
import type { PlanSize } from '../test/simulation/plan';
import { PLANTED } from '../test/simulation/planted';
import { prepare, run } from '../test/simulation/run';
import { shrink } from '../test/simulation/shrink';
import { storyOf } from '../test/simulation/story';

interface Wanted {
  readonly from: number;
  readonly seeds: number;
  readonly size: PlanSize;
}

function wanted(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seeds: { type: 'string', default: '100' },
      from: { type: 'string', default: '1' },
      replicas: { type: 'string' },
      days: { type: 'string' },
      explain: { type: 'boolean', default: false },
      planted: { type: 'boolean', default: false },
      fault: { type: 'string', default: '' },
    },
  });
  const size = {
    ...(values.replicas === undefined ? {} : { replicas: Number(values.replicas) }),
    ...(values.days === undefined ? {} : { days: Number(values.days) }),
  };
  return { ...values, from: Number(values.from), seeds: Number(values.seeds), size };
}

async function lookForFaults({ from, seeds, size }: Wanted, explains: boolean): Promise<number> {
  const began = performance.now();
  let [steps, simulatedMs, broken] = [0, 0, 0];
  for (let seed = from; seed < from + seeds; seed += 1) {
    const outcome = await run(planOf(String(seed), size));
    steps += outcome.steps;
    simulatedMs += outcome.simulatedMs;
    const [first] = outcome.broken;
    if (first === undefined) continue;
    broken += 1;
    console.log(`seed ${seed}: ${first.promise}: ${first.detail}`);
    if (explains) console.log(storyOf(await shrink(outcome)));
  }
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const days = Math.round(simulatedMs / 86_400_000);
  console.log(`${seeds} seeds, ${steps} steps, ${days} simulated days, ${seconds} s; ${broken} broke a promise`);
  return broken > 0 ? 1 : 0;
}

async function lookForPlanted({ from, seeds, size }: Wanted, fault: string): Promise<number> {
  let missed = 0;
  for (const { name, seams } of PLANTED.filter((one) => one.name.includes(fault))) {
    let found: string | undefined;
    let tried = 0;
    while (found === undefined && tried < seeds) {
      const { broken } = await run(planOf(String(from + tried), size), seams);
      tried += 1;
      found = broken[0]?.promise;
    }
    if (found === undefined) missed += 1;
    console.log(`${found === undefined ? `not in ${tried}` : `after ${tried}`} | ${name} | ${found ?? ''}`);
  }
  return missed > 0 ? 1 : 0;
}

async function main(args: readonly string[]): Promise<number> {
  const { explain, planted, fault, ...what } = wanted(args);
  await prepare();
  return planted ? lookForPlanted(what, fault) : lookForFaults(what, explain);
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
