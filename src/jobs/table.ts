import { askAdministrators } from '../reconcile/ask-administrators';
import type { DrawTeamQuestion } from '../reconcile/ask-administrators';
import { createInvitationChecker } from '../reconcile/check-invitations';
import { createWatchChecker } from '../reconcile/check-watches';
import type { Tenure } from '../records/hold-lease';
import { keepSisters } from '../reconcile/keep-sisters';
import { keepBoards } from '../reconcile/keep-board';
import { createOwnersKeeper } from '../sync/keep-owners';
import { MINUTE } from '../domain/time';
import type { Instant } from '../domain/time';
import { gatherFacts } from '../sync/gather-facts';
import { lookCloser } from '../sync/look-closer';
import type { Ports } from '../ports';
import type { Provider } from '../provider';
import { reconcile } from '../reconcile/reconcile';
import type { Drawings, Stop } from '../reconcile/reconcile';
import { ANNOUNCE_EVERY } from '../reconcile/share-budget';
import { syncJob } from '../records/note-job';
import { runSteps } from './steps';
import { sendDigests } from '../reconcile/send-digests';
import { sendReminders } from '../reconcile/send-reminders';
import type { DrawReminder } from '../reconcile/send-reminders';
import type { DrawDigest } from '../reconcile/send-digests';
import { firstLook, syncAccounts } from '../sync/sync-accounts';
import { syncRowProviders } from '../sync/sync-row-providers';
import { syncCustomers } from '../sync/sync-customers';
import { workOffEvents } from '../sync/work-off-events';
import { tellAdministrators } from '../reconcile/tell-administrators';
import { endRehearsal } from '../reconcile/tell-rehearsal';
import type { DrawAlarm } from '../reconcile/tell-administrators';
import { tellNews } from '../reconcile/tell-news';
import { tellEndings } from '../reconcile/tell-endings';
import type { DrawEndings } from '../reconcile/tell-endings';
import { tellGathered } from '../reconcile/tell-gathered';
import type { DrawGathered } from '../reconcile/gathered-news';
import { STUCK_AFTER, tellStuck } from '../reconcile/tell-stuck';
import { withinTerm } from '../reconcile/within-term';
import { wakeWaiting } from '../reconcile/wake-waiting';

/** What a run is told: when to stop, and of nudges that come meanwhile. */
export interface RunStop extends Stop, Tenure {
  readonly signal: AbortSignal;
  /** When the lease ends under which it runs, unless it is renewed; in the past when it is over. */
  readonly until: Instant;
  onNews(listener: () => void): void;
}

/** Something that the bot does by itself, again and again. */
export interface Job {
  readonly name: string;
  readonly everyMs: number;
  /** Done by one replica at a time; absent when every replica does it for itself. */
  readonly lease?: string;
  /** The replicas divide its lease, with the others of the kind, among themselves. */
  readonly divides?: true;
  /** A nudge of this kind starts the next run at once. */
  readonly nudgedAs?: 'reconcile' | 'sync' | 'events';
  run(stop: RunStop): Promise<void>;
}

export interface JobDeps {
  readonly ports: Ports;
  readonly drawings: Drawings;
  readonly drawDigest: DrawDigest;
  readonly drawReminder: DrawReminder;
  readonly drawEndings: DrawEndings;
  readonly drawGathered: DrawGathered;
  readonly drawTeamQuestion: DrawTeamQuestion;
  readonly drawAlarm: DrawAlarm;
  readonly catchUp: () => Promise<number>;
  /** Says to the other replicas that we are there; absent where there can be no others. */
  readonly announce?: () => Promise<void>;
  /** Fetches a newer refresh token when it is time; absent where nobody signed in. */
  readonly keepSignIn?: () => Promise<void>;
  readonly syncEveryMs: number;
  readonly reconcileEveryMs: number;
  readonly gatherEveryMs?: number;
  /** After how long a failure is told to people, in milliseconds. */
  readonly stuckAfterMs?: number;
}

const GATHER_EVERY = 60_000;
/** Looks whether it is time; and tries again what failed. */
const SIGN_IN_EVERY = 15 * MINUTE;

/** What belongs to no provider has a lease of its own where there is none. */
function syncLease(provider: Provider | undefined): string {
  return provider === undefined ? 'sync-customers' : `sync-${provider.id}`;
}

export function dividedLeases(jobs: readonly Job[]): ReadonlySet<string> {
  return new Set(jobs.flatMap(({ lease, divides }) => (divides === true && lease !== undefined ? [lease] : [])));
}

