import type { Document, ReplicaRecord } from '../../src/domain/documents';
import { StoreUnavailable } from '../../src/store';
import type { Store } from '../../src/store';
import { ANNOUNCE_EVERY, GONE_AFTER, createBudgetShare, type BudgetShare } from '../../src/reconcile/share-budget';
import { createLimiter, type Limiter } from '../../src/teams/sending/limiter';
import { createVirtualTimer, type VirtualTimer } from './virtual-timer';

const LIMIT = 50;
const SECOND = 1_000;
const BACKLOG = 5_000; // More than anybody here may send before the end.

/** A store that keeps what it is given, and can be away. */
function createShelf() {
  const kept = new Map<string, { document: Document; etag: string }>();
  const shelf = { away: false, writes: 0 };
  const ask = (): Promise<void> =>
    shelf.away ? Promise.reject(new StoreUnavailable('away', 'wait')) : Promise.resolve();
  const store: Pick<Store, 'read' | 'write'> = {
    read: async (_kind, id) => {
      await ask();
      return kept.get(id) as never;
    },
    write: async (write) => {
      await ask();
      shelf.writes += 1;
      const { document } = write;
      const known = kept.get(document.id);
      const expected = write.write === 'insert' ? undefined : write.etag;
      if (known?.etag !== expected) return { outcome: 'conflict' };
      const etag = String(shelf.writes);
      kept.set(document.id, { document, etag });
      return { outcome: 'saved', etag };
    },
  };
  return Object.assign(shelf, {
    ask,
    store,
    documents: () => [...kept.values()],
    forget: (id: string) => kept.delete(id),
  });
}
type Shelf = ReturnType<typeof createShelf>;

interface Replica {
  readonly limiter: Limiter;
  readonly share: BudgetShare;
  /** When requests reached Teams. */
  readonly sent: number[];
  /** Suspended: no timer of it runs. */
  asleep: boolean;
  dead: boolean;
}

/** A replica whose clock may be wrong, that follows the tail every second and announces itself as the bot does. */
async function start(shelf: Shelf, timer: VirtualTimer, name: string, skewMs = 0): Promise<Replica> {
  const own = {
    now: () => timer.now(),
    after: (ms: number, run: () => void) =>
      timer.after(ms, function later(): void {
        if (replica.dead) return;
        if (replica.asleep) timer.after(100, later);
        else run();
      }),
  };
  const limiter = createLimiter({ timer: own, perTenantPerSecond: LIMIT });
  const heard = new Map<string, string>();
  const catchUp = async (): Promise<void> => {
    await shelf.ask();
    for (const { document, etag } of shelf.documents()) {
      if (heard.get(document.id) !== etag) share.hear(document);
      heard.set(document.id, etag);
    }
  };
  const clock = { now: () => 1_000_000 + skewMs + timer.now() };
  const share = createBudgetShare(
    { store: shelf.store, clock, partnerId: 'p' },
    { budget: limiter, limit: LIMIT, replica: name, catchUp },
  );
  const replica: Replica = { limiter, share, sent: [], asleep: false, dead: false };
  const every = (ms: number, run: () => Promise<void>): void => {
    own.after(ms, () => {
      run()
        .catch(() => undefined)
        .finally(() => {
          every(ms, run);
        });
    });
  };
  await catchUp().catch(() => undefined);
  await share.announce().catch(() => undefined);
  every(SECOND, catchUp);
  every(ANNOUNCE_EVERY, () => share.announce());
  return replica;
}

let chats = 0;

/** Asks the replica to send so many messages, each to a chat of its own, and notes when they arrive. */
function send(replica: Replica, timer: VirtualTimer, count: number, lane: 'turn' | 'background' = 'background'): void {
  for (let n = 0; n < count; n += 1) {
    const conversationId = `chat ${(chats += 1)}`;
    void replica.limiter
      .enter({ tenantId: 't', conversationId, kind: 'send', lane, maxWaitMs: 10_000 * SECOND })
      .then((pass) => {
        if (pass.pass === 'refused') return;
        timer.after(20, () => {
          replica.sent.push(timer.now());
        });
        timer.after(40, () => {
          pass.done(true);
        });
      });
  }
}

