import type { AccountRecord } from '../domain/account';
import type { LookedAtAll } from '../domain/looked-at-all';
import { sourceHealth } from '../records/source-health';
import type { Ports } from '../ports';
import { wait } from '../runtime/wait';
import { reportHealth } from './report-health';

const STEP_MS = 100;
/** Teams gives an answer some fifteen seconds. */
const MOST_STEPS = 80;
const NAMED = 5;

/** Reads all sources again, now, and says what came of it. The reading is that of the job, within its limits. */
export async function lookAtAll(ports: Ports): Promise<LookedAtAll> {
  const asked = ports.clock.now();
  const before = statesOf(ports);
  ports.nudge('sync');
  for (let step = 0; step < MOST_STEPS && !isRead(ports, asked); step++) await wait(STEP_MS);
  const health = await reportHealth(ports);
  const isDone = isRead(ports, asked);
  const changed = [...ports.register.allAccounts()].filter((record) => before.get(record.id) !== stateOf(record));
  const names = changed.slice(0, NAMED).map(({ tenant }) => tenant.name);
  return { isDone, changed: changed.length, names, health };
}

/** Every source was read to its end since then; one that is in trouble is not waited for. */
function isRead(ports: Ports, asked: number): boolean {
  return sourceHealth(ports).every(
    ({ asOf, trouble }) => trouble !== undefined || (asOf !== undefined && asOf >= asked),
  );
}

function statesOf({ register }: Ports): ReadonlyMap<string, string> {
  return new Map([...register.allAccounts()].map((record) => [record.id, stateOf(record)]));
}

/** What somebody would call news of an account. */
function stateOf({ tenant, acceptance, mapping, directoryRow }: AccountRecord): string {
  const customer = mapping.state === 'mapped' ? mapping.customer.id : '';
  return [tenant.name, acceptance.reseller.state, mapping.state, customer, directoryRow === undefined].join('|');
}
