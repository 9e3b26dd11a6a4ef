import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentKind, DocumentOf } from '../../src/domain/documents';
import { createLog } from '../../src/runtime/log';
import { startSandbox, type Sandbox } from '../../src/sandbox/sandbox';
import type { Store } from '../../src/store';
import { openEmbeddedStore } from '../../src/stores/embedded';
import { startConnector, startOpenId, type ConnectorDouble } from '../../test/doubles/connector';
import { everyDocument } from '../../test/turns/kept';
import type { Usage } from './bot';
import type { Forged, Forgery } from './forger';
import { forkBench } from '../fork-bench';

const APP_ID = '22222222-2222-4222-8222-222222222222';
const TENANT = '11111111-1111-4111-8111-111111111111';
const READY_WITHIN_MS = 300_000;

export interface Person {
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
}

export function person(n: number): Person {
  return { id: `29:p${n}`, aadObjectId: `aaaaaaaa-0000-4000-8000-${String(n).padStart(12, '0')}`, name: `Person ${n}` };
}

/** The bot in production mode, in a process of its own, between a local Teams and the sandbox with a crowd of tenants and customers. */
export interface Ground {
  readonly sandbox: Sandbox;
  readonly connector: ConnectorDouble;
  /** All documents of a kind that the bot's store holds now. */
  kept<K extends DocumentKind>(kind: K): Promise<readonly DocumentOf[K][]>;
  /** Names of the sandbox's tenants and customers, so many of each. */
  names(count: number): readonly string[];
  /** Sends an activity of a person in their own chat; gives the status when it was answered. */
  send(from: Person, activity: object | string): Promise<number>;
  /** Sends so many requests a second with a token that somebody else has signed; to be stopped, which gives the statuses. */
  forge(perSecond: number): Promise<() => Promise<Forged>>;
  /** Since it was last asked. */
  usage(): Promise<Usage>;
  close(): Promise<void>;
}

export async function layGround(crowd: number, more: Readonly<Record<string, string>> = {}): Promise<Ground> {
  const sandbox = await startSandbox({ moves: false, crowd: { tenants: crowd, customers: crowd } });
  const connector = await startConnector();
  const openId = await startOpenId({ appId: APP_ID, tenantId: TENANT });
  const dir = mkdtempSync(join(tmpdir(), 'handshake-bench-'));
  const env = {
    ...sandbox.settings,
    HANDSHAKE_MODE: 'production',
    HOST: '127.0.0.1',
    BOT_ID: APP_ID,
    BOT_TENANT_ID: TENANT,
    BOT_PASSWORD: 'the-secret-of-the-registration',
    BOT_OPENID_METADATA_URL: openId.metadataUrl,
    BOT_LOGIN_URL: openId.loginUrl,
    ALLOWED_SERVICE_URLS: '127.0.0.1',
    ALLOWED_TENANTS: TENANT,
    READERS: Array.from({ length: 20 }, (_, n) => person(n).aadObjectId).join(','),
    ...more,
  };
  const child = forkBench(['door', 'bot', JSON.stringify(env), dir]);
  const hear = <T>(): Promise<T> =>
    new Promise((resolve) =>
      child.once('message', (m) => {
        resolve(m as T);
      }),
    );
  const { port } = await hear<{ readonly port: number }>();
  const url = `http://127.0.0.1:${port}`;
  await ready(url);
  const claims = { serviceurl: connector.serviceUrl };
  const [token, forged] = [openId.token(claims), openId.token(claims, { key: 'other' })];
  let last = 0;

  function bodyOf(from: Person, activity: object | string): string {
    const conversation = { id: `a:${from.id}`, conversationType: 'personal', tenantId: TENANT };
    const frame = JSON.stringify({
      type: 'message',
      id: `activity-${(last += 1)}`,
      timestamp: new Date().toISOString(),
      channelId: 'msteams',
      serviceUrl: connector.serviceUrl,
      recipient: { id: `28:${APP_ID}`, name: 'Handshake' },
      from,
      conversation,
      channelData: { tenant: { id: TENANT } },
      ...(typeof activity === 'string' ? {} : activity),
    });
    return typeof activity === 'string' ? `${frame.slice(0, -1)},${activity}}` : frame;
  }

  const { crowd: all } = sandbox.world;
  let reader: Promise<Store> | undefined;
  return {
    sandbox,
    connector,
    async kept(kind) {
      reader ??= openEmbeddedStore({
        dir,
        partnerId: sandbox.settings['PARTNER_CENTER_TENANT_ID'] ?? '',
        log: createLog('silent'),
      });
      return everyDocument(await reader, kind);
    },
    names: (count) =>
      Array.from({ length: count }, (_, n) => Math.floor((n * crowd) / count)).flatMap((number) => [
        all.tenant(number).name,
        all.customer(number).name,
      ]),
    async send(from, activity) {
      const headers = { 'content-type': 'application/json', 'authorization': `Bearer ${token}` };
      const response = await fetch(`${url}/api/messages`, { method: 'POST', headers, body: bodyOf(from, activity) });
      await response.arrayBuffer();
      return response.status;
    },
    async forge(perSecond) {
      const body = bodyOf(person(9), { text: 'help' });
      const head = [
        'POST /api/messages HTTP/1.1',
        'host: 127.0.0.1',
        'content-type: application/json',
        `authorization: Bearer ${forged}`,
        `content-length: ${Buffer.byteLength(body)}`,
      ];
      const forgery: Forgery = { port, request: `${head.join('\r\n')}\r\n\r\n${body}`, perSecond };
      const forger = forkBench(['door', 'forger', JSON.stringify(forgery)]);
      const answer = <T>(): Promise<T> =>
        new Promise((resolve) =>
          forger.once('message', (m) => {
            resolve(m as T);
          }),
        );
      await answer();
      return async () => {
        const told = answer<Forged>();
        forger.send('stop');
        const forged = await told;
        forger.disconnect();
        return forged;
      };
    },
    usage() {
      const heard = hear<Usage>();
      child.send('usage');
      return heard;
    },
    async close() {
      await (await reader)?.close();
      // It ends by itself then, so that a profiler can write down what it saw.
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
      await connector.close();
      await openId.close();
      await sandbox.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function ready(url: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    const response = await fetch(`${url}/readyz`);
    if (response.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('the bot did not become ready');
}
