import {
  insert,
  LANES,
  newTenant,
  oldest,
  queueOf,
  readyAtOf,
  tidy,
  type Lane,
  type SendQueue,
  type QueueEntry,
  type SendPermit,
  type TenantQueues,
  type WaitingSend,
} from './limiter-queues';
import type { Timer } from '../timer';

export type { Lane, QueueEntry, SendPermit } from './limiter-queues';

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
 * Lets requests through so that no window of Teams is ever exceeded and none is left unused. Each conversation has a
 * queue and its limits, each tenant one limit for all of them. A queue whose conversation has room stands among those
 * that are ready; of these the oldest goes when the tenant has room, so one that must wait holds up nobody else.
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
    if (tenant === undefined) tenants.set(tenantId, (tenant = newTenant(deps.perTenantPerSecond, timer.now())));
    return tenant;
  }

  /** Makes it ready or not, and wakes it when it will be. */
  function place(tenant: TenantQueues, queue: SendQueue): void {
    const now = timer.now();
    const first = LANES.find((lane) => queue.waiting[lane].length > 0);
    const readyAt = first === undefined ? Infinity : readyAtOf(queue, first);
    for (const lane of LANES) if (lane !== first || readyAt > now) tenant.ready[lane].delete(queue);
    queue.cancelWake();
    if (first === undefined || readyAt === Infinity) return;
    if (readyAt <= now) tenant.ready[first].add(queue);
    else
      queue.cancelWake = wakeAt(readyAt, () => {
        place(tenant, queue);
        pump(tenant);
      });
  }

  function pump(tenant: TenantQueues): void {
    const now = timer.now();
    tenant.cancelWake();
    tidy(tenant, now);
    for (const lane of LANES) {
      const ready = tenant.ready[lane];
      while (ready.size > 0) {
        const readyAt = Math.max(tenant.log.readyAt([left]), tenant.pausedUntil);
        if (readyAt > now) {
          tenant.use.short = true;
          // While only an answer can tell, the answer wakes it.
          if (readyAt < Infinity)
            tenant.cancelWake = wakeAt(readyAt, () => {
              pump(tenant);
            });
          return;
        }
        const queue = oldest(ready, lane);
        if (queue !== undefined) grant(tenant, queue, lane);
      }
    }
  }

  function grant(tenant: TenantQueues, queue: SendQueue, lane: Lane): void {
    const startedAt = timer.now();
    queue.log.start();
    tenant.log.start();
    tenant.use.granted += 1;
    let isOpen = true;
    const done = (counted: boolean): void => {
      if (!isOpen) return;
      isOpen = false;
      const at = counted ? tenant.latency.countedAt(startedAt, timer.now()) : undefined;
      queue.log.finish(at);
      tenant.log.finish(at);
      place(tenant, queue);
      pump(tenant);
    };
    const next = queue.waiting[lane].shift();
    place(tenant, queue);
    next?.settle({ pass: 'granted', order: next.order, done });
  }

  function wakeAt(at: number, wake: () => void): () => void {
    // Rounded up: a timer that fires a moment early would only come back again.
    return timer.after(Math.ceil(at - timer.now()), wake);
  }

  function turnAway(tenant: TenantQueues, queue: SendQueue, lane: Lane, late: WaitingSend): void {
    const readyAt = Math.max(readyAtOf(queue, 'background'), tenant.pausedUntil);
    const waitMs = readyAt === Infinity ? 1_000 : Math.max(1, readyAt - timer.now());
    queue.waiting[lane].splice(queue.waiting[lane].indexOf(late), 1);
    place(tenant, queue);
    late.settle({ pass: 'refused', order: late.order, waitMs });
  }

  return {
    enter(entry) {
      const { lane, maxWaitMs, order = (lastOrder += 1) } = entry;
      const tenant = tenantOf(entry.tenantId);
      const queue = queueOf(tenant, entry);
      const waitMs = Math.max(readyAtOf(queue, lane), tenant.pausedUntil) - timer.now();
      if (waitMs !== Infinity && waitMs > maxWaitMs) return Promise.resolve({ pass: 'refused', order, waitMs });
      return new Promise((resolve) => {
        const waiting: WaitingSend = {
          order,
          settle(pass) {
            cancelDeadline();
            waitingCount -= 1;
            resolve(pass);
          },
        };
        const cancelDeadline = timer.after(maxWaitMs, () => {
          turnAway(tenant, queue, lane, waiting);
        });
        insert(queue.waiting[lane], waiting);
        waitingCount += 1;
        place(tenant, queue);
        pump(tenant);
      });
    },
    pause(entry, ms) {
      const tenant = tenantOf(entry.tenantId);
      const queue = queueOf(tenant, entry);
      queue.pausedUntil = Math.max(queue.pausedUntil, timer.now() + ms);
      place(tenant, queue);
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
      for (const tenant of tenants.values()) conversations += tenant.queues.size;
      return { waiting: waitingCount, conversations };
    },
  };
}
