import { setTimeout as pause } from 'node:timers/promises';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox';
import { startTeams } from '../chat';
import { DATABASES, type Database } from './databases';
import { ask, sumOf, type Turns } from './load';
import { buildBot, startReplica, type Replica } from './replica';

/** What is measured is compiled code, and compiling takes some thousand turns. */
const WARM_UP_TURNS = 6_000;
const ROUNDS = 5;
const NEVER = '86400';

interface Ground {
  readonly database: Database;
  /** Another one of the same kind, for a replica that shares nothing. */
  readonly elsewhere: Database;
  readonly sandbox: Sandbox;
  readonly start: (settings: Readonly<Record<string, string>>) => Promise<Replica>;
}

/**
 * `npm run bench -- replicas [turns per second] [seconds]`: two replicas against one on the same store, once for each
 * store. First chat turns at a load that stays the same, far from saturation: CPU per turn then says what a replica
 * could do. Two busy processes on two cores slow each other down even when they have nothing to do with each other, so
 * two on one store are also held against two on a store each. Then how often the sources are asked while nothing happens.
 */
export async function benchReplicas([rate = '200', seconds = '8']: readonly string[]): Promise<void> {
  buildBot();
  for (const open of DATABASES) {
    const [database, elsewhere] = [await open(), await open()];
    const sandbox = await startSandbox({ moves: false, crowd: { tenants: database.accounts, customers: 0 } });
    const shared = { ...sandbox.settings, ...database.settings, TEAMS_REQUESTS_PER_SECOND: '1000' };
    const ground: Ground = { database, elsewhere, sandbox, start: (own) => startReplica({ ...shared, ...own }) };
    await compareTurns(ground, Number(rate), Number(seconds));
    await compareSync(ground, Number(seconds));
    await sandbox.close();
    await database.close();
    await elsewhere.close();
  }
}

/** In turns, because the machine is never equally busy twice. Replicas that are not to be there are suspended. */
async function compareTurns({ database, elsewhere, start }: Ground, rate: number, seconds: number): Promise<void> {
  const teams = await startTeams();
  const idle = { SYNC_INTERVAL_S: NEVER };
  const [one, other, stranger] = [
    await start(idle),
    await start(idle),
    await start({ ...idle, ...elsewhere.settings }),
  ];
  for (const replica of [one, other, stranger]) await ask([replica], teams.url, { amount: WARM_UP_TURNS });
  const runs = { one: new Array<Turns>(), two: new Array<Turns>(), apart: new Array<Turns>() };
  const measure = async (who: keyof typeof runs, replicas: readonly Replica[], overallRate: number): Promise<void> => {
    const turns = await ask(replicas, teams.url, { duration: seconds, overallRate });
    runs[who].push(turns);
    console.log(
      `${database.name} ${who.padEnd(5)} ${turns.perSecond.toFixed(0)} turns/s, ` +
        `CPU ${turns.cpuMsPerTurn.toFixed(2)} ms a turn, p50 ${turns.p50} ms, p99 ${turns.p99} ms`,
    );
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    other.suspend();
    stranger.suspend();
    await measure('one', [one], rate);
    stranger.resume();
    await measure('apart', [one, stranger], rate);
    stranger.suspend();
    other.resume();
    await measure('two', [one, other], rate);
    stranger.resume();
  }
  await stranger.stop();
  const idleTogether = await idleOf([one, other], seconds);
  await other.stop();
  const idleAlone = await idleOf([one], seconds);
  await one.stop();
  teams.close();

  const loss = (than: readonly Turns[]): string => `${(100 * (1 - cpuOf(than) / cpuOf(runs.two))).toFixed(1)} %`;
  const served = (100 * median(runs.two.map((turns) => turns.perSecond))) / rate;
  console.log(
    `${database.name}: each of two loses ${loss(runs.apart)} against two on a store each (goal 5 %, by CPU per turn), ` +
      `${loss(runs.one)} against one that has all turns; ` +
      `two took ${served.toFixed(1)} % of the offered turns; ` +
      `without turns one takes ${idleAlone.toFixed(1)} ms CPU a second, two ${idleTogether.toFixed(1)}`,
  );
}

async function idleOf(replicas: readonly Replica[], seconds: number): Promise<number> {
  const before = await sumOf(replicas);
  await pause(seconds * 1000);
  return ((await sumOf(replicas)) - before) / seconds;
}

function cpuOf(runs: readonly Turns[]): number {
  return median(runs.map((turns) => turns.cpuMsPerTurn));
}

/** The sources are asked by whoever holds the lease; done by both, the work would be double. */
async function compareSync({ database, sandbox, start }: Ground, seconds: number): Promise<void> {
  const count = async (): Promise<number> => {
    sandbox.visits.clear();
    await pause(2 * seconds * 1000);
    const { 'partner-center': partnerCenter = 0, dataverse = 0 } = sandbox.visits.count;
    return partnerCenter + dataverse;
  };
  const settings = { SYNC_INTERVAL_S: '1' };
  const one = await start(settings);
  const alone = await count();
  const other = await start(settings);
  const together = await count();
  await other.stop();
  await one.stop();
  console.log(
    `${database.name}: sync every second for ${2 * seconds} s: ${alone} requests to Partner Center and Work 365 by one replica, ` +
      `${together} by two (${(together / alone).toFixed(2)} times; 2 would be twice the work)`,
  );
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
