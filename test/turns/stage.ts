import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app';
import type { Config } from '../../src/config';
import type { DocumentKind, DocumentOf } from '../../src/domain/documents';
import { createLog } from '../../src/runtime/log';
import { startSandbox } from '../../src/sandbox/sandbox';
import type { Sandbox } from '../../src/sandbox/sandbox';
import { startConnector, startOpenId } from '../doubles/connector';
import type { Store } from '../../src/store';
import { openEmbeddedStore } from '../../src/stores/embedded';
import type { ConnectorDouble, Recorded } from '../doubles/connector';
import { everyDocument } from './kept';
import { createPace } from './pace';
import { APP_ID, configFor, TENANT } from './stage-config';

export { TENANT };

/** The whole bot between a local Teams connector and the sandbox: real store, real wire, nothing replaced. */

export interface Someone {
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
}

export const ALICE: Someone = {
  id: '29:alice',
  aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001',
  name: 'Alice Example',
};
export const BOB: Someone = { id: '29:bob', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000002', name: 'Bob Example' };
export const GUEST: Someone = {
  id: '29:guest',
  aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000009',
  name: 'Gus Guest',
};
export const BOT = { id: `28:${APP_ID}`, name: 'Handshake' };
export const TEAM = '19:team@thread.tacv2';

export interface Where {
  readonly conversation: { readonly id: string; readonly conversationType: string };
  readonly channelData: object;
}

export const PERSONAL: Where = {
  conversation: { id: 'a:alice-and-bot', conversationType: 'personal' },
  channelData: { tenant: { id: TENANT } },
};
export const GROUP: Where = {
  conversation: { id: '19:group@thread.v2', conversationType: 'groupChat' },
  channelData: { tenant: { id: TENANT } },
};
export const CHANNEL: Where = {
  conversation: { id: '19:channel@thread.tacv2', conversationType: 'channel' },
  channelData: {
    tenant: { id: TENANT },
    team: { id: TEAM, name: 'Operations' },
    channel: { id: '19:channel@thread.tacv2', name: 'Customers' },
  },
};

export interface Stage {
  readonly sandbox: Sandbox;
  readonly connector: ConnectorDouble;
  readonly url: string;
  /** Where the store is. */
  readonly dir: string;
  /** Every log line so far. */
  readonly lines: string[];
  /** Types something and gives what was said in answer. */
  say(who: Someone, where: Where, text: string): Promise<Recorded[]>;
  /** Clicks a button of a message; gives the body that the invoke was answered with. */
  click(who: Someone, where: Where, message: string, data: object, id?: string): Promise<any>;
  search(who: Someone, where: Where, text: string): Promise<any>;
  install(where: Where): Promise<void>;
  /** An activity, or the fields of one as JSON where no object could be written out. */
  send(activity: object | string): Promise<Response>;
  /** All documents of a kind that the store holds now. */
  kept<K extends DocumentKind>(kind: K): Promise<readonly DocumentOf[K][]>;
  /** Resolves when the connector has seen what makes `seen` true. */
  until<T>(seen: () => T | undefined | false): Promise<T>;
  /** While a wait of the test's own lasts, the bot's jobs go round as quickly as in `until`. */
  readonly hurry: <T>(wait: () => Promise<T>) => Promise<T>;
  /** Stops the bot alone and starts it anew on the same store; the sandbox and the connector go on. */
  restart(changes?: Partial<Config>): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions {
  readonly config?: Partial<Config>;
  readonly env?: Readonly<Record<string, string>>;
  /** Real tokens and the rules of production; by default the stage runs in local mode. */
  readonly production?: boolean;
  /** A second Partner Center tenant and a distributor. */
  readonly several?: boolean;
  /** So many further tenants and customers. */
  readonly crowd?: { readonly tenants: number; readonly customers: number };
  /** False leaves the first sync undone when the stage is handed over. */
  readonly synced?: boolean;
  /** True for who waits for what runs by itself every ten seconds or every minute: it comes round twice a second. */
  readonly hasty?: boolean;
}

let activities = 0;

/** After so long without what a test waits for, something is wrong. */
const PATIENCE_MS = 20_000;

/** The sources can change without the connector hearing of it, so a wait looks again after a while; at once costs CPU. */
function tick(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 25).unref();
  });
}

