import type { Message } from '../../src/courier';
import type { ConversationRecord } from '../../src/domain/documents';
import type { Clock } from '../../src/domain/time';
import { createLog, type Log } from '../../src/runtime/log';
import { createAdapter, type BotAuth } from '../../src/teams/adapter';
import { createBot } from '../../src/teams/turns/bot';
import { createOutbound, type Outbound } from '../../src/teams/sending/outbound';
import { createServer, type ServerDeps } from '../../src/teams/door/server';
import { createServiceUrls } from '../../src/teams/service-url';
import { systemTimer, type Timer } from '../../src/teams/timer';
import { createBotToken, tokenFetcher } from '../../src/teams/sending/token';
import type { Desk, Reply, Turn } from '../../src/turn';
import { startConnector, startOpenId, type ConnectorDouble, type OpenIdDouble } from '../doubles/connector';

export const APP_ID = '22222222-2222-4222-8222-222222222222';
export const TENANT = '11111111-1111-4111-8111-111111111111';
export const BOT = `28:${APP_ID}`;
export const CHANNEL = '19:channel@thread.tacv2';
export const TEAM = '19:team@thread.tacv2';
export const ALICE = 'aaaaaaaa-0000-4000-8000-000000000001';

const systemClock = { now: () => Date.now() };

export interface FakeDesk extends Desk {
  readonly turns: Turn[];
  readonly kept: { readonly messageId: string; readonly threadId?: string }[];
  /** What the desk does next; by default it repeats what was said. */
  reply: (turn: Turn) => Reply | Promise<Reply>;
}

export function createFakeDesk(): FakeDesk {
  const desk: FakeDesk = {
    turns: [],
    kept: [],
    said(_turn, _reply, at) {
      desk.kept.push(at);
      return Promise.resolve();
    },
    answered: () => Promise.resolve(),
    reply: (turn) =>
      turn.input.kind === 'text'
        ? { reply: 'message', message: text(`you said ${turn.input.text}`) }
        : { reply: 'nothing' },
    async answer(turn) {
      desk.turns.push(turn);
      return desk.reply(turn);
    },
    apologise: (_turn, reference) => ({ reply: 'message', message: text(`sorry ${reference}`) }),
    slowDown: () => ({ reply: 'message', message: text('slowly, please') }),
  };
  return desk;
}

export function text(words: string): Message {
  return { text: words, summary: words };
}

export function card(title: string): Message {
  return { ...text(title), card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: title }] } };
}

