import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Courier } from '../../src/courier';
import { createRunner, systemTimers } from '../../src/jobs/runner';
import { jobTable } from '../../src/jobs/table';
import { Register } from '../../src/register/register';
import { systemClock as clock } from '../../src/runtime/clock';
import { createLog } from '../../src/runtime/log';
import type { Store } from '../../src/store';
import { openEmbeddedStore } from '../../src/stores/embedded';
import { createHolder, releaseLease } from '../../src/records/hold-lease';
import { createOutbound } from '../../src/teams/sending/outbound';
import { createServiceUrls } from '../../src/teams/service-url';
import { systemTimer as timer } from '../../src/teams/timer';
import {
  drawAlarm,
  drawDigest,
  drawEndings,
  drawGathered,
  drawings,
  drawReminder,
  drawTeamQuestion,
} from '../../src/turns/drawings';
import { inWords, measureMemory } from '../memory';
import { portsOf } from '../ports';
import { layDebts, PARTNER } from './debts';
import { serveStrictly, startStrictConnector } from './strict-connector';

interface Plan {
  readonly accounts: number;
  /** What Teams permits a tenant, in requests a second. */
  readonly perSecond: number;
  /** Stops after this time; absent: when nothing is owed any more. */
  readonly seconds?: number;
}

/**
 * `npm run bench -- recovery [accounts] [permitted per second] [seconds]`: every account owes a card after a total
 * outage, and the reconcile job of one replica brings them all about, on the embedded store and against a connector
 * that enforces Teams' limits. Without arguments: all of 20,000 at three times the permitted rate, so that it takes two
 * minutes, and the first minute of them at the real one.
 */
export async function benchRecovery(args: readonly string[]): Promise<void> {
  if (args[0] === 'connector') {
    serveStrictly(Number(args[1]));
    return;
  }
  const [accounts = 20_000, perSecond, seconds] = args.map(Number);
  if (perSecond !== undefined) await recover({ accounts, perSecond, ...(seconds === undefined ? {} : { seconds }) });
  else {
    await recover({ accounts, perSecond: 150 });
    await recover({ accounts, perSecond: 50, seconds: 60 });
  }
  // What still waits for its turn would keep the process alive for a while.
  process.exit();
}

async function recover(plan: Plan): Promise<void> {
  const connector = await startStrictConnector(['recovery', 'connector', String(plan.perSecond)]);
  const dir = mkdtempSync(join(tmpdir(), 'handshake-bench-'));
  const store = await openEmbeddedStore({ dir, partnerId: PARTNER, log: createLog('silent') });
  const register = new Register();
  await layDebts(store, register, plan.accounts, connector.url);
  console.log(
    `${plan.accounts} accounts owe a card each; ${plan.perSecond} requests a second are permitted` +
      (plan.seconds === undefined ? '' : `; the first ${plan.seconds} s`),
  );
  const courier = courierWithin(plan.perSecond);
  const progress = watchProgress(plan);
  const stop = runReconcile(store, register, counted(courier, progress.count));
  const { seconds, cpuMs } = await progress.end;
  const { taken, refused, posted, redrawn } = await connector.figures();
  const permitted = plan.perSecond * seconds;
  console.log(
    `  ${taken} cards in ${seconds.toFixed(1)} s, ${((100 * taken) / permitted).toFixed(1)} % of the ${Math.round(permitted)} permitted (goal 95 %); ` +
      `${refused} times 429 (goal 0); CPU ${(cpuMs / taken).toFixed(2)} ms a card`,
  );
  await stop();
  const owed = await countOwed(store);
  const twice = taken - posted - redrawn;
  console.log(`  posted ${posted}, redrawn ${redrawn}, sent again ${twice}; ${owed} still owed`);
  connector.close();
  await store.close();
  rmSync(dir, { recursive: true, force: true });
}

function courierWithin(perTenantPerSecond: number): Courier {
  const serviceUrls = createServiceUrls([{ host: '127.0.0.1' }]);
  const log = createLog('warn');
  return createOutbound({ serviceUrls, perTenantPerSecond, timer, clock, log, random: Math.random }).courier;
}

/** The job as every replica runs it, with its lease; the other jobs have nothing to do with what is owed. */
function runReconcile(store: Store, register: Register, courier: Courier): () => Promise<void> {
  const log = createLog('warn');
  const ports = portsOf({ partnerId: PARTNER, store, register, courier, log });
  const table = jobTable({
    ports,
    drawings,
    drawDigest,
    drawReminder,
    drawEndings,
    drawGathered,
    drawTeamQuestion,
    drawAlarm,
    catchUp: () => Promise.resolve(0),
    syncEveryMs: 300_000,
    reconcileEveryMs: 2_000,
  });
  const runner = createRunner({
    jobs: table.filter((job) => job.name === 'reconcile'),
    timers: systemTimers,
    clock,
    log,
    hold: createHolder(ports, 'bench', clock).hold,
    release: (lease) => releaseLease(ports, lease),
    note: () => Promise.resolve(),
  });
  runner.start();
  return () => runner.stop();
}

function counted(courier: Courier, count: () => void): Courier {
  return {
    ...courier,
    post: async (...to) => {
      const sent = await courier.post(...to);
      if (sent.sent === 'sent') count();
      return sent;
    },
    update: async (...to) => {
      const sent = await courier.update(...to);
      if (sent.sent === 'sent') count();
      return sent;
    },
  };
}

interface Progress {
  /** One more card is there. */
  readonly count: () => void;
  readonly end: Promise<{ readonly seconds: number; readonly cpuMs: number }>;
}

/** Prints the memory at every quarter of the way: of the cards, or of the time when that is what ends it. */
function watchProgress({ accounts, seconds }: Plan): Progress {
  const marks = [0.25, 0.5, 0.75, 1];
  const begun = performance.now();
  const cpu = cpuMs();
  let [done, spentOnLooking] = [0, 0];
  let finish: (figures: { seconds: number; cpuMs: number }) => void;
  const end = new Promise<{ seconds: number; cpuMs: number }>((resolve) => {
    finish = resolve;
  });
  const reach = (share: number): void => {
    if (share < (marks[0] ?? Infinity)) return;
    const mark = marks.shift() ?? 1;
    if (mark === 1) {
      finish({ seconds: (performance.now() - begun) / 1000, cpuMs: cpuMs() - cpu - spentOnLooking });
    }
    const before = cpuMs();
    console.log(`  at ${String(mark * 100).padStart(3)} %, ${done} cards: ${inWords(measureMemory())}`);
    spentOnLooking += cpuMs() - before;
  };
  console.log(`  at   0 %: ${inWords(measureMemory())}`);
  if (seconds !== undefined) {
    for (const mark of marks) setTimeout(reach, mark * seconds * 1000, mark);
  }
  return {
    end,
    count() {
      done += 1;
      if (seconds === undefined) reach(done / accounts);
    },
  };
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function countOwed(store: Store): Promise<number> {
  let owed = 0;
  let next: string | undefined;
  do {
    const page = await store.due('account', Number.MAX_SAFE_INTEGER, {
      limit: 1_000,
      ...(next === undefined ? {} : { next }),
    });
    owed += page.items.length;
    next = page.next;
  } while (next !== undefined);
  return owed;
}