export async function setStage(options: StageOptions = {}): Promise<Stage> {
  const sandbox = await startSandbox({
    moves: false,
    several: options.several === true,
    ...(options.crowd === undefined ? {} : { crowd: options.crowd }),
  });
  const connector = await startConnector();
  const openId = options.production === true ? await startOpenId({ appId: APP_ID, tenantId: TENANT }) : undefined;
  const dir = mkdtempSync(join(tmpdir(), 'handshake-stage-'));
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  const config = configFor(sandbox, dir, options, openId);
  connector.members(TEAM, [ALICE, BOB, { ...GUEST, userRole: 'guest' }]);
  connector.members(CHANNEL.conversation.id, [ALICE, BOB, { ...GUEST, userRole: 'guest' }]);
  const { timers, hurry } = createPace(options.hasty === true);
  const parts = { timers };
  let app = await createApp(config, log, parts);
  let url = `http://127.0.0.1:${await app.start()}`;
  if (options.synced !== false) await hurry(() => ready(url));

  /** Beside the bot's own, and opened once: lmdb may wait for itself for ever where one process opens and closes a file again. */
  let reader: Promise<Store> | undefined;

  const send = (activity: object | string): Promise<Response> =>
    fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        // One connection each: on a busy machine the bot may close an idle one just as it is used again.
        'connection': 'close',
        ...(openId === undefined
          ? {}
          : { authorization: `Bearer ${openId.token({ serviceurl: connector.serviceUrl })}` }),
      },
      body: bodyOf(activity, connector.serviceUrl),
    });

  async function wait<T>(seen: () => T | undefined | false): Promise<T> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const result = seen();
      if (result !== undefined && result !== false) return result;
      if (Date.now() > deadline)
        throw new Error(`waited in vain for: ${seen.toString()}\nlast lines of the log:\n${lines.slice(-5).join('')}`);
      await Promise.race([connector.arrived(connector.requests.length + 1), tick()]);
    }
  }

  const stage: Stage = {
    sandbox,
    connector,
    dir,
    get url() {
      return url;
    },
    lines,
    send,
    async say(who, where, text) {
      const before = connector.messages().length;
      const response = await send({ type: 'message', text, from: who, localTimezone: 'UTC', ...where });
      taken(response);
      return connector
        .messages()
        .slice(before)
        .filter((m) => m.kind !== 'update' && m.conversationId.startsWith(where.conversation.id));
    },
    async click(who, where, message, data, id) {
      const response = await send({
        type: 'invoke',
        name: 'adaptiveCard/action',
        from: who,
        localTimezone: 'UTC',
        ...where,
        ...(id === undefined ? {} : { id }),
        replyToId: message,
        value: { action: { type: 'Action.Execute', verb: 'handshake', data }, trigger: 'manual' },
      });
      taken(response);
      return response.json();
    },
    async search(who, where, text) {
      const value = { queryText: text, queryOptions: { skip: 0, top: 15 }, dataset: 'customers' };
      const response = await send({ type: 'invoke', name: 'application/search', from: who, ...where, value });
      return response.json();
    },
    async install(where) {
      const response = await send({ type: 'installationUpdate', action: 'add', from: ALICE, ...where });
      taken(response);
    },
    until: (seen) => hurry(() => wait(seen)),
    hurry,
    async kept(kind) {
      reader ??= openEmbeddedStore({ dir, partnerId: config.partnerId, log: createLog('silent') });
      return everyDocument(await reader, kind);
    },
    async restart(changes = {}) {
      await app.stop();
      app = await createApp({ ...config, ...changes }, log, parts);
      url = `http://127.0.0.1:${await app.start()}`;
      await hurry(() => ready(url));
    },
    async close() {
      await (await reader)?.close();
      await app.stop();
      await connector.close();
      await openId?.close();
      await sandbox.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  return stage;
}

/** The benches play on this stage, too, so nothing of a test runner is used. */
function taken({ status }: Response): void {
  if (status !== 200) throw new Error(`the bot answered an activity with ${status}`);
}

function bodyOf(activity: object | string, serviceUrl: string): string {
  const frame = {
    id: `activity-${(activities += 1)}`,
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    recipient: BOT,
  };
  if (typeof activity !== 'string') return JSON.stringify({ ...frame, ...activity });
  return `${JSON.stringify(frame).slice(0, -1)},${activity}}`;
}

/**
 * Asks until the bot says that it is ready; each question waits for its answer. Each has a connection of its own: one that
 * is kept ends where the machine stands still for as long as the bot keeps it.
 */
async function ready(url: string): Promise<void> {
  for (let asked = 0; asked < 2_000; asked++) {
    const response = await fetch(`${url}/readyz`, { headers: { connection: 'close' } });
    await response.text();
    if (response.status === 200) return;
    await tick();
  }
  throw new Error('the bot did not become ready');
}

export * from './shown';
