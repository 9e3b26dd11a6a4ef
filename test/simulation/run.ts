import { compileCards } from '../../src/views/parts/template';
import { compileLexicons } from '../../src/commands/lexicons';
import { checkAtRest } from './at-rest';
import { createCrew } from './crew';
import { createFront } from './front';
import { createGround } from './ground';
import type { Line } from './ground';
import { companyName, tenantOf } from './companies';
import { happen } from './happen';
import type { Stage } from './happen';
import { createLedger } from './ledger';
import type { Broken } from './ledger';
import { holdTime } from './no-escape';
import { BUSY, DAY } from './plan';
import type { Plan } from './plan';
import { watchPromises } from './promises';
import { LIMIT } from './replica';
import type { Seams } from './replica';

export interface Outcome {
  readonly plan: Plan;
  /** The promises that were broken, the first first; none is a run that went well. */
  readonly broken: readonly Broken[];
  readonly steps: number;
  readonly simulatedMs: number;
  readonly story: readonly Line[];
  /** Of all that happened, in order: the same for the same plan. */
  readonly mark: string;
}

const MINUTE = 60_000;
/** So often 20 seconds pass, at most, in which it is looked whether what is promised at rest is so. */
const MOMENTS_AT_REST = 8;
const REST = { busyMs: 1.25 * MINUTE, beginsAfter: 0.75 * MINUTE };
const CUSTOMERS = 7;

/** What is read from files once, before time is held. */
export async function prepare(): Promise<void> {
  await compileLexicons();
  await compileCards();
}

/** Lets a plan happen from its beginning until all is at rest, or a promise is broken. */
export async function run(plan: Plan, seams: Seams = {}, atEnd?: (stage: Stage) => void): Promise<Outcome> {
  const ground = createGround(plan, LIMIT);
  const ledger = createLedger(ground);
  watchPromises(ground, ledger);
  const escapes = holdTime(ground.scheduler);
  try {
    const crew = createCrew(ground, ledger, plan.replicas, seams);
    const front = createFront(ground, crew.up);
    const stage: Stage = { ground, ledger, front, crew, quiet: plan.quiet };
    furnish(stage, plan.before);
    crew.start();
    await play(stage, plan);
    atEnd?.(stage);
    for (const escape of escapes.found) ledger.breaks('time and chance are the scheduler’s', escape);
    for (const error of ground.errors) ledger.breaks('nothing fails inside', error);
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  } finally {
    escapes.end();
  }
  const { steps } = ground.scheduler;
  const simulatedMs = ground.scheduler.now() - plan.start;
  const mark = `${steps} ${simulatedMs} ${ground.story.length} ${ground.database.size} ${ground.teams.messages.size}`;
  return { plan, broken: ledger.broken, steps, simulatedMs, story: ground.story, mark };
}

/** A promise is broken: what comes after it tells nothing new. */
class Enough extends Error {}

function furnish({ ground }: Stage, before: number): void {
  const { sources, seed } = ground;
  for (let n = 0; n < CUSTOMERS; n += 1)
    sources.customers.set(`customer-${n}`, { id: `customer-${n}`, name: companyName(n), country: 'GB' });
  for (let n = 0; n < before; n += 1) {
    const tenantId = tenantOf(seed, -1 - n);
    const tenant = { tenantId, name: companyName(n), defaultDomain: `first${n}.onmicrosoft.com` };
    sources.tenants.set(tenantId, { tenant, relation: 'reseller', relationName: 'Reseller' });
    sources.addRow(tenantId, tenant.name);
  }
}

async function play(stage: Stage, plan: Plan): Promise<void> {
  const { ground, ledger, crew } = stage;
  const { scheduler } = ground;
  const stopAtFault = (): void => {
    if (ledger.broken.length > 0) throw new Enough();
  };
  const until = (at: number): Promise<void> => scheduler.runUntil(at, stopAtFault);
  const acts = [...plan.acts];
  const playUntil = async (at: number): Promise<void> => {
    for (let next = acts[0]; next !== undefined && next.at <= at; next = acts[0]) {
      acts.shift();
      await until(next.at);
      happen(stage, next);
    }
    await until(at);
  };
  const busy = async (from: number, forMs: number): Promise<void> => {
    await playUntil(from - 1);
    ground.isQuiet = false;
    await playUntil(from + forMs);
    ground.isQuiet = true;
  };
  await busy(plan.start + 1, 1.25 * MINUTE);
  for (let day = 0; day < plan.days; day += 1) await busy(plan.start + day * DAY + BUSY.from, BUSY.forMs);
  ground.isQuiet = false;
  ground.tell('world', 'all is healed');
  crew.heal();
  await playUntil(scheduler.now() + REST.beginsAfter);
  ground.isQuiet = true;
  await busy(plan.start + plan.days * DAY + BUSY.from, REST.busyMs);
  ground.isQuiet = false;
  const checked: { is: boolean } = { is: false };
  const checking = checkAtRest(stage).finally(() => (checked.is = true));
  for (let moment = 0; moment < MOMENTS_AT_REST && !checked.is; moment += 1) await until(scheduler.now() + 20_000);
  if (!checked.is) throw new Error('what is promised at rest was not checked in time');
  await checking;
}
