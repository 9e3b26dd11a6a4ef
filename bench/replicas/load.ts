import autocannon from 'autocannon';
import { question } from '../chat';
import type { Replica } from './replica';

const CONNECTIONS = 10;
/** So many that none meets its limit. */
const CONVERSATIONS = 500;

export interface Turns {
  readonly perSecond: number;
  readonly cpuMsPerTurn: number;
  readonly p50: number;
  readonly p99: number;
}

type Amount = { readonly amount: number } | { readonly duration: number; readonly overallRate: number };

/** Every replica gets an equal share of the turns, as behind a load balancer. */
export async function ask(replicas: readonly Replica[], teams: string, amount: Amount): Promise<Turns> {
  const before = await sumOf(replicas);
  const share = 'amount' in amount ? amount : { ...amount, overallRate: amount.overallRate / replicas.length };
  const runs = await Promise.all(replicas.map((replica) => askOne(replica, teams, share)));
  const turns = runs.reduce((sum, run) => sum + run['2xx'], 0);
  return {
    perSecond: runs.reduce((sum, run) => sum + run['2xx'] / run.duration, 0),
    cpuMsPerTurn: ((await sumOf(replicas)) - before) / turns,
    p50: Math.max(...runs.map((run) => run.latency.p50)),
    p99: Math.max(...runs.map((run) => run.latency.p99)),
  };
}

export async function sumOf(replicas: readonly Replica[]): Promise<number> {
  return (await Promise.all(replicas.map((replica) => replica.cpuMs()))).reduce((sum, one) => sum + one, 0);
}

async function askOne(replica: Replica, teams: string, amount: Amount): Promise<autocannon.Result> {
  const run = await autocannon({
    url: `${replica.url}/api/messages`,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    connections: CONNECTIONS,
    requests: [{ setupRequest: (request) => ({ ...request, body: JSON.stringify(question(teams, CONVERSATIONS)) }) }],
    ...amount,
  });
  if (run.non2xx + run.errors > 0) throw new Error(`${run.non2xx} turns refused, ${run.errors} failed`);
  return run;
}
