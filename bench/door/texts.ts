import { person, type Ground } from './ground';
import { worstActivities } from '../../test/commands/worst-texts';

const ROUNDS = 3;
const WARM_UP = 300;
const SHOWN = 15;
const PEOPLE = 20;

/**
 * What each hostile text costs the bot's process, from the bytes of the request to the answer in Teams: milliseconds of
 * its CPU time and the longest pause of its event loop that it computed itself, each the least of some rounds, because
 * others use the machine.
 */
export async function benchTexts(ground: Ground): Promise<void> {
  let turn = 0;
  const next = () => person((turn += 1) % PEOPLE);
  for (let n = 0; n < WARM_UP; n += 1) await patiently(ground, { text: 'is Contoso accepted?' }, next);
  const idle = await measured(ground, () => Promise.resolve());
  const rows: { readonly what: string; cpuMs: number; longestBusyMs: number }[] = [];
  for (const { what, activity } of worstActivities()) {
    const row = { what, cpuMs: Infinity, longestBusyMs: Infinity };
    for (let round = 0; round < ROUNDS; round += 1) {
      const { cpuMs, longestBusyMs } = await measured(ground, () => patiently(ground, activity, next));
      row.cpuMs = Math.min(row.cpuMs, cpuMs);
      row.longestBusyMs = Math.min(row.longestBusyMs, longestBusyMs);
    }
    rows.push(row);
  }
  console.log(`hostile texts: ${rows.length}; one look at the idle process: ${idle.longestBusyMs.toFixed(1)} ms`);
  for (const key of ['cpuMs', 'longestBusyMs'] as const) {
    console.log(`dearest by ${key}:`);
    const sorted = [...rows].sort((a, b) => b[key] - a[key]);
    for (const { what, cpuMs, longestBusyMs } of sorted.slice(0, SHOWN)) {
      console.log(
        `  CPU ${cpuMs.toFixed(1).padStart(6)} ms, pause ${longestBusyMs.toFixed(1).padStart(6)} ms  ${what}`,
      );
    }
  }
}

async function measured(ground: Ground, work: () => Promise<void>) {
  await ground.usage();
  await work();
  return ground.usage();
}

async function patiently(
  ground: Ground,
  activity: object | string,
  next: () => ReturnType<typeof person>,
): Promise<void> {
  const status = await ground.send(next(), activity);
  if (status >= 500) throw new Error(`answered with ${status}`);
}
