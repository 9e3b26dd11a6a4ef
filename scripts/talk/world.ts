import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app';
import type { App } from '../../src/app';
import { readConfig } from '../../src/config';
import { createLog } from '../../src/runtime/log';
import { startSandbox } from '../../src/sandbox/sandbox';
import type { Sandbox } from '../../src/sandbox/sandbox';
import type { Store } from '../../src/store';
import { openEmbeddedStore } from '../../src/stores/embedded';
import type { Hears } from '../../src/turns/in-talk';
import { startTeams } from './teams';
import type { Teams } from './teams';
import { createTalkTime } from './time';
import type { TalkTime } from './time';

/** A fresh world for one talk: sandbox, Teams and the whole bot, whose clock stands still between messages. */
export interface World {
  readonly sandbox: Sandbox;
  readonly teams: Teams;
  readonly time: TalkTime;
  /** The bot's own, to look into. */
  readonly store: Store;
  /** Of the bot, or of each of its replicas. */
  readonly urls: readonly string[];
  /** Lets everything come to rest that has begun. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Wednesday. */
export const BEGIN = Date.UTC(2026, 10, 25, 10);
const READY_TRIES = 3_000;
const LOOK_EVERY_MS = 20;

export interface WorldOptions {
  readonly hears?: Hears;
  /** Entra object ids of people who may do everything. */
  readonly people?: readonly string[];
  /** Bots on one store; one by default. */
  readonly replicas?: number;
}

export async function openWorld({ hears, people = [], replicas = 1 }: WorldOptions = {}): Promise<World> {
  const time = createTalkTime(BEGIN);
  const sandbox = await startSandbox({ moves: false, clock: time.clock });
  const teams = await startTeams();
  const dir = mkdtempSync(join(tmpdir(), 'handshake-talk-'));
  const { partnerId } = configFor(sandbox, dir, people);
  const store = await openEmbeddedStore({ dir, partnerId, log: createLog('silent'), clock: time.clock });
  const apps: App[] = [];
  const urls: string[] = [];
  for (let replica = 0; replica < replicas; replica++) {
    const app = await createApp(configFor(sandbox, dir, people), createLog('silent'), {
      clock: time.clock,
      timers: time.timers,
      store,
      ...(hears === undefined ? {} : { hears }),
    });
    apps.push(app);
    urls.push(`http://127.0.0.1:${await app.start()}`);
  }
  const settle = async (): Promise<void> => {
    for (const app of apps) await app.idle();
  };
  for (const url of urls) await ready(url);
  await settle();
  return {
    ...{ sandbox, teams, time, store, urls, settle },
    async close() {
      await Promise.all(apps.map((app) => app.stop()));
      await store.close();
      await teams.close();
      await sandbox.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function configFor(sandbox: Sandbox, dir: string, people: readonly string[]): Parameters<typeof createApp>[0] {
  const settings = {
    ...sandbox.settings,
    ADMINS: people.join(','),
    HANDSHAKE_MODE: 'local',
    HOST: '127.0.0.1',
    ALLOWED_SERVICE_URLS: '127.0.0.1',
  };
  const read = readConfig(settings, { fileExists: existsSync });
  if (!read.ok) throw new Error(read.failures.map((f) => `${f.setting} ${f.problem}`).join('; '));
  return { ...read.config, port: 0, store: { kind: 'embedded', dir } };
}

/** Asks until the bot says that it has read its sources. */
async function ready(url: string): Promise<void> {
  for (let tries = 0; tries < READY_TRIES; tries++) {
    const response = await fetch(`${url}/readyz`);
    await response.text();
    if (response.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Error('the bot did not become ready');
}
