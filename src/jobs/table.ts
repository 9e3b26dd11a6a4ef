import { askAdministrators } from '../tasks/ask-administrators';
import type { DrawTeamQuestion } from '../tasks/ask-administrators';
import { createWatchChecker } from '../tasks/check-watches';
import type { Tenure } from '../tasks/hold-lease';
import { keepBoards } from '../tasks/keep-board';
import { lookCloser } from '../tasks/look-closer';
import type { Ports } from '../tasks/ports';
import { reconcile } from '../tasks/reconcile';
import type { Drawings, Stop } from '../tasks/reconcile';
import { ANNOUNCE_EVERY } from '../tasks/share-budget';
import { sendDigests } from '../tasks/send-digests';
import type { DrawDigest } from '../tasks/send-digests';
import { syncAccounts } from '../tasks/sync-accounts';
import { syncCustomers } from '../tasks/sync-customers';
import { tellNews } from '../tasks/tell-news';
import { STUCK_AFTER, tellStuck } from '../tasks/tell-stuck';
import { wakeWaiting } from '../tasks/wake-waiting';

/** What a run is told: when to stop, and of nudges that come meanwhile. */
export interface RunStop extends Stop, Tenure {
  readonly signal: AbortSignal;
  onNews(listener: () => void): void;
}

/** Something that the bot does by itself, again and again. */
export interface Job {
  readonly name: string;
  readonly everyMs: number;
  /** Done by one replica at a time; absent when every replica does it for itself. */
  readonly lease?: string;
  /** A nudge of this kind starts the next run at once. */
  readonly nudgedAs?: 'reconcile' | 'sync';
  run(stop: RunStop): Promise<void>;
}

export interface JobDeps {
  readonly ports: Ports;
  readonly drawings: Drawings;
  readonly drawDigest: DrawDigest;
  readonly drawTeamQuestion: DrawTeamQuestion;
  readonly catchUp: () => Promise<number>;
  /** Says to the other replicas that we are there; absent where there can be no others. */
  readonly announce?: () => Promise<void>;
  readonly syncEveryMs: number;
  readonly reconcileEveryMs: number;
  /** After how long a failure is told to people, in milliseconds. */
  readonly stuckAfterMs?: number;
}

/** Every job, once. */
export function jobTable({
  ports,
  drawings,
  drawDigest,
  drawTeamQuestion,
  catchUp,
  announce,
  syncEveryMs,
  reconcileEveryMs,
  stuckAfterMs = STUCK_AFTER,
}: JobDeps): readonly Job[] {
  const watches = createWatchChecker(ports);
  let news = (): void => undefined;
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
    ...(announce === undefined ? [] : [{ name: 'announce', everyMs: ANNOUNCE_EVERY, run: announce }]),
    ...ports.providers.map((provider): Job => ({
      name: `sync ${provider.id}`,
      everyMs: syncEveryMs,
      lease: `sync-${provider.id}`,
      nudgedAs: 'sync',
      run: async (stop) => {
        // Who is to be told of news may have been written by another replica a moment ago.
        await catchUp();
        await syncCustomers(ports, stop.signal, stop);
        await syncAccounts(ports, provider, stop.signal, stop);
        if (stop.aborted) return;
        await tellNews(ports);
        await keepBoards(ports);
        await watches.check();
        ports.nudge('reconcile');
        await lookCloser(ports, stop);
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
          await reconcile(ports, drawings, {
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
      name: 'boards and watches',
      everyMs: 10_000,
      lease: 'reconcile',
      run: async () => {
        await wakeWaiting(ports);
        await askAdministrators(ports, drawTeamQuestion);
        await tellNews(ports);
        await tellStuck(ports, stuckAfterMs);
        await keepBoards(ports);
        await watches.check();
      },
    },
    {
      name: 'digest',
      everyMs: 60_000,
      lease: 'reconcile',
      run: () => sendDigests(ports, drawDigest),
    },
  ];
}