export interface Stand {
  readonly connector: ConnectorDouble;
  readonly openId: OpenIdDouble | undefined;
  readonly desk: FakeDesk;
  readonly outbound: Outbound;
  readonly url: string;
  readonly lines: Record<string, unknown>[];
  post(body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Sends an activity with a good token where tokens are needed. */
  send(activity: Record<string, unknown>): Promise<Response>;
  /** Closes the bot's server only. */
  stopServer(): Promise<void>;
  stop(): Promise<void>;
}

export interface StandOptions {
  readonly auth?: boolean;
  readonly timer?: Timer;
  readonly clock?: Clock;
  readonly timeoutMs?: number;
  readonly server?: Partial<ServerDeps>;
}

/** The whole of teams/ between a connector double and a fake desk. */
export async function startStand(options: StandOptions = {}): Promise<Stand> {
  const connector = await startConnector();
  const openId = options.auth === true ? await startOpenId({ appId: APP_ID, tenantId: TENANT }) : undefined;
  const { log, lines } = recordingLog();
  const timer = options.timer ?? systemTimer;
  const desk = createFakeDesk();
  const serviceUrls = createServiceUrls([{ host: '127.0.0.1' }]);
  const auth = authOf(openId);
  const outbound = createOutbound({
    ...(auth.mode === 'on' ? { token: auth.token } : {}),
    serviceUrls,
    perTenantPerSecond: 50,
    timer,
    clock: options.clock ?? systemClock,
    log,
    random: () => 0.5,
    ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
  });
  let lastId = 0;
  const ids = { next: () => `reference-${(lastId += 1)}` };
  const adapter = createAdapter(auth);
  const { voice } = outbound;
  const bot = createBot({ adapter, local: auth.mode === 'off', desk, voice, log, ids, clock: systemClock, timer });
  const server = createServer({
    auth,
    bot,
    serviceUrls,
    allowedTenants: [TENANT],
    webhooks: {},
    readiness: () => ({ ready: true, missing: [] }),
    metrics: { contentType: 'text/plain', metrics: () => Promise.resolve('handshake_up 1\n') },
    log,
    clock: systemClock,
    timer,
    ...options.server,
  });
  const url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
  const post = (body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  let stopped: Promise<void> | undefined;
  let closed: Promise<void> | undefined;
  const stopServer = () => (closed ??= server.close());
  return {
    connector,
    openId,
    desk,
    outbound,
    url,
    lines,
    post,
    send: (activity) => {
      const whole = { serviceUrl: connector.serviceUrl, ...activity };
      const token = openId?.token({ serviceurl: whole.serviceUrl });
      return post(whole, token === undefined ? {} : { authorization: `Bearer ${token}` });
    },
    stopServer,
    stop: () =>
      (stopped ??= (async () => {
        await stopServer();
        outbound.close();
        await connector.close();
        await openId?.close();
      })()),
  };
}

function authOf(openId: OpenIdDouble | undefined): BotAuth {
  if (openId === undefined) return { mode: 'off' };
  const identity = {
    id: APP_ID,
    type: 'SingleTenant',
    password: 'a password',
    loginUrl: openId.loginUrl,
    scope: 'https://api.botframework.com',
  } as const;
  return {
    mode: 'on',
    appId: APP_ID,
    openIdMetadataUrl: openId.metadataUrl,
    tokenIssuer: openId.issuer,
    loginUrl: identity.loginUrl,
    scope: identity.scope,
    token: createBotToken(tokenFetcher(identity), systemClock),
  };
}

export function recordingLog(): { log: Log; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  return { log: createLog('debug', { write: (line) => lines.push(JSON.parse(line)) }), lines };
}

let lastActivity = 0;

/** A message of Alice in her personal chat, unless overridden. */
export function activity(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'message',
    id: `activity-${(lastActivity += 1)}`,
    channelId: 'msteams',
    timestamp: '2026-11-22T10:00:00.000Z',
    from: { id: '29:alice', name: 'Alice Example', aadObjectId: ALICE },
    recipient: { id: BOT, name: 'Handshake' },
    conversation: { id: 'a:personal', conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    locale: 'en-GB',
    text: 'hello',
    ...overrides,
  };
}

/** A conversation as it would be stored. */
export function conversation(
  connector: Pick<ConnectorDouble, 'serviceUrl'>,
  overrides: Partial<ConversationRecord> = {},
): ConversationRecord {
  return {
    id: 'conversation:1',
    partnerId: 'partner',
    format: 1,
    kind: 'conversation',
    conversationId: 'a:personal',
    type: 'personal',
    serviceUrl: connector.serviceUrl,
    tenantId: TENANT,
    botId: BOT,
    state: 'active',
    since: 0,
    settings: { notifications: true },
    ...overrides,
  };
}

export const THREAD = `${CHANNEL};messageid=17`;

/** The parts of an activity that say: in a thread of the channel. */
export const inChannel = {
  conversation: { id: THREAD, conversationType: 'channel', isGroup: true, tenantId: TENANT },
  channelData: {
    tenant: { id: TENANT },
    team: { id: TEAM, name: 'Team One' },
    channel: { id: CHANNEL, name: 'Board' },
  },
};

/** A click on a card with Action.Execute. */
export function click(value: unknown): Record<string, unknown> {
  return activity({ type: 'invoke', name: 'adaptiveCard/action', value, replyToId: '17', text: undefined });
}

export function execute(data: unknown, trigger?: string) {
  return { action: { type: 'Action.Execute', verb: 'pick', data }, trigger };
}
