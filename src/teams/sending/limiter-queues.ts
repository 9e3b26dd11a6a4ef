import { createLatency, type Latency } from './latency';
import { READ_LIMITS, SEND_LIMITS, tenantLimits, type Limits } from './limits';
import { createSlidingLog, type SlidingLog } from './sliding-log';

/** Answers to people go first; everything else takes what is left, the oldest first. */
export type Lane = 'turn' | 'background';

export interface QueueEntry {
  readonly tenantId: string;
  /** The conversation without `;messageid=`: Teams counts per chat or channel, not per thread. */
  readonly conversationId: string;
  readonly kind: 'send' | 'read';
  readonly lane: Lane;
  /** After this many milliseconds of waiting the entry is turned away. */
  readonly maxWaitMs: number;
  /** Keeps the place in the queue when something is tried again. */
  readonly order?: number;
}

export type SendPermit =
  | {
      readonly pass: 'granted';
      readonly order: number;
      /** To be called once. `counted`: Teams may have counted the request. */
      done(counted: boolean): void;
    }
  /** Turned away: there will be no room before `waitMs` have passed. */
  | { readonly pass: 'refused'; readonly order: number; readonly waitMs: number };

export interface WaitingSend {
  readonly order: number;
  settle(pass: SendPermit): void;
}

/** What waits for one conversation, and what it has taken. */
export interface SendQueue {
  readonly limits: Limits;
  readonly log: SlidingLog;
  readonly waiting: Readonly<Record<Lane, WaitingSend[]>>;
  pausedUntil: number;
  cancelWake: () => void;
}

export interface TenantQueues {
  readonly log: SlidingLog;
  readonly latency: Latency;
  readonly queues: Map<string, SendQueue>;
  /** The conversations of which one more may go now as far as they are concerned, by what is first in their queue. */
  readonly ready: Readonly<Record<Lane, Set<SendQueue>>>;
  /** Since somebody last asked: how many requests went, and whether any had to wait for the tenant's limit. */
  use: { granted: number; short: boolean };
  pausedUntil: number;
  cancelWake: () => void;
  tidyAt: number;
}

export const LANES: readonly Lane[] = ['turn', 'background'];
const TIDY_EVERY_MS = 60_000;

export function newTenant(perSecond: number, now: number): TenantQueues {
  return {
    log: createSlidingLog(tenantLimits(perSecond)),
    latency: createLatency(),
    queues: new Map(),
    ready: { turn: new Set(), background: new Set() },
    use: { granted: 0, short: false },
    pausedUntil: 0,
    cancelWake: () => undefined,
    tidyAt: now + TIDY_EVERY_MS,
  };
}

export function queueOf(
  tenant: TenantQueues,
  { kind, conversationId }: Pick<QueueEntry, 'conversationId' | 'kind'>,
): SendQueue {
  const key = `${kind} ${conversationId}`;
  const known = tenant.queues.get(key);
  if (known !== undefined) return known;
  const limits = kind === 'send' ? SEND_LIMITS : READ_LIMITS;
  const waiting = { turn: [], background: [] };
  const log = createSlidingLog(limits.windows);
  const queue: SendQueue = { limits, log, waiting, pausedUntil: 0, cancelWake: () => undefined };
  tenant.queues.set(key, queue);
  return queue;
}

export function readyAtOf({ log, limits, pausedUntil }: SendQueue, lane: Lane): number {
  return Math.max(log.readyAt(lane === 'background' ? limits.reserve : undefined), pausedUntil);
}

/** Of the queues that are ready, the one whose first came first. There are seldom more than a few hundred of them. */
export function oldest(ready: ReadonlySet<SendQueue>, lane: Lane): SendQueue | undefined {
  let found: SendQueue | undefined;
  let least = Infinity;
  for (const queue of ready) {
    const { order = Infinity } = queue.waiting[lane][0] ?? {};
    if (found !== undefined && order >= least) continue;
    found = queue;
    least = order;
  }
  return found;
}

/** Nearly always at the end: only what is tried again comes with an older place. */
export function insert(queue: WaitingSend[], waiting: WaitingSend): void {
  const before = queue.findLastIndex(({ order }) => order < waiting.order);
  queue.splice(before + 1, 0, waiting);
}

/** Forgets conversations of which no window knows anything any more. */
export function tidy(tenant: TenantQueues, now: number): void {
  if (now < tenant.tidyAt) return;
  tenant.tidyAt = now + TIDY_EVERY_MS;
  for (const [key, { waiting, pausedUntil, log }] of tenant.queues) {
    const isUnused = LANES.every((lane) => waiting[lane].length === 0) && pausedUntil <= now && log.idle(now);
    if (isUnused) tenant.queues.delete(key);
  }
}
