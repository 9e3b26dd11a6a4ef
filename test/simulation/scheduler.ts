import { createRandom } from '../../src/sandbox/random';
import type { Random } from '../../src/sandbox/random';

/** Somebody whose steps can be held up or ended: a replica, or the world around them, which never sleeps. */
export interface Owner {
  readonly name: string;
  state: 'awake' | 'asleep' | 'dead';
  /** By how much its wall clock is ahead. */
  skew: number;
  /** What came due while it slept, in its order. */
  held: Step[];
}

interface Step {
  readonly at: number;
  readonly tie: number;
  readonly owner: Owner;
  readonly run: () => void;
  isCancelled: boolean;
}

/** Owns time and decides who goes next: everything that waits for anything waits in its queue. */
export interface Scheduler {
  /** The true time, which no replica knows. */
  now(): number;
  /** Who is at work right now. */
  current(): Owner;
  readonly world: Owner;
  readonly steps: number;
  owner(name: string): Owner;
  /** Runs later; what is due at the same moment goes in an order that the seed decides. */
  after(owner: Owner, ms: number, run: () => void): () => void;
  sleep(owner: Owner): void;
  wake(owner: Owner): void;
  kill(owner: Owner): void;
  /** Does everything that is due until then. `each` is called after every step. */
  runUntil(at: number, each?: () => void): Promise<void>;
}

export function createScheduler(seed: string, start: number): Scheduler {
  const order: Random = createRandom(`${seed} order`);
  const queue: Step[] = [];
  const world: Owner = { name: 'world', state: 'awake', skew: 0, held: [] };
  let now = start;
  let current = world;
  let steps = 0;

  function take(step: Step): void {
    if (step.isCancelled || step.owner.state === 'dead') return;
    if (step.owner.state === 'asleep') {
      step.owner.held.push(step);
      return;
    }
    current = step.owner;
    steps += 1;
    step.run();
  }

  return {
    now: () => now,
    current: () => current,
    world,
    get steps() {
      return steps;
    },
    owner: (name) => ({ name, state: 'awake', skew: 0, held: [] }),
    after(owner, ms, run) {
      const step: Step = { at: now + Math.max(0, ms), tie: order.next(), owner, run, isCancelled: false };
      push(queue, step);
      return () => {
        step.isCancelled = true;
      };
    },
    sleep(owner) {
      if (owner.state === 'awake') owner.state = 'asleep';
    },
    wake(owner) {
      if (owner.state !== 'asleep') return;
      owner.state = 'awake';
      for (const step of owner.held.splice(0)) push(queue, { ...step, at: now });
    },
    kill(owner) {
      owner.state = 'dead';
      owner.held = [];
    },
    async runUntil(at, each) {
      for (let next = queue[0]; next !== undefined && next.at <= at; next = queue[0]) {
        pop(queue);
        now = Math.max(now, next.at);
        const before = steps;
        take(next);
        if (steps === before) continue;
        await settled();
        each?.();
      }
      now = Math.max(now, at);
      current = world;
    },
  };
}

const realImmediate = setImmediate;

/** All that needs no timer has come to its end. */
function settled(): Promise<void> {
  return new Promise((resolve) => realImmediate(resolve));
}

function isBefore(a: Step, b: Step): boolean {
  return a.at < b.at || (a.at === b.at && a.tie < b.tie);
}

function push(queue: Step[], step: Step): void {
  let at = queue.length;
  queue.push(step);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!isBefore(step, queue[parent]!)) break;
    queue[at] = queue[parent]!;
    at = parent;
  }
  queue[at] = step;
}

function pop(queue: Step[]): void {
  const last = queue.pop();
  if (last === undefined || queue.length === 0) return;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= queue.length) break;
    if (child + 1 < queue.length && isBefore(queue[child + 1]!, queue[child]!)) child += 1;
    if (!isBefore(queue[child]!, last)) break;
    queue[at] = queue[child]!;
    at = child;
  }
  queue[at] = last;
}