/** Every job, once. */
export function jobTable({
  ports,
  drawings,
  drawDigest,
  drawReminder,
  drawEndings,
  drawGathered,
  drawTeamQuestion,
  drawAlarm,
  catchUp,
  announce,
  keepSignIn,
  syncEveryMs,
  reconcileEveryMs,
  gatherEveryMs = GATHER_EVERY,
  stuckAfterMs = STUCK_AFTER,
}: JobDeps): readonly Job[] {
  const watches = createWatchChecker(ports);
  const invitations = createInvitationChecker(ports);
  const owners = createOwnersKeeper(ports);
  let news = (): void => undefined;
  const isOnly = ports.providers.length === 1;
  /** Customers belong to no provider: where there is not just one, they are read by themselves. */
  const customersAlone = (): Job => ({
    name: 'sync customers',
    everyMs: syncEveryMs,
    lease: 'sync-customers',
    divides: true,
    nudgedAs: 'sync',
    run: async (stop) => {
      await catchUp();
      await syncCustomers(ports, stop.signal, stop);
    },
  });
  const rowProviders = (): Job => ({
    name: syncJob('work365'),
    everyMs: syncEveryMs,
    lease: 'sync-work365',
    divides: true,
    nudgedAs: 'sync',
    run: async (stop) => {
      await catchUp();
      await syncRowProviders(ports, stop.signal, stop);
    },
  });
  return [
    {
      name: 'follow',
      everyMs: 1_000,
      run: async () => {
        await catchUp();
        // Somebody may have decided at another replica.
        news();
      },
    },
    ...(keepSignIn === undefined
      ? []
      : [{ name: 'sign-in', everyMs: SIGN_IN_EVERY, lease: 'sign-in', run: keepSignIn }]),
    ...(announce === undefined ? [] : [{ name: 'announce', everyMs: ANNOUNCE_EVERY, run: announce }]),
    ...ports.providers.map((provider): Job => ({
      name: syncJob(provider.id),
      everyMs: syncEveryMs,
      lease: syncLease(provider),
      divides: true,
      nudgedAs: 'sync',
      run: async (stop) => {
        // Who is to be told of news may have been written by another replica a moment ago.
        await catchUp();
        await runSteps(stop, [
          // Of several, none holds up the customers of all.
          ...(isOnly ? ([['customers', () => syncCustomers(ports, stop.signal, stop)]] as const) : []),
          ['accounts', () => syncAccounts(ports, provider, stop.signal, stop)],
          ['news', () => tellNews(ports)],
          ['boards', () => keepBoards(ports)],
          [
            'watches',
            async () => {
              await watches.check();
              await invitations.check();
              ports.nudge('reconcile');
            },
          ],
          ['closer looks', () => lookCloser(ports, stop)],
        ]);
      },
    })),
    ...(isOnly ? [] : [customersAlone()]),
    // A lease of its own: however slow a Partner Center is, the others' accounts are read.
    ...(ports.directory.writesBack ? [rowProviders()] : []),
    {
      name: 'events',
      everyMs: 5_000,
      // Whoever reads the sources works their events off, and can start a reading of everything.
      lease: syncLease(ports.providers[0]),
      nudgedAs: 'events',
      run: (stop) => workOffEvents(ports, stop),
    },
    ...ports.providers.map((provider): Job => ({
      name: `gather ${provider.id}`,
      everyMs: gatherEveryMs,
      // What the provider permits belongs to whoever reads its lists.
      lease: syncLease(provider),
      // What the provider permits belongs to its list until that was read to the end once.
      run: async (stop) => {
        if (!firstLook(ports, provider)) await gatherFacts(ports, provider, stop);
      },
    })),
    {
      name: 'reconcile',
      everyMs: reconcileEveryMs,
      lease: 'reconcile',
      nudgedAs: 'reconcile',
      run: async (stop) => {
        const onNews = (listener: () => void): void => {
          news = listener;
          stop.onNews(listener);
        };
        try {
          await reconcile(withinTerm(ports, stop), drawings, {
            get aborted() {
              return stop.aborted;
            },
            onNews,
          });
        } finally {
          news = () => undefined;
        }
      },
    },
    {
      name: 'sisters',
      everyMs: 2_000,
      lease: 'reconcile',
      // Somebody has just decided, perhaps.
      nudgedAs: 'reconcile',
      run: () => keepSisters(ports),
    },
    {
      name: 'boards and watches',
      everyMs: 10_000,
      lease: 'reconcile',
      run: (stop) =>
        runSteps(stop, [
          ['conversations that wait', () => wakeWaiting(ports)],
          ['teams', () => askAdministrators(ports, drawTeamQuestion)],
          ['news', () => tellNews(ports)],
          ['what is told together', () => tellGathered(withinTerm(ports, stop), drawGathered)],
          ['stuck accounts', () => tellStuck(ports, stuckAfterMs)],
          ['administrators', () => tellAdministrators(ports, drawAlarm)],
          // After the count of what is written now was told.
          ['rehearsal', () => endRehearsal(ports)],
          ['boards', () => keepBoards(ports)],
          ['watches', () => watches.check()],
          ['invitations', () => invitations.check()],
        ]),
    },
    {
      name: 'owners',
      everyMs: 60_000,
      lease: 'reconcile',
      // The first team has just been noted, perhaps.
      nudgedAs: 'reconcile',
      run: () => owners.keep(),
    },
    {
      name: 'digests and reminders',
      everyMs: 60_000,
      lease: 'reconcile',
      run: (stop) =>
        runSteps(stop, [
          ['digests', () => sendDigests(ports, drawDigest)],
          ['reminders', () => sendReminders(ports, drawReminder)],
          ['endings', () => tellEndings(ports, drawEndings)],
        ]),
    },
  ];
}
