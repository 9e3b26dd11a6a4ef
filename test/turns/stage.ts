import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app';
import { readConfig } from '../../src/config';
import type { Config } from '../../src/config';
import { createLog } from '../../src/runtime/log';
import { startSandbox } from '../../src/sandbox/sandbox';
import type { Sandbox } from '../../src/sandbox/sandbox';
import { startConnector } from '../doubles/connector';
import type { ConnectorDouble, Recorded } from '../doubles/connector';

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
export const BOT = { id: '28:22222222-2222-4222-8222-222222222222', name: 'Handshake' };
export const TEAM = '19:team@thread.tacv2';

export interface Where {
  readonly conversation: { readonly id: string; readonly conversationType: string };
  readonly channelData: object;
}

const TENANT = '11111111-1111-4111-8111-111111111111';
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
  /** Every log line so far. */
  readonly lines: string[];
  /** Types something and gives what was said in answer. */
  say(who: Someone, where: Where, text: string): Promise<Recorded[]>;
  /** Clicks a button of a message; gives the body that the invoke was answered with. */
  click(who: Someone, where: Where, message: string, data: object, id?: string): Promise<any>;
  search(who: Someone, where: Where, text: string): Promise<any>;
  install(where: Where): Promise<void>;
  send(activity: object): Promise<Response>;
  /** Resolves when the connector has seen what makes `seen` true. */
  until<T>(seen: () => T | undefined | false): Promise<T>;
  /** Stops the bot alone and starts it anew on the same store; the sandbox and the connector go on. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions {
  readonly config?: Partial<Config>;
  readonly env?: Readonly<Record<string, string>>;
  /** False leaves the first sync undone when the stage is handed over. */
  readonly synced?: boolean;
}

let activities = 0;

/** After so long without what a test waits for, something is wrong. */
const PATIENCE_MS = 20_000;

/** The sources can change without the connector hearing of it, so a wait looks again after a while. */
function tick(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 25).unref();
  });
}

export async function setStage(options: StageOptions = {}): Promise<Stage> {
  const sandbox = await startSandbox({ moves: false });
  const connector = await startConnector();
  const dir = mkdtempSync(join(tmpdir(), 'handshake-stage-'));
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  const config = configFor(sandbox, dir, options);
  connector.members(TEAM, [ALICE, BOB, { ...GUEST, userRole: 'guest' }]);
  connector.members(CHANNEL.conversation.id, [ALICE, BOB, { ...GUEST, userRole: 'guest' }]);
  let app = await createApp(config, log);
  let url = `http://127.0.0.1:${await app.start()}`;
  if (options.synced !== false) await ready(url);

  const send = (activity: object): Promise<Response> =>
    fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        id: `activity-${(activities += 1)}`,
        timestamp: new Date().toISOString(),
        channelId: 'msteams',
        serviceUrl: connector.serviceUrl,
        recipient: BOT,
        ...activity,
      }),
    });

  const stage: Stage = {
    sandbox,
    connector,
    get url() {
      return url;
    },
    lines,
    send,
    async say(who, where, text) {
      const before = connector.messages().length;
      const response = await send({ type: 'message', text, from: who, ...where });
      expect(response.status).toBe(200);
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
        ...where,
        ...(id === undefined ? {} : { id }),
        replyToId: message,
        value: { action: { type: 'Action.Execute', verb: 'handshake', data }, trigger: 'manual' },
      });
      expect(response.status).toBe(200);
      return response.json();
    },
    async search(who, where, text) {
      const value = { queryText: text, queryOptions: { skip: 0, top: 15 }, dataset: 'customers' };
      const response = await send({ type: 'invoke', name: 'application/search', from: who, ...where, value });
      return response.json();
    },
    async install(where) {
      const response = await send({ type: 'installationUpdate', action: 'add', from: ALICE, ...where });
      expect(response.status).toBe(200);
    },
    async until(seen) {
      const deadline = Date.now() + PATIENCE_MS;
      for (;;) {
        const result = seen();
        if (result !== undefined && result !== false) return result;
        if (Date.now() > deadline)
          throw new Error(
            `waited in vain for: ${seen.toString()}\nlast lines of the log:\n${lines.slice(-5).join('')}`,
          );
        await Promise.race([connector.arrived(connector.requests.length + 1), tick()]);
      }
    },
    async restart() {
      await app.stop();
      app = await createApp(config, log);
      url = `http://127.0.0.1:${await app.start()}`;
      await ready(url);
    },
    async close() {
      await app.stop();
      await connector.close();
      await sandbox.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  return stage;
}

