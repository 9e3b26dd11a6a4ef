import { DEFAULT_STEPS } from '../../src/domain/reminders';
import type { Clock } from '../../src/domain/time';
import { fillAtStart } from '../../src/app/fill';
import { createNoGroups } from '../../src/groups/entra-groups';
import { createDivision } from '../../src/jobs/division';
import { hearDocument } from '../../src/jobs/hear-document';
import { createRunner } from '../../src/jobs/runner';
import type { Timers } from '../../src/jobs/runner';
import { dividedLeases, jobTable } from '../../src/jobs/table';
import type { Job, JobDeps } from '../../src/jobs/table';
import type { Ports } from '../../src/ports';
import { guardCourier } from '../../src/reconcile/guarded-courier';
import { createBudgetShare } from '../../src/reconcile/share-budget';
import { createHolder, releaseLease, type Holder } from '../../src/records/hold-lease';
import { createJobNotes } from '../../src/records/note-job';
import { follow } from '../../src/register/follow';
import { FollowedRegister } from '../../src/register/followed-register';
import { createRandom } from '../../src/sandbox/random';
import type { Store } from '../../src/store';
import { createCourier } from '../../src/teams/sending/courier';
import { createLimiter } from '../../src/teams/sending/limiter';
import { createSender } from '../../src/teams/sending/sender';
import { createConductor } from '../../src/teams/turns/conduct';
import type { Conductor } from '../../src/teams/turns/conduct';
import { createDesk } from '../../src/turns/desk';
import { CIRCLES } from './cast';
import { drawings, drawNothingElse } from './drawings';
import { farStore } from './far-store';
import { farTeams, timerOf } from './far-teams';
import type { Owner } from './scheduler';
import type { Ground } from './ground';

/** What may be put in place of a replica's parts: how a planted fault gets in. */
export interface Seams {
  readonly store?: (store: Store, replica: { readonly name: string; readonly clock: Clock }) => Store;
  readonly ports?: (ports: Ports) => Ports;
  readonly jobs?: (jobs: readonly Job[], ports: Ports) => readonly Job[];
  readonly hold?: (hold: Holder['hold']) => Holder['hold'];
  readonly drawings?: (drawings: JobDeps['drawings']) => JobDeps['drawings'];
  readonly otherDrawings?: typeof drawNothingElse;
  readonly limiter?: (limiter: ReturnType<typeof createLimiter>) => ReturnType<typeof createLimiter>;
}

/** One process of the bot, put together as `src/app.ts` does it, on the simulator's ground. */
export interface Replica {
  readonly name: string;
  readonly owner: Owner;
  readonly ports: Ports;
  readonly conductor: Conductor;
  /** Its memory is filled, so it answers. */
  isReady(): boolean;
  start(): void;
  stop(): Promise<void>;
  /** When each job last came to its end without a failure, by the true time. */
  readonly ran: ReadonlyMap<string, number>;
}

const PER_SECOND = 12;
export const LIMIT = PER_SECOND;
/** Fewer than come in a rush. */
export const CARDS = 4;
const SELDOM = 2.5;

export function createReplica(ground: Ground, name: string, seams: Seams, version = 1): Replica {
  const { scheduler, lines } = ground;
  const owner = scheduler.owner(name);
  const clock: Clock = { now: () => Math.floor(scheduler.now()) + owner.skew };
  const timer = timerOf(scheduler, owner);
  const numbers = createRandom(`${ground.seed} ${name}`);
  const random = (): number => numbers.next();
  const log = ground.logOf(name);
  let given = 0;
  const ids = { next: () => `${name}-${(given += 1)}` };
  const timers: Timers = {
    set: (run, afterMs) => ({ cancel: scheduler.after(owner, ground.restUntil(afterMs), run) }),
  };

  const far = farStore(ground.database.open('partner', 'shared', version), lines, owner);
  const store = seams.store?.(far, { name, clock }) ?? far;
  const register = new FollowedRegister();
  const follower = follow(store, register, (document) => {
    hearDocument({ budget: share, leases: holder, division, runner }, document);
  });
  const plain = createLimiter({ timer, perTenantPerSecond: PER_SECOND });
  const limiter = seams.limiter?.(plain) ?? plain;
  const wire = farTeams(ground.teams, { lines, owner, scheduler, clock });
  const sender = createSender({ wire, limiter, timer, random });
  const { courier, voice } = createCourier({ sender, serviceUrls: { allows: () => true }, timer, clock, log });
  const groups = createNoGroups();
  const share = createBudgetShare(
    { store, clock, partnerId: 'partner' },
    {
      budget: limiter,
      limit: PER_SECOND,
      replica: name,
      catchUp: () => follower.catchUp(),
      onSyncAsked: () => {
        runner.nudge('sync');
      },
    },
  );
  const own: Ports = {
    partnerId: 'partner',
    store,
    register,
    providers: ground.sources.providers(lines, owner),
    directory: ground.sources.directory(lines, owner),
    courier: guardCourier(courier, { register, circles: CIRCLES, groups }),
    uploads: { put: () => Promise.resolve({ uploaded: 'there' as const }) },
    clock,
    ids,
    random,
    log,
    circles: CIRCLES,
    groups,
    links: { partnerCenter: ['partner.microsoft.com'], records: [] },
    searchesAsYouType: false,
    assignHours: 1,
    cardsAnHour: CARDS,
    reminderSteps: DEFAULT_STEPS,
    invitationDays: [3, 10],
    nudge: (job) => {
      runner.nudge(job);
      if (job === 'sync') share.askForSync().catch(() => undefined);
    },
  };
  for (const provider of own.providers) register.kin.call(provider.id, provider.name);
  const ports = seams.ports?.(own) ?? own;
  const ran = new Map<string, number>();
  const table = jobTable({
    ports,
    drawings: seams.drawings?.(drawings) ?? drawings,
    ...(seams.otherDrawings ?? drawNothingElse),
    catchUp: () => follower.catchUp(),
    announce: () => share.announce(),
    syncEveryMs: 30_000,
    reconcileEveryMs: 2_000,
    gatherEveryMs: 600_000,
  });
  const jobs = (seams.jobs?.(table, ports) ?? table).map((job): Job => ({
    ...job,
    // What looks round every second or two finds as much in a while longer, and a run takes half the steps.
    everyMs: job.everyMs < 5_000 ? job.everyMs * SELDOM : job.everyMs,
    async run(stop) {
      await job.run(stop);
      ran.set(job.name, scheduler.now());
    },
  }));
  const division = createDivision(dividedLeases(jobs), { clock, replica: name, living: () => share.living() });
  const holder = createHolder(ports, name, timer);
  const runner = createRunner({
    jobs,
    timers,
    clock,
    log,
    hold: seams.hold?.(holder.hold) ?? holder.hold,
    release: (lease) => releaseLease(ports, lease),
    note: createJobNotes(ports),
    division,
  });
  const fill = fillAtStart(follower, timer, log);
  const conductor = createConductor({ desk: fill.before(createDesk(ports)), voice, log, ids, timer });

  return {
    name,
    owner,
    ports,
    conductor,
    ran,
    isReady: () => fill.isDone() && owner.state === 'awake',
    start() {
      void fill.start().then(() => {
        runner.start();
      });
    },
    async stop() {
      fill.cancel();
      await Promise.all([runner.stop(), share.withdraw()]);
    },
  };
}
