import { getHeapStatistics } from 'node:v8';
import { authOf } from './app/auth';
import { createMetrics } from './app/metrics';
import { createDirectory, createGroups, createProviders, openStore } from './app/sources';
import { createPermissions } from './app/permissions';
import { createSignIns, keepAll } from './app/sign-in';
import { createWebhooks } from './app/webhooks';
import { unpackHearing } from './commands/hearing/stored-model';
import { compileLexicons } from './commands/lexicons';
import { readPatterns } from './commands/sparing-pattern';
import type { Config } from './config';
import { createRunner, systemTimers } from './jobs/runner';
import type { Timers } from './jobs/runner';
import { createDivision } from './jobs/division';
import { hearDocument } from './jobs/hear-document';
import { dividedLeases, jobTable } from './jobs/table';
import { follow } from './register/follow';
import { FollowedRegister } from './register/followed-register';
import { systemClock } from './runtime/clock';
import type { Document } from './domain/documents';
import type { Clock } from './domain/time';
import { randomIds as ids } from './runtime/ids';
import type { Log } from './runtime/log';
import { guardCourier } from './reconcile/guarded-courier';
import { createHolder, releaseLease } from './records/hold-lease';
import { createJobNotes } from './records/note-job';
import { createBudgetShare } from './reconcile/share-budget';
import type { Ports } from './ports';
import type { Store, StoreUnavailable } from './store';
import { readiness } from './tasks/readiness';
import { createAdapter } from './teams/adapter';
import { createBot } from './teams/turns/bot';
import { createOutbound } from './teams/sending/outbound';
import { createServer } from './teams/door/server';
import { createUploads } from './teams/sending/uploads';
import { createServiceUrls, createUploadUrls } from './teams/service-url';
import { systemTimer as timer } from './teams/timer';
import { createDesk } from './turns/desk';
import type { Hears } from './turns/in-talk';
import {
  drawAlarm,
  drawDigest,
  drawEndings,
  drawGathered,
  drawings,
  drawReminder,
  drawTeamQuestion,
} from './turns/drawings';
import { fillAtStart } from './app/fill';
import { createMemoryKeeper } from './app/keep-memory';
import { HEAP_REMEDY, lackingHeap } from './app/heap-room';
import { compileCards } from './views/parts/template';

export interface App {
  /** Opens the door and resolves with its port. Memory, sync and the other jobs follow by themselves. */
  start(): Promise<number>;
  /** Resolves when no turn is under way and everything that runs by itself waits for its next time. */
  idle(): Promise<void>;
  /** Finishes what is under way, gives the leases back, closes everything. */
  stop(): Promise<void>;
}

/** After the start, in milliseconds. */
const FIRST_LOOK_AFTER = 60_000;

/** What the first question that needs it would else wait for; it is not needed for listening. */
async function compileEarly(): Promise<void> {
  await compileLexicons();
  await unpackHearing();
  await readPatterns();
  await compileCards();
}

/** What may be given in place of the usual, and who hears what each answer was about. */
export interface AppParts {
  readonly clock?: Clock;
  /** Left open at the end. */
  readonly store?: Store;
  /** Of what runs by itself. */
  readonly timers?: Timers;
  readonly hears?: Hears;
  /** Is told that the store is gone for good while it was open: only a new start helps. */
  readonly onLost?: (error: StoreUnavailable) => void;
}

