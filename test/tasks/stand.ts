import { DEFAULT_STEPS } from '../../src/domain/reminders';
import { LOCAL_CIRCLES } from '../builders';
import { createNoGroups } from '../../src/groups/entra-groups';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Courier, Message, Sent } from '../../src/courier';
import type { Directory } from '../../src/directory';
import { createNoDirectory } from '../../src/directories/none';
import type { ConversationRecord } from '../../src/domain/documents';
import type { Clock, Instant } from '../../src/domain/time';
import { Register } from '../../src/register/register';
import { createLog } from '../../src/runtime/log';
import { openEmbeddedStore } from '../../src/stores/embedded';
import type { Ports } from '../../src/ports';
import type { Provider } from '../../src/provider';
import { T0 } from '../builders';

/** A clock that stands still until it is moved. */
export interface HandClock extends Clock {
  move(ms: number): void;
}

export function handClock(start = T0): HandClock {
  let now = start;
  return {
    now: () => now,
    move: (ms) => {
      now += ms;
    },
  };
}

/** A courier that writes down what it is asked to do and answers as scripted; by default everything arrives. */
export interface ScriptedCourier extends Courier {
  readonly said: {
    readonly conversationId: string;
    readonly messageId?: string;
    readonly message: Message;
    readonly notAfter?: Instant;
  }[];
  answer: (conversationId: string, what: 'post' | 'update') => Sent | Promise<Sent>;
}

export function scriptedCourier(): ScriptedCourier {
  let messages = 0;
  const courier: ScriptedCourier = {
    said: [],
    answer: () => ({ sent: 'sent', messageId: `m${(messages += 1)}` }),
    async post(to, message, notAfter) {
      const until = notAfter === undefined ? {} : { notAfter };
      courier.said.push({ conversationId: to.conversationId, message, ...until });
      return courier.answer(to.conversationId, 'post');
    },
    async update(to, { messageId }, message) {
      courier.said.push({ conversationId: to.conversationId, messageId, message });
      return courier.answer(to.conversationId, 'update');
    },
    isMember: () => Promise.resolve(true),
    identify: () => Promise.resolve(undefined),
  };
  return courier;
}

export interface TaskStand {
  readonly ports: Ports & { readonly courier: ScriptedCourier };
  readonly clock: HandClock;
  close(): Promise<void>;
}

/** What tasks need, on a real store in a folder of its own. */
export async function taskStand(
  news: { readonly directory?: Directory; readonly clock?: HandClock; readonly providers?: readonly Provider[] } = {},
): Promise<TaskStand> {
  const dir = mkdtempSync(join(tmpdir(), 'handshake-tasks-'));
  const log = createLog('silent');
  const clock = news.clock ?? handClock();
  const store = await openEmbeddedStore({ dir, partnerId: 'partner', log, clock });
  let ids = 0;
  const ports = {
    partnerId: 'partner',
    store,
    register: new Register(),
    providers: news.providers ?? [],
    directory: news.directory ?? createNoDirectory(),
    courier: scriptedCourier(),
    uploads: { put: () => Promise.resolve({ uploaded: 'there' as const }) },
    clock,
    ids: { next: () => `id-${(ids += 1)}` },
    random: () => 0,
    log,
    circles: LOCAL_CIRCLES,
    groups: createNoGroups(),
    links: { partnerCenter: ['partner.microsoft.com'], records: [] },
    assignHours: 2,
    cardsAnHour: 0,
    reminderSteps: DEFAULT_STEPS,
    invitationDays: [3, 10],
    searchesAsYouType: false,
    nudge: () => undefined,
  };
  return {
    ports,
    clock,
    async close() {
      await store.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export function conversation(news: Partial<ConversationRecord> = {}): ConversationRecord {
  const conversationId = news.conversationId ?? 'channel-a';
  return {
    kind: 'conversation',
    id: `conversation:${conversationId}`,
    partnerId: 'partner',
    format: 1,
    conversationId,
    type: 'channel',
    serviceUrl: 'http://127.0.0.1/',
    tenantId: 'tenant',
    botId: '28:bot',
    state: 'active',
    since: T0,
    settings: { notifications: true },
    ...news,
  };
}

/** Puts documents into the store and the memory, as an earlier run would have left them. */
export async function put(ports: Ports, ...documents: Parameters<Register['apply']>[0][]): Promise<void> {
  for (const document of documents) {
    const outcome = await ports.store.write({ write: 'insert', document });
    if (outcome.outcome !== 'saved') throw new Error(`could not put ${document.id}`);
    ports.register.apply(document);
  }
}
