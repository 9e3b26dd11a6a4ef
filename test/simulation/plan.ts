import { createRandom } from '../../src/sandbox/random';
import type { Random } from '../../src/sandbox/random';
import { CALM, SERVICES } from './lines';
import type { Service, Weather } from './lines';

/** What one run is to be: how long, how many replicas, and everything that happens in it from outside. */
export interface Plan {
  readonly seed: string;
  readonly replicas: number;
  readonly days: number;
  /** The first channel keeps quiet for a minute of each day, in which companies accept. */
  readonly hasQuiet: boolean;
  readonly acts: readonly Act[];
}

/** Something that happens at a moment. `n` is its own number, from which its chances follow: it stays the same without the others. */
export type Act = { readonly at: number; readonly n: number } & (
  | { readonly act: 'install'; readonly channel: number }
  | { readonly act: 'join' | 'rush' }
  | { readonly act: 'click' | 'race' | 'tussle'; readonly person: number }
  | { readonly act: 'hand' | 'rename' | 'leave' | 'watch' }
  | { readonly act: 'kill' | 'restart' | 'sleep'; readonly replica: number; readonly forMs: number }
  | { readonly act: 'cut'; readonly replica: number; readonly service: Service; readonly forMs: number }
  | {
      readonly act: 'trip';
      readonly replica: number;
      readonly service: Service;
      readonly nth: number;
      readonly how: 'kill' | 'sleep' | 'lose';
      readonly forMs: number;
    }
  | { readonly act: 'weather'; readonly weather: Weather; readonly forMs: number }
  | { readonly act: 'clock'; readonly replica: number; readonly aheadMs: number }
);

/** A Monday, an hour before people are at work. */
export const START = Date.UTC(2026, 4, 4, 8, 0);
export const DAY = 86_400_000;
const MINUTE = 60_000;
/** While people are about, of each day. */
export const BUSY = { from: 60 * MINUTE, forMs: 1.75 * MINUTE };

/** Most runs are short: what takes days to come about is looked for in the others. */
const DAYS = [1, 1, 2, 2, 4];

export interface PlanSize {
  readonly replicas?: number;
  readonly days?: number;
}

export function planOf(seed: string, { replicas, days: wanted }: PlanSize = {}): Plan {
  const random = createRandom(`${seed} plan`);
  const count = replicas ?? 1 + random.below(3);
  const roughness = random.below(4);
  const hasQuiet = random.below(2) === 0;
  const days = wanted ?? random.pick(DAYS);
  const acts: Act[] = [];
  const add: Add = (at, what) => void acts.push({ at: Math.floor(at), n: acts.length, ...what });
  add(START + 30_000, { act: 'install', channel: 0 });
  for (let day = 0; day < days; day += 1) {
    const from = START + day * DAY + BUSY.from;
    const when = (): number => from + random.next() * (BUSY.forMs - MINUTE / 2);
    if (day === 0) add(when(), { act: 'install', channel: 1 });
    for (let count = 1 + random.below(3); count > 0; count -= 1) add(when(), { act: 'join' });
    for (let count = 3 + random.below(6); count > 0; count -= 1) {
      const act = random.below(3) === 0 ? 'race' : 'click';
      add(when(), { act, person: random.below(3) });
    }
    for (let count = random.below(3); count > 0; count -= 1) add(when(), { act: 'hand' });
    if (random.below(3) === 0) add(when(), { act: 'tussle', person: random.below(3) });
    if (random.below(4) === 0) add(when(), { act: 'rename' });
    if (random.below(5) === 0) add(when(), { act: 'rush' });
    if (random.below(4) === 0) add(when(), { act: 'leave' });
    if (random.below(3) === 0) add(when(), { act: 'watch' });
    for (let faults = random.below(1 + 2 * roughness); faults > 0; faults -= 1) addFault(random, count, when(), add);
  }
  return { seed, replicas: count, days, hasQuiet, acts: acts.sort((a, b) => a.at - b.at || a.n - b.n) };
}

type Without<A> = A extends Act ? Omit<A, 'at' | 'n'> : never;
type Add = (at: number, what: Without<Act>) => void;

function addFault(random: Random, replicas: number, at: number, add: Add): void {
  const replica = random.below(replicas);
  const forMs = Math.floor(1_000 + random.next() ** 2 * 60_000);
  switch (random.below(13)) {
    case 0:
    case 1:
      add(at, { act: 'kill', replica, forMs });
      return;
    case 2:
      add(at, { act: 'restart', replica, forMs });
      return;
    case 3:
    case 4:
      add(at, { act: 'sleep', replica, forMs });
      return;
    case 5:
    case 6:
      add(at, { act: 'cut', replica, service: random.pick(SERVICES), forMs });
      return;
    case 7:
      add(at, {
        act: 'clock',
        replica,
        aheadMs: Math.round((random.next() - 0.5) * random.pick(replicas === 1 ? [4_000, 600_000] : [4_000, 50_000])),
      });
      return;
    case 8:
    case 9:
    case 10:
    case 11: {
      const how = random.pick(['kill', 'sleep', 'lose'] as const);
      const service = random.pick(['store', 'teams', 'teams', 'work365'] as const);
      add(at, { act: 'trip', replica, service, nth: 1 + random.below(service === 'store' ? 25 : 4), how, forMs });
      return;
    }
    default:
      add(at, { act: 'weather', weather: weatherOf(random), forMs });
  }
}

function weatherOf(random: Random): Weather {
  const some = (most: number): number => (random.below(2) === 0 ? 0 : random.next() * most);
  return { ...CALM, lost: some(0.15), unanswered: some(0.2), slow: some(0.4), throttled: some(0.25) };
}