function configFor(sandbox: Sandbox, dir: string, { config = {}, env = {} }: StageOptions): Config {
  const read = readConfig(
    { ...sandbox.settings, ...env, HANDSHAKE_MODE: 'local', HOST: '127.0.0.1' },
    { fileExists: existsSync },
  );
  if (!read.ok) throw new Error(read.failures.map((f) => `${f.setting} ${f.problem}`).join('; '));
  return {
    ...read.config,
    port: 0,
    store: { kind: 'embedded', dir },
    syncIntervalMs: 200,
    reconcileIntervalMs: 50,
    ...config,
  };
}

/** Asks until the bot says that it is ready; each question waits for its answer. */
async function ready(url: string): Promise<void> {
  for (let asked = 0; asked < 2_000; asked++) {
    const response = await fetch(`${url}/readyz`);
    await response.text();
    if (response.status === 200) return;
  }
  throw new Error('the bot did not become ready');
}

/** The Adaptive Card of a message. */
export function cardOf(message: Recorded | { readonly body: any }): any {
  return message.body?.attachments?.[0]?.content ?? message.body?.activity?.attachments?.[0]?.content;
}

/** All text of a card, in reading order. */
export function textOf(card: any): string {
  if (card === undefined || card === null) return '';
  if (Array.isArray(card)) return card.map(textOf).join('\n');
  if (typeof card !== 'object') return '';
  const own = [card.text, card.title, card.value].filter((x) => typeof x === 'string').join(' ');
  const inner = Object.entries(card)
    .filter(([key]) => key !== 'data' && key !== 'fallback')
    .map(([, value]) => textOf(value))
    .join('\n');
  return [own, inner]
    .join('\n')
    .replaceAll(/\n\s*\n+/g, '\n')
    .trim();
}

/** Every payload that a card's buttons carry, with the button's title. */
export function buttonsOf(card: any): { readonly title: string; readonly data: any }[] {
  const found: { title: string; data: any }[] = [];
  const visit = (node: any): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (node !== null && typeof node === 'object') {
      if (typeof node.type === 'string' && node.type === 'Action.Execute' && node.data !== undefined) {
        found.push({ title: node.title ?? '', data: node.data });
      }
      for (const [key, value] of Object.entries(node)) if (key !== 'fallback') visit(value);
    }
  };
  visit(card);
  return found;
}

/** What a message of this conversation shows at this moment, if one shows this text. */
export function shownIn(stage: Stage, where: Where, text: string): string | undefined {
  for (const [key, activity] of stage.connector.shown) {
    const shown = textOf(cardOf({ body: activity }));
    if (key.startsWith(where.conversation.id) && shown.includes(text)) return shown;
  }
  return undefined;
}

/** The card that announces an account, once it is posted. */
export function announcementOf(stage: Stage, name: string): Promise<Recorded> {
  return stage.until(() =>
    stage.connector
      .messages()
      .find((m) => m.kind === 'create' && textOf(cardOf(m)).includes(`Which customer is ${name}?`)),
  );
}

export function messageIdOf(stage: Stage, message: Recorded): string {
  const found = [...stage.connector.shown].find(
    ([, shown]) => shown === message.body || shown === message.body.activity,
  );
  if (found !== undefined) return found[0].split(' ')[1] ?? '';
  throw new Error('the message has been redrawn; take its id before that');
}

/** The payload of a button, by its title. */
export function button(message: Recorded, title: string): any {
  const buttons = buttonsOf(cardOf(message));
  const found = buttons.find((b) => b.title === title);
  if (found === undefined)
    throw new Error(`no button "${title}"; there are: ${buttons.map((b) => b.title).join(', ')}`);
  return found.data;
}

/** The value of a choice on the card, by the beginning of its title. */
export function choiceOf(message: Recorded, title: string): string {
  let value: string | undefined;
  JSON.stringify(cardOf(message), (_key, node) => {
    if (typeof node?.title === 'string' && node.title.startsWith(title) && typeof node.value === 'string')
      value = node.value;
    return node;
  });
  if (value === undefined) throw new Error(`no choice "${title}"`);
  return value;
}
