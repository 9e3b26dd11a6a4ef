import { createPace } from '../../src/runtime/pace';

const MINUTE = 60_000;

function paced(requests: number) {
  const clock = { at: 1_000_000, now: () => clock.at };
  return { clock, pace: createPace({ requests, withinMs: MINUTE }, clock) };
}

describe('a budget of so many requests within a stretch of time', () => {
  it('lets them all go at once, and the next ones when those have left the stretch', () => {
    const { clock, pace } = paced(3);
    const waits = [pace.take(), pace.take()];
    clock.at += 20_000;
    waits.push(pace.take(), pace.take(), pace.take(), pace.take(), pace.take());

    expect(waits).toEqual([0, 0, 0, 40_000, 40_000, 60_000, 100_000]);
  });

  it('never gives out more places than fit into any stretch', () => {
    const { clock, pace } = paced(5);
    const places: number[] = [];
    for (let n = 0; n < 200; n += 1) {
      clock.at += (n * 7_919) % 20_000;
      places.push(clock.at + pace.take());
    }

    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const [n, at] of places.entries()) expect((places[n + 5] ?? Infinity) - at).toBeGreaterThanOrEqual(MINUTE);
  });

  it('makes nobody wait for ever when the clock is set back', () => {
    const { clock, pace } = paced(1);
    pace.take();
    clock.at -= 10 * MINUTE;

    expect(pace.take()).toBe(MINUTE);
  });
});

it('makes nobody wait for ever when the clock is set back under a spread budget either', () => {
  const clock = { at: 1_000_000, now: () => clock.at };
  const pace = createPace({ perSecond: 10, burst: 1 }, clock);
  pace.take();
  clock.at -= 10 * MINUTE;

  expect(pace.take()).toBe(100);
});
