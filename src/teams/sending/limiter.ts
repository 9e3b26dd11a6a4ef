import {
  bucketOf,
  bucketReadyAt,
  createTenant,
  insert,
  place,
  tenantReady,
  tidy,
  waitFor,
  type QueueEntry,
  type SendPermit,
  type Ready,
  type TenantQueues,
  type Waiting,
} from './limiter-queues';
import type { Timer } from '../timer';

export type { QueueEntry, Lane, SendPermit } from './limiter-queues';

export interface Limiter {
  enter(entry: QueueEntry): Promise<SendPermit>;
  /** Teams asked for silence in one conversation. */
  pause(entry: Pick<QueueEntry, 'tenantId' | 'conversationId' | 'kind'>, ms: number): void;
  /** Teams asked for silence and meant all of us. */
  pauseTenant(tenantId: string, ms: number): void;
  /** How many requests a second of each tenant's limit are not ours, because other replicas use them. */
  leave(perSecond: number): void;
  /**
   * How many requests a second the busiest tenant took since this was last asked; all of its limit when some had to
   * wait for it.
   */
  wanted(): number;
  /** How much is waiting and how many conversations are remembered. */
  size(): { readonly waiting: number; readonly conversations: number };
}

/**
 * Lets requests through so that no window of Teams is ever exceeded and none is left unused.
 * One queue per conversation and lane, one budget per tenant; a conversation that must wait holds up nobody else.
 */
export function createLimiter(deps: { readonly timer: Timer; readonly perTenantPerSecond: number }): Limiter {
  const { timer } = deps;
  const tenants = new Map<string, TenantQueues>();
  let lastOrder = 0;
  let waitingCount = 0;
  let left = 0;
  let askedAt = timer.now();

  function tenantOf(tenantId: string): TenantQueues {
    let tenant = tenants.get(tenantId);
    if (tenant === undefined) tenants.set(tenantId, (tenant = createTenant(deps.perTenantPerSecond, timer.now())));
    return tenant;
  }

  function settle(waiting: Waiting, pass: SendPermit): void {
    waiting.settled = true;
    waitingCount -= 1;
    waiting.settle(pass);
  }

  function turnAwayLate(tenant: TenantQueues, now: number): void {
    for (let next = tenant.deadlines.peek(); next !== undefined; next = tenant.deadlines.peek()) {
      if (!next.settled && next.until > now) return;
      tenant.deadlines.pop();
      if (next.settled) continue;
      const readyAt = Math.max(bucketReadyAt(next.bucket, 'background'), tenant.pausedUntil);
      settle(next, { pass: 'refused', order: next.order, waitMs: waitFor(readyAt, now) });
      place(tenant, next.bucket, now);
    }
  }

  function grant(tenant: TenantQueues, { bucket, lane }: Ready, now: number): void {
    const next = bucket.lanes[lane].shift();
    if (next === undefined) return;
    bucket.log.start();
    tenant.log.start();
    tenant.use.granted += 1;
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

  function pump(tenant: TenantQueues): void {
    const now = timer.now();
    turnAwayLate(tenant, now);
    for (let next = tenant.asleep.peek(); next !== undefined && next.at <= now; next = tenant.asleep.peek()) {
      tenant.asleep.pop();
      if (next === next.bucket.place) place(tenant, next.bucket, now);
    }
    let tenantReadyAt = tenantReady(tenant, left);
    for (let next = tenant.ready.peek(); next !== undefined; next = tenant.ready.peek()) {
      const current = next === next.bucket.place;
      if (current && tenantReadyAt > now) {
        tenant.use.short = true;
        break;
      }
      tenant.ready.pop();
      if (!current) continue;
      grant(tenant, next, now);
      tenantReadyAt = tenantReady(tenant, left);
    }
    tidy(tenant, now);
    arm(tenant, tenant.ready.size() > 0 ? tenantReadyAt : Infinity);
  }

  function arm(tenant: TenantQueues, readyAt: number): void {
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
    leave(perSecond) {
      left = perSecond;
      for (const tenant of tenants.values()) pump(tenant);
    },
    wanted() {
      const seconds = Math.max(1, (timer.now() - askedAt) / 1_000);
      askedAt = timer.now();
      const rates = [...tenants.values()].map((tenant) => {
        const { granted, short } = tenant.use;
        tenant.use = { granted: 0, short: false };
        return short ? deps.perTenantPerSecond : granted / seconds;
      });
      return Math.min(deps.perTenantPerSecond, Math.ceil(Math.max(0, ...rates)));
    },
    size() {
      let conversations = 0;
      for (const tenant of tenants.values()) conversations += tenant.buckets.size;
      return { waiting: waitingCount, conversations };
    },
  };
}
