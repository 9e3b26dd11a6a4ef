import { createHeap, type Heap } from './heap';
import { createLatency, type Latency } from './latency';
import { READ_LIMITS, SEND_LIMITS, tenantLimits, type Limits } from './limits';
import { createSlidingLog, type SlidingLog } from './sliding-log';
import type { Timer } from './timer';

/** Answers to people go first; everything else takes what is left, the oldest first. */
export type Lane = 'turn' | 'background';

export interface Entry {
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

export type Pass =
  | {
      readonly pass: 'granted';
      readonly order: number;
      /** To be called once. `counted`: Teams may have counted the request. */
      done(counted: boolean): void;
    }
  /** Turned away: there will be no room before `waitMs` have passed. */
  | { readonly pass: 'refused'; readonly order: number; readonly waitMs: number };

export interface Limiter {
  enter(entry: Entry): Promise<Pass>;
  /** Teams asked for silence in one conversation. */
  pause(entry: Pick<Entry, 'tenantId' | 'conversationId' | 'kind'>, ms: number): void;
  /** Teams asked for silence and meant all of us. */
  pauseTenant(tenantId: string, ms: number): void;
  /** How much is waiting and how many conversations are remembered. */
  size(): { readonly waiting: number; readonly conversations: number };
}

interface Waiting {
  readonly order: number;
  readonly until: number;
  readonly bucket: Bucket;
  readonly settle: (pass: Pass) => void;
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

interface Ready {
  readonly in: 'ready';
  readonly bucket: Bucket;
  readonly lane: Lane;
  readonly order: number;
}

interface Tenant {
  readonly log: SlidingLog;
  readonly buckets: Map<string, Bucket>;
  readonly asleep: Heap<Asleep>;
  readonly ready: Heap<Ready>;
  readonly deadlines: Heap<Waiting>;
  readonly latency: Latency;
  pausedUntil: number;
  timerAt: number;
  cancelTimer: () => void;
  tidyAt: number;
}

const TIDY_EVERY_MS = 60_000;
const NOWHERE = { in: 'nothing' } as const;

/**
 * Lets requests through so that no window of Teams is ever exceeded and none is left unused.
 * One queue per conversation and lane, one budget per tenant; a conversation that must wait holds up nobody else.
 */
export function createLimiter(deps: { readonly timer: Timer; readonly perTenantPerSecond: number }): Limiter {
  const { timer } = deps;
  const tenants = new Map<string, Tenant>();
  let lastOrder = 0;
  let waitingCount = 0;

  function tenantOf(tenantId: string): Tenant {
    let tenant = tenants.get(tenantId);
    if (tenant === undefined) tenants.set(tenantId, (tenant = createTenant(deps.perTenantPerSecond, timer.now())));
    return tenant;
  }

  function settle(waiting: Waiting, pass: Pass): void {
    waiting.settled = true;
    waitingCount -= 1;
    waiting.settle(pass);
  }

  function turnAwayLate(tenant: Tenant, now: number): void {
    for (let next = tenant.deadlines.peek(); next !== undefined; next = tenant.deadlines.peek()) {
      if (!next.settled && next.until > now) return;
      tenant.deadlines.pop();
      if (next.settled) continue;
      const readyAt = Math.max(bucketReadyAt(next.bucket, 'background'), tenant.pausedUntil);
      settle(next, { pass: 'refused', order: next.order, waitMs: waitFor(readyAt, now) });
      place(tenant, next.bucket, now);
    }
  }

  function grant(tenant: Tenant, { bucket, lane }: Ready, now: number): void {
    const next = bucket.lanes[lane].shift();
    if (next === undefined) return;
    bucket.log.start();
    tenant.log.start();
    let open = true;
    settle(next, {
      pass: 'granted',
      order: next.order,
      done(counted) {
        if (!open) return;
        open = false;
        const ended = timer.now();
        const at = counted ? tenant.latency.countedAt(now, ended) : undefined;
        bucket.log.finish(at);
        tenant.log.finish(at);
        place(tenant, bucket, ended);
        pump(tenant);
      },
    });
    place(tenant, bucket, now);
  }

  function pump(tenant: Tenant): void {
    const now = timer.now();
    turnAwayLate(tenant, now);
    for (let next = tenant.asleep.peek(); next !== undefined && next.at <= now; next = tenant.asleep.peek()) {
      tenant.asleep.pop();
      if (next === next.bucket.place) place(tenant, next.bucket, now);
    }
    let tenantReadyAt = tenantReady(tenant);
    for (let next = tenant.ready.peek(); next !== undefined; next = tenant.ready.peek()) {
      const current = next === next.bucket.place;
      if (current && tenantReadyAt > now) break;
      tenant.ready.pop();
      if (!current) continue;
      grant(tenant, next, now);
      tenantReadyAt = tenantReady(tenant);
    }
    tidy(tenant, now);
    arm(tenant, tenant.ready.size() > 0 ? tenantReadyAt : Infinity);
  }

  function arm(tenant: Tenant, readyAt: number): void {
    const wakeAt = Math.min(readyAt, tenant.asleep.peek()?.at ?? Infinity, tenant.deadlines.peek()?.until ?? Infinity);
    if (wakeAt === tenant.timerAt) return;
    tenant.cancelTimer();
    tenant.timerAt = wakeAt;
    if (wakeAt === Infinity) return;
    // Rounded up: a timer that fires a moment early would only come back again.
    tenant.cancelTimer = timer.after(Math.ceil(wakeAt - timer.now()), () => {
      tenant.timerAt = Infinity;
      pump(tenant);
    });
  }

  return {
    enter(entry) {
      const now = timer.now();
      const tenant = tenantOf(entry.tenantId);
      const bucket = bucketOf(tenant, entry);
      const order = entry.order ?? (lastOrder += 1);
      const readyAt = Math.max(bucketReadyAt(bucket, entry.lane), tenant.pausedUntil);
      if (readyAt !== Infinity && readyAt - now > entry.maxWaitMs) {
        return Promise.resolve({ pass: 'refused', order, waitMs: readyAt - now });
      }
      return new Promise((resolve) => {
        const waiting: Waiting = { order, until: now + entry.maxWaitMs, bucket, settle: resolve, settled: false };
        insert(bucket.lanes[entry.lane], waiting);
        tenant.deadlines.push(waiting);
        waitingCount += 1;
        place(tenant, bucket, now);
        pump(tenant);
      });
    },
    pause(entry, ms) {
      const tenant = tenantOf(entry.tenantId);
      const bucket = bucketOf(tenant, entry);
      bucket.pausedUntil = Math.max(bucket.pausedUntil, timer.now() + ms);
      place(tenant, bucket, timer.now());
      pump(tenant);
    },
    pauseTenant(tenantId, ms) {
      const tenant = tenantOf(tenantId);
      tenant.pausedUntil = Math.max(tenant.pausedUntil, timer.now() + ms);
      pump(tenant);
    },
    size() {
      let conversations = 0;
      for (const tenant of tenants.values()) conversations += tenant.buckets.size;
      return { waiting: waitingCount, conversations };
    },
  };
}

function createTenant(perSecond: number, now: number): Tenant {
  return {
    log: createSlidingLog(tenantLimits(perSecond)),
    buckets: new Map(),
    asleep: createHeap((a, b) => a.at < b.at),
    ready: createHeap((a, b) => (a.lane === b.lane ? a.order < b.order : a.lane === 'turn')),
    deadlines: createHeap((a, b) => a.until < b.until),
    latency: createLatency(),
    pausedUntil: 0,
    timerAt: Infinity,
    cancelTimer: () => undefined,
    tidyAt: now + TIDY_EVERY_MS,
  };
}

function bucketOf(tenant: Tenant, entry: Pick<Entry, 'conversationId' | 'kind'>): Bucket {
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
function place(tenant: Tenant, bucket: Bucket, now: number): void {
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

function bucketReadyAt(bucket: Bucket, lane: Lane): number {
  const readyAt = bucket.log.readyAt(lane === 'background' ? bucket.limits.reserve : undefined);
  return Math.max(readyAt, bucket.pausedUntil);
}

function tenantReady(tenant: Tenant): number {
  return Math.max(tenant.log.readyAt(), tenant.pausedUntil);
}

/** Forgets conversations of which no window knows anything any more. */
function tidy(tenant: Tenant, now: number): void {
  if (now < tenant.tidyAt) return;
  tenant.tidyAt = now + TIDY_EVERY_MS;
  for (const bucket of tenant.buckets.values()) {
    const unused = firstOf(bucket) === undefined && bucket.pausedUntil <= now && bucket.log.idle(now);
    if (unused) tenant.buckets.delete(bucket.key);
  }
}

/** Nearly always at the end: only what is tried again comes with an older place. */
function insert(queue: Waiting[], waiting: Waiting): void {
  let at = queue.length;
  while (at > 0 && (queue[at - 1]?.order ?? 0) > waiting.order) at -= 1;
  queue.splice(at, 0, waiting);
}

function waitFor(readyAt: number, now: number): number {
  return readyAt === Infinity ? 1_000 : Math.max(1, readyAt - now);
}
