import { createHeap, type Heap } from './heap';
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

export interface Waiting {
  readonly order: number;
  readonly until: number;
  readonly bucket: Bucket;
  readonly settle: (pass: SendPermit) => void;
  settled: boolean;
}

interface Bucket {
  readonly key: string;
  readonly limits: Limits;
  readonly log: SlidingLog;
  readonly lanes: Readonly<Record<Lane, Waiting[]>>;
  pausedUntil: number;
  /** Where the bucket stands; entries of the heaps that say otherwise are out of date. */
  place: { readonly in: 'nothing' } | Asleep | Ready;
}

interface Asleep {
  readonly in: 'asleep';
  readonly bucket: Bucket;
  readonly at: number;
}

export interface Ready {
  readonly in: 'ready';
  readonly bucket: Bucket;
  readonly lane: Lane;
  readonly order: number;
}

export interface TenantQueues {
  readonly log: SlidingLog;
  readonly buckets: Map<string, Bucket>;
  readonly asleep: Heap<Asleep>;
  readonly ready: Heap<Ready>;
  readonly deadlines: Heap<Waiting>;
  readonly latency: Latency;
  /** Since somebody last asked: how many requests went, and whether any had to wait for the tenant's limit. */
  use: { granted: number; short: boolean };
  pausedUntil: number;
  timerAt: number;
  cancelTimer: () => void;
  tidyAt: number;
}

const TIDY_EVERY_MS = 60_000;
const NOWHERE = { in: 'nothing' } as const;

export function createTenant(perSecond: number, now: number): TenantQueues {
  return {
    log: createSlidingLog(tenantLimits(perSecond)),
    buckets: new Map(),
    asleep: createHeap((a, b) => a.at < b.at),
    ready: createHeap((a, b) => (a.lane === b.lane ? a.order < b.order : a.lane === 'turn')),
    deadlines: createHeap((a, b) => a.until < b.until),
    latency: createLatency(),
    use: { granted: 0, short: false },
    pausedUntil: 0,
    timerAt: Infinity,
    cancelTimer: () => undefined,
    tidyAt: now + TIDY_EVERY_MS,
  };
}

export function bucketOf(tenant: TenantQueues, entry: Pick<QueueEntry, 'conversationId' | 'kind'>): Bucket {
  const key = `${entry.kind} ${entry.conversationId}`;
  let bucket = tenant.buckets.get(key);
  if (bucket === undefined) {
    const limits = entry.kind === 'send' ? SEND_LIMITS : READ_LIMITS;
    const log = createSlidingLog(limits.windows);
    bucket = { key, limits, log, lanes: { turn: [], background: [] }, pausedUntil: 0, place: NOWHERE };
    tenant.buckets.set(key, bucket);
  }
  return bucket;
}

/** Puts the bucket where it belongs now: ready, asleep until it can be ready, or nowhere. */
export function place(tenant: TenantQueues, bucket: Bucket, now: number): void {
  const first = firstOf(bucket);
  const readyAt = first === undefined ? Infinity : bucketReadyAt(bucket, first.lane);
  const old = bucket.place;
  if (first === undefined || readyAt === Infinity) bucket.place = NOWHERE;
  else if (readyAt > now) {
    if (old.in === 'asleep' && old.at === readyAt) return;
    bucket.place = { in: 'asleep', bucket, at: readyAt };
    tenant.asleep.push(bucket.place);
  } else {
    if (old.in === 'ready' && old.lane === first.lane && old.order === first.order) return;
    bucket.place = { in: 'ready', bucket, ...first };
    tenant.ready.push(bucket.place);
  }
}

function firstOf(bucket: Bucket): { readonly lane: Lane; readonly order: number } | undefined {
  for (const lane of ['turn', 'background'] as const) {
    const queue = bucket.lanes[lane];
    while (queue[0]?.settled === true) queue.shift();
    if (queue[0] !== undefined) return { lane, order: queue[0].order };
  }
  return undefined;
}

export function bucketReadyAt(bucket: Bucket, lane: Lane): number {
  const readyAt = bucket.log.readyAt(lane === 'background' ? bucket.limits.reserve : undefined);
  return Math.max(readyAt, bucket.pausedUntil);
}

/** `left`: how much of the tenant's limit is not ours to use. */
export function tenantReady(tenant: TenantQueues, left: number): number {
  return Math.max(tenant.log.readyAt([left]), tenant.pausedUntil);
}

/** Forgets conversations of which no window knows anything any more. */
export function tidy(tenant: TenantQueues, now: number): void {
  if (now < tenant.tidyAt) return;
  tenant.tidyAt = now + TIDY_EVERY_MS;
  for (const bucket of tenant.buckets.values()) {
    const unused = firstOf(bucket) === undefined && bucket.pausedUntil <= now && bucket.log.idle(now);
    if (unused) tenant.buckets.delete(bucket.key);
  }
}

/** Nearly always at the end: only what is tried again comes with an older place. */
export function insert(queue: Waiting[], waiting: Waiting): void {
  let at = queue.length;
  while (at > 0 && (queue[at - 1]?.order ?? 0) > waiting.order) at -= 1;
  queue.splice(at, 0, waiting);
}

export function waitFor(readyAt: number, now: number): number {
  return readyAt === Infinity ? 1_000 : Math.max(1, readyAt - now);
}
