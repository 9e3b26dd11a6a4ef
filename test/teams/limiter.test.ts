import fc from 'fast-check';
import { createLimiter, type Limiter, type SendPermit } from '../../src/teams/sending/limiter';
import { SEND_LIMITS, tenantLimits } from '../../src/teams/sending/limits';
import { createVirtualTimer, type VirtualTimer } from './virtual-timer';

const HOUR = 3_600_000;
const base = { tenantId: 't', conversationId: 'c', kind: 'send', lane: 'background', maxWaitMs: 10 * HOUR } as const;

/** The most requests that any window of this length has seen, ends included. */
function most(times: readonly number[], ms: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  let from = 0;
  let worst = 0;
  for (const [to, time] of sorted.entries()) {
    while (time - (sorted[from] ?? 0) > ms) from += 1;
    worst = Math.max(worst, to - from + 1);
  }
  return worst;
}

interface Send {
  readonly conversationId: string;
  readonly at: number;
  readonly tenantId?: string;
  readonly lane?: 'turn' | 'background';
}

interface Trace extends Send {
  readonly granted: number;
  readonly arrived: number;
}

/** Sends through the limiter with the given delays there and back, and notes when each would have reached Teams. */
async function run(
  timer: VirtualTimer,
  limiter: Limiter,
  sends: readonly Send[],
  delay: (n: number) => [number, number],
  until: number,
) {
  const traces: Trace[] = [];
  let number = 0;
  for (const send of sends) {
    timer.after(send.at - timer.now(), () => {
      void limiter.enter({ ...base, ...send }).then((pass) => {
        if (pass.pass !== 'granted') return;
        const [there, back] = delay((number += 1));
        const granted = timer.now();
        timer.after(there, () => traces.push({ ...send, granted, arrived: timer.now() }));
        timer.after(there + back, () => {
          pass.done(true);
        });
      });
    });
  }
  await timer.advance(until);
  return traces;
}

function setUp(perTenantPerSecond = 50) {
  const timer = createVirtualTimer();
  return { timer, limiter: createLimiter({ timer, perTenantPerSecond }) };
}

const burst = (conversationId: string, count: number, at = 0): Send[] =>
  Array.from({ length: count }, () => ({ conversationId, at }));