/** Puts the bot together: the only place that knows which adapter stands behind which port. */
export async function createApp(config: Config, log: Log, parts: AppParts = {}): Promise<App> {
  const { clock = systemClock, timers = systemTimers, hears, onLost } = parts;
  const random = Math.random;

  // 1. What it knows: the store, its own memory of it, and the sources.
  const store = parts.store ?? (await openStore(config, log, clock, onLost));
  const register = new FollowedRegister();
  const heard = (document: Document): void => {
    hearDocument({ budget: budgetShare, leases, division, runner }, document);
    memory.hear(document);
  };
  const follower = follow(store, register, heard);
  const memory = createMemoryKeeper({ store, register, follower, clock, timers, log, onLost }, heard);
  const signIns = createSignIns(config, { store, register, clock, log, partnerId: config.partnerId });
  const providers = createProviders(config, { clock, log, ids }, signIns);
  for (const { id, name } of providers) register.kin.call(id, name);
  const directory = createDirectory(config, { clock, log, ids });
  const groups = createGroups(config, { clock, log, ids });
  const permissions = createPermissions(config, { clock, log }, signIns);

  // 2. How it speaks.
  const metrics = createMetrics();
  const auth = authOf(config.bot, clock);
  const serviceUrls = createServiceUrls(config.allowedServiceHosts);
  const outbound = createOutbound({
    ...(auth.mode === 'on' ? { token: auth.token } : {}),
    serviceUrls,
    perTenantPerSecond: config.teamsRequestsPerSecond,
    timer,
    clock,
    log,
    random,
    observe: metrics.observeSend,
  });
  metrics.watch(
    register,
    () => outbound.waiting(),
    () => store.unread().length,
  );
  const holder = ids.next();
  const budgetShare = createBudgetShare(
    { store, clock, partnerId: config.partnerId },
    {
      budget: outbound.budget,
      limit: config.teamsRequestsPerSecond,
      replica: holder,
      catchUp: () => follower.catchUp(),
      onSyncAsked: () => {
        runner.nudge('sync');
      },
    },
  );

  // 3. What it does by itself.
  const ports: Ports = {
    partnerId: config.partnerId,
    store,
    register,
    providers,
    directory,
    courier: guardCourier(outbound.courier, { register, circles: config.circles, groups }),
    uploads: createUploads({ allows: createUploadUrls(config.uploadHosts), timer, log }),
    clock,
    ids,
    random,
    log,
    circles: config.circles,
    groups,
    permissions,
    links: config.links,
    searchesAsYouType: config.searchesAsYouType,
    rehearsal: config.rehearsal,
    assignHours: config.assignHours,
    cardsAnHour: config.cardsAnHour,
    reminderSteps: config.reminderSteps,
    invitationDays: config.invitationDays,
    nudge: (job) => {
      runner.nudge(job);
      // Others may have the leases of some sources.
      if (job !== 'sync') return;
      budgetShare.askForSync().catch((error: unknown) => {
        log.debug({ error }, 'the other replicas hear of it with the next announcement');
      });
    },
  };
  const jobs = jobTable({
    ports,
    drawings,
    drawDigest,
    drawReminder,
    drawEndings,
    drawGathered,
    drawTeamQuestion,
    drawAlarm,
    catchUp: () => follower.catchUp(),
    announce: () => budgetShare.announce(),
    ...(signIns.size === 0 ? {} : { keepSignIn: () => keepAll(signIns.values()) }),
    syncEveryMs: config.syncIntervalMs,
    reconcileEveryMs: config.reconcileIntervalMs,
    ...(config.gatherIntervalMs === undefined ? {} : { gatherEveryMs: config.gatherIntervalMs }),
    stuckAfterMs: config.stuckAfterMs,
  });
  const leases = createHolder(ports, holder, timer);
  const division = createDivision(dividedLeases(jobs), { clock, replica: holder, living: () => budgetShare.living() });
  const runner = createRunner({
    jobs,
    timers,
    clock,
    log,
    hold: leases.hold,
    release: (lease) => releaseLease(ports, lease),
    note: createJobNotes(ports),
    division,
  });

  // 4. The door, and what stands behind it. Turns that come before the memory is filled wait for it.
  const fill = fillAtStart(follower, timer, log, () => memory.putBack());
  const bot = createBot({
    adapter: createAdapter(auth),
    local: config.mode === 'local',
    desk: fill.before(createDesk(ports, hears)),
    voice: outbound.voice,
    log,
    ids,
    clock,
    timer,
  });
  const server = createServer({
    auth,
    bot,
    serviceUrls,
    ...(config.allowedTenants === undefined ? {} : { allowedTenants: config.allowedTenants }),
    webhooks: createWebhooks(config.webhooks, ports),
    readiness: () => readiness(ports, fill.isDone()),
    metrics: metrics.registry,
    ...(config.metricsToken === undefined ? {} : { metricsToken: config.metricsToken.reveal() }),
    log,
    clock,
    timer,
  });

  let isStopping = false;
  let firstLook: ReturnType<Timers['set']> | undefined;
  return {
    async start() {
      const port = await server.listen(config.port, config.host);
      // Whoever asks finds them looked at, and nobody's first minute is shared with that.
      firstLook = systemTimers.set(() => permissions.known(), FIRST_LOOK_AFTER);
      void fill.start().then(async () => {
        const early = compileEarly();
        // Whoever asks is answered already; what runs by itself goes over everything.
        await memory.start();
        if (isStopping) return;
        runner.start();
        const lacking = lackingHeap(register.counts, getHeapStatistics().heap_size_limit);
        if (lacking !== undefined)
          log.warn({ ...lacking, remedy: HEAP_REMEDY }, 'The heap is too small for what is known');
        void permissions.lookAtDirectory();
        await early;
      });
      return port;
    },
    async idle() {
      await bot.idle();
      await runner.idle();
    },
    async stop() {
      isStopping = true;
      fill.cancel();
      firstLook?.cancel();
      // Side by side: each has its own limit, and together they must stay within ten seconds.
      await Promise.all([server.close(), runner.stop(), budgetShare.withdraw(), memory.stop()]);
      outbound.close();
      if (parts.store === undefined) await store.close();
    },
  };
}