function most(replicas: readonly Replica[]): number {
  const times = replicas.flatMap((one) => one.sent).sort((a, b) => a - b);
  let from = 0;
  let worst = 0;
  for (const [to, time] of times.entries()) {
    while (time - (times[from] ?? 0) >= SECOND) from += 1;
    worst = Math.max(worst, to - from + 1);
  }
  return worst;
}

const within = (replica: Replica, from: number, to: number): number =>
  replica.sent.filter((at) => at >= from && at < to).length;

describe('the limit of a tenant, shared by replicas', () => {
  it('is all of one replica that is alone, from the first moment', async () => {
    const timer = createVirtualTimer();
    const one = await start(createShelf(), timer, 'one');
    send(one, timer, 3_000);
    await timer.advance(20 * SECOND);

    expect(one.sent.length).toBeGreaterThanOrEqual(0.95 * 20 * LIMIT);
  });

  it('is never exceeded by two that start, work, and wish for more at any time', async () => {
    const timer = createVirtualTimer();
    const shelf = createShelf();
    const [one, two] = await Promise.all([start(shelf, timer, 'one'), start(shelf, timer, 'two', 45 * SECOND)]);
    send(one, timer, BACKLOG);
    await timer.advance(30 * SECOND);
    send(two, timer, 200, 'turn');
    await timer.advance(60 * SECOND);

    expect(most([one, two])).toBeLessThanOrEqual(LIMIT);
    expect(two.sent).toHaveLength(200);
  });

  it('goes to the one that has a backlog, but for a tenth, with which the other one answers at once', async () => {
    const timer = createVirtualTimer();
    const shelf = createShelf();
    const one = await start(shelf, timer, 'one');
    const two = await start(shelf, timer, 'two');
    send(one, timer, BACKLOG);
    await timer.advance(30 * SECOND);
    send(two, timer, 5, 'turn');
    await timer.advance(30 * SECOND);

    expect(within(two, 30 * SECOND, 30 * SECOND + 100)).toBe(5);
    expect(within(one, 20 * SECOND, 60 * SECOND)).toBeGreaterThanOrEqual(0.95 * 0.9 * 40 * LIMIT);
    expect(most([one, two])).toBeLessThanOrEqual(LIMIT);
  });

  it('is divided anew when replicas come, stop or die', async () => {
    const timer = createVirtualTimer();
    const shelf = createShelf();
    const one = await start(shelf, timer, 'one');
    send(one, timer, BACKLOG);
    await timer.advance(10 * SECOND);
    const two = await start(shelf, timer, 'two');
    send(two, timer, BACKLOG);
    await timer.advance(20 * SECOND);
    const both = [within(one, 20 * SECOND, 30 * SECOND), within(two, 20 * SECOND, 30 * SECOND)];
    two.dead = true;
    await timer.advance(GONE_AFTER + 20 * SECOND);
    const three = await start(shelf, timer, 'three');
    await timer.advance(20 * SECOND);
    one.dead = true;
    await one.share.withdraw();
    const stoppedAt = timer.now();
    send(three, timer, BACKLOG);
    await timer.advance(20 * SECOND);

    for (const sent of both) expect(sent).toBeGreaterThanOrEqual(0.9 * 10 * (LIMIT / 2));
    expect(within(one, 62 * SECOND, 70 * SECOND)).toBeGreaterThanOrEqual(0.95 * 8 * LIMIT);
    expect(within(three, stoppedAt + 10 * SECOND, stoppedAt + 20 * SECOND)).toBeGreaterThanOrEqual(0.95 * 10 * LIMIT);
    expect(most([one, two, three])).toBeLessThanOrEqual(1.1 * LIMIT);
  });

  it('stays divided as it was while the store is away, and after it has come back', async () => {
    const timer = createVirtualTimer();
    const shelf = createShelf();
    const one = await start(shelf, timer, 'one');
    const two = await start(shelf, timer, 'two');
    send(one, timer, BACKLOG);
    send(two, timer, BACKLOG);
    await timer.advance(20 * SECOND);
    shelf.away = true;
    await timer.advance(60 * SECOND);
    const during = within(one, 20 * SECOND, 80 * SECOND) + within(two, 20 * SECOND, 80 * SECOND);
    shelf.away = false;
    await timer.advance(60 * SECOND);

    expect(during).toBeGreaterThanOrEqual(0.95 * 60 * LIMIT);
    expect(most([one, two])).toBeLessThanOrEqual(1.1 * LIMIT);
  });

  it('is no more that of one that was suspended and wakes up', async () => {
    const timer = createVirtualTimer();
    const shelf = createShelf();
    const one = await start(shelf, timer, 'one');
    const two = await start(shelf, timer, 'two');
    send(one, timer, BACKLOG);
    send(two, timer, BACKLOG);
    await timer.advance(20 * SECOND);
    two.asleep = true;
    await timer.advance(40 * SECOND);
    const alone = within(one, 50 * SECOND, 60 * SECOND);
    two.asleep = false;
    await timer.advance(30 * SECOND);

    expect(alone).toBeGreaterThanOrEqual(0.95 * 10 * LIMIT);
    // Within the moment of waking up, before it has looked, it may use once what it had before.
    expect(most([one, two])).toBeLessThanOrEqual(LIMIT + LIMIT / 2);
    expect(within(two, 61 * SECOND, 64 * SECOND)).toBeLessThanOrEqual(0.1 * 3 * LIMIT);
    expect(within(two, 75 * SECOND, 90 * SECOND)).toBeGreaterThanOrEqual(0.9 * 15 * (LIMIT / 2));
  });

  it('is all of one that starts again some time after it was killed', async () => {
    const timer = createVirtualTimer();
    const shelf = createShelf();
    const killed = await start(shelf, timer, 'killed');
    await timer.advance(30 * SECOND);
    killed.dead = true;
    await timer.advance(GONE_AFTER);
    const again = await start(shelf, timer, 'again');
    const startedAt = timer.now();
    send(again, timer, 500);
    await timer.advance(5 * SECOND);

    expect(within(again, startedAt, startedAt + 5 * SECOND)).toBeGreaterThanOrEqual(0.95 * 5 * LIMIT);
  });

  it('lets one that comes to idle others answer at once', async () => {
    const timer = createVirtualTimer();
    const shelf = createShelf();
    const idle = await start(shelf, timer, 'idle');
    await timer.advance(30 * SECOND);
    const two = await start(shelf, timer, 'two');
    send(two, timer, 5, 'turn');
    await timer.advance(100);

    expect(idle.sent).toHaveLength(0);
    expect(two.sent).toHaveLength(5);
  });

  it('costs one write every few seconds, and nothing for a send', async () => {
    const timer = createVirtualTimer();
    const shelf = createShelf();
    const one = await start(shelf, timer, 'one');
    send(one, timer, 5_000);
    await timer.advance(60 * SECOND);

    expect(shelf.writes).toBe(1 + 60_000 / ANNOUNCE_EVERY);
  });

  it('is announced anew when the store has forgotten the announcement', async () => {
    const timer = createVirtualTimer();
    const shelf = createShelf();
    await start(shelf, timer, 'one');
    shelf.forget('replica:one');
    await timer.advance(2 * ANNOUNCE_EVERY);

    expect(shelf.documents().map(({ document }) => (document as ReplicaRecord).stopped)).toEqual([false]);
  });
});