describe('the limiter', () => {
  it('never lets any window of Teams overflow, whatever comes when and however long answers take', async () => {
    // Bursts, because only what comes together can overflow anything.
    const flock = fc.record({
      conversationId: fc.constantFrom('a', 'b', 'c', 'd'),
      at: fc.integer({ min: 0, max: 8_000 }),
      lane: fc.constantFrom('turn' as const, 'background' as const),
      count: fc.integer({ min: 1, max: 25 }),
    });
    const scenario = fc.record({
      flocks: fc.array(flock, { minLength: 3, maxLength: 15, size: 'max' }),
      floor: fc.integer({ min: 0, max: 300 }),
      there: fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 37, maxLength: 37 }),
      back: fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 41, maxLength: 41 }),
    });
    await fc.assert(
      fc.asyncProperty(scenario, async ({ flocks, floor, there, back }) => {
        const sends = flocks.flatMap(({ count, ...send }) => Array.from({ length: count }, () => send));
        const { timer, limiter } = setUp(20);
        const delay = (n: number): [number, number] => [
          floor / 2 + (there[n % there.length] ?? 0),
          floor / 2 + (back[n % back.length] ?? 0),
        ];
        const traces = await run(timer, limiter, sends, delay, 400_000);

        expect(traces).toHaveLength(sends.length);
        for (const conversation of new Set(sends.map((one) => one.conversationId))) {
          const times = traces.filter((one) => one.conversationId === conversation).map((one) => one.arrived);
          for (const window of SEND_LIMITS.windows) expect(most(times, window.ms)).toBeLessThanOrEqual(window.count);
        }
        expect(
          most(
            traces.map((one) => one.arrived),
            1_000,
          ),
        ).toBeLessThanOrEqual(20);
      }),
      { seed: 7, numRuns: 15, endOnFailure: true },
    );
  });

  it('uses at least 95 % of what a tenant may send', async () => {
    const { timer, limiter } = setUp();
    const sends = Array.from({ length: 4_000 }, (_, n) => ({ conversationId: `c${n}`, at: 0 }));
    const traces = await run(timer, limiter, sends, () => [20, 20], 60_000);

    expect(traces.length).toBeGreaterThanOrEqual(0.95 * 50 * 60);
    expect(
      most(
        traces.map((one) => one.arrived),
        tenantLimits(50)[0]?.ms ?? 0,
      ),
    ).toBeLessThanOrEqual(50);
  });

  it.each([
    ['an hour', HOUR, 1_800],
    ['five minutes', 300_000, 600],
  ])('uses at least 95 % of what a conversation may take in %s', async (_what, ms, permitted) => {
    const { timer, limiter } = setUp();
    const traces = await run(timer, limiter, burst('c', 2_000), () => [15, 15], ms);

    expect(traces.length).toBeGreaterThanOrEqual(0.95 * permitted);
    for (const window of SEND_LIMITS.windows) {
      expect(
        most(
          traces.map((one) => one.arrived),
          window.ms,
        ),
      ).toBeLessThanOrEqual(window.count);
    }
  });

  it('lets the first seven of a conversation go at once', async () => {
    const { timer, limiter } = setUp();
    const traces = await run(timer, limiter, burst('c', 9), () => [0, 0], 5_000);

    expect(traces.map((one) => one.granted)).toEqual([0, 0, 0, 0, 0, 0, 0, 1_010, 2_010]);
  });

  it('lets a conversation that must wait hold up nobody else, and the oldest go first', async () => {
    const { timer, limiter } = setUp();
    const sends = [...burst('full', 30), { conversationId: 'later', at: 10 }, { conversationId: 'last', at: 10 }];
    const traces = await run(timer, limiter, sends, () => [0, 0], 10);

    expect(traces.slice(7).map((one) => one.conversationId)).toEqual(['later', 'last']);
  });

  it('starves nobody while others keep coming', async () => {
    const { timer, limiter } = setUp(5);
    const steady = Array.from({ length: 300 }, (_, n) => ({ conversationId: `c${n}`, at: n * 100 }));
    const traces = await run(timer, limiter, steady, () => [0, 0], 120_000);

    expect(traces.map((one) => one.conversationId)).toEqual(steady.map((one) => one.conversationId));
  });

  it('lets answers to people pass everything in the background', async () => {
    const { timer, limiter } = setUp(5);
    const background = Array.from({ length: 100 }, (_, n) => ({ conversationId: `c${n}`, at: 0 }));
    const turn = { conversationId: 'person', at: 500, lane: 'turn' } as const;
    const traces = await run(timer, limiter, [...background, turn], () => [0, 0], 30_000);

    expect(traces.findIndex((one) => one.lane === 'turn')).toBe(5);
  });

  it('keeps room for people when the background has used up the half-minute', async () => {
    const { timer, limiter } = setUp();
    const turn = { conversationId: 'c', at: 20_000, lane: 'turn' } as const;
    const traces = await run(timer, limiter, [...burst('c', 200), turn], () => [0, 0], 22_000);

    expect(traces.filter((one) => one.lane === 'turn').map((one) => one.granted)).toEqual([20_000]);
  });

  it('counts tenants apart', async () => {
    const { timer, limiter } = setUp(5);
    const sends = ['t1', 't2'].flatMap((tenantId) =>
      Array.from({ length: 5 }, (_, n) => ({ tenantId, conversationId: `c${n}`, at: 0 })),
    );
    const traces = await run(timer, limiter, sends, () => [0, 0], 0);

    expect(traces).toHaveLength(10);
  });

  it('keeps a conversation, or a tenant, silent for as long as Teams asked', async () => {
    const { timer, limiter } = setUp();
    limiter.pause(base, 5_000);
    limiter.pauseTenant('other', 3_000);
    const sends = [
      { conversationId: 'c', at: 0 },
      { conversationId: 'd', at: 0 },
      { tenantId: 'other', conversationId: 'e', at: 0 },
    ];
    const traces = await run(timer, limiter, sends, () => [0, 0], 10_000);

    expect(traces.map((one) => [one.conversationId, one.granted])).toEqual([
      ['d', 0],
      ['e', 3_000],
      ['c', 5_000],
    ]);
  });

  it('turns away what would have to wait too long, and says for how long', async () => {
    const { timer, limiter } = setUp();
    await run(timer, limiter, burst('c', 58), () => [0, 0], 16_000);
    const refused = await limiter.enter({ ...base, maxWaitMs: 5_000 });

    expect(refused).toMatchObject({ pass: 'refused', waitMs: 30_010 - 16_000 });
  });

  it('turns away what has waited too long in the queue', async () => {
    const { timer, limiter } = setUp();
    const passes: SendPermit[] = [];
    for (let n = 0; n < 20; n += 1) {
      void limiter.enter({ ...base, maxWaitMs: 2_500 }).then((pass) => {
        passes.push(pass);
        if (pass.pass === 'granted') pass.done(true);
      });
    }
    await timer.advance(2_500);

    expect(passes.filter((pass) => pass.pass === 'granted')).toHaveLength(15);
    expect(passes.filter((pass) => pass.pass === 'refused')).toHaveLength(5);
    expect(limiter.size().waiting).toBe(0);
  });

  it('lets what is tried again keep its place', async () => {
    const { timer, limiter } = setUp();
    await run(timer, limiter, burst('c', 7), () => [0, 0], 0);
    const order: string[] = [];
    void limiter.enter(base).then(() => order.push('new'));
    void limiter.enter({ ...base, order: 1 }).then(() => order.push('again'));
    await timer.advance(3_000);

    expect(order).toEqual(['again', 'new']);
  });

  it('does not count what never reached Teams', async () => {
    const { timer, limiter } = setUp();
    for (let n = 0; n < 20; n += 1) {
      const pass = await limiter.enter(base);
      if (pass.pass === 'granted') pass.done(false);
    }

    expect(timer.now()).toBe(0);
  });

  it('forgets conversations that have been quiet for an hour, and stops its timers', async () => {
    const { timer, limiter } = setUp();
    const sends = Array.from({ length: 500 }, (_, n) => ({ conversationId: `c${n}`, at: 0 }));
    await run(timer, limiter, sends, () => [0, 0], 60_000);
    const before = limiter.size();
    await timer.advance(2 * HOUR);
    const idle = timer.pending();
    await run(timer, limiter, [{ conversationId: 'one more', at: timer.now() }], () => [0, 0], 1_000);

    expect([before.conversations, limiter.size().conversations, idle]).toEqual([500, 1, 0]);
  });
});
