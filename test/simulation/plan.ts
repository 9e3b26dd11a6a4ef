import { createRandom } from '../../src/sandbox/random';
import type { Random } from '../../src/sandbox/random';
import { CALM, SERVICES } from './lines';
import type { Service, Source, Weather } from './lines';

/** What one run is to be: how long, how many replicas, and everything that happens in it from outside. */
export interface Plan {
  readonly seed: string;
  readonly replicas: number;
  readonly days: number;
  /** The first channel keeps quiet for a minute of each day, in which companies accept; or all do at night and on weekends. */
  readonly quiet: 'never' | 'a minute' | 'nights';
  /** When it begins: a Monday in May, or the Saturday before clocks are changed. */
  readonly start: number;
  /** By which clock the channels live. */
  readonly zone: string;
  /** How many Partner Centers there are. */
  readonly providers: number;
  /** So many accounts are there before the bot looks for the first time. */
  readonly before: number;
  /** So often what runs by itself looks round while nobody is about; in milliseconds, from midnight UTC on. */
  readonly dozes: { readonly every: number; readonly first: number };
  readonly acts: readonly Act[];
}

/** Something that happens at a moment. `n` is its own number, from which its chances follow: it stays the same without the others. */
export type Act = { readonly at: number; readonly n: number } & (
  | { readonly act: 'install'; readonly channel: number }
  | { readonly act: 'join' | 'rush' }
  | { readonly act: 'click' | 'race' | 'tussle'; readonly person: number }
  | { readonly act: 'hand' | 'rename' | 'run-out' | 'leave' | 'watch' | 'invite' | 'create' | 'review' | 'ask' }
  /** Nothing can be written any more; a source is away for everybody, until somebody asks about it. */
  | { readonly act: 'fill'; readonly forMs: number }
  | { readonly act: 'outage'; readonly service: Source; readonly forMs: number }
  /** A newer version takes the place of the one that runs; it writes some documents in a newer format. */
  | { readonly act: 'upgrade'; readonly replica: number; readonly forMs: number }
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

/** Mondays and Saturdays, an hour before people are at work. */
const MAY = { start: Date.UTC(2026, 4, 4, 8, 0), zone: 'UTC' };
const AUTUMN = { start: Date.UTC(2026, 9, 24, 8, 0), zone: 'Europe/Berlin' };
const SPRING = { start: Date.UTC(2026, 2, 28, 8, 0), zone: 'Europe/Berlin' };
export const DAY = 86_400_000;
const MINUTE = 60_000;
/** While people are about, of each day. */
export const BUSY = { from: 60 * MINUTE, forMs: 1.75 * MINUTE };

/** At three, at nine, when people come, at 15 and at 21 hours. */
const DOZES = { every: 6 * 3_600_000, first: 3 * 3_600_000 };

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
  const quiet = random.below(2) === 0 ? 'a minute' : 'never';
  const days = wanted ?? random.pick(DAYS);
  const { start, zone } = random.pick([MAY, MAY, MAY, AUTUMN, SPRING]);
  const providers = random.below(4) === 0 ? 2 : 1;
  const acts: Act[] = [];
  const add: Add = (at, what) => void acts.push({ at: Math.floor(at), n: acts.length, ...what });
  add(start + 30_000, { act: 'install', channel: 0 });
  for (let day = 0; day < days; day += 1) {
    const from = start + day * DAY + BUSY.from;
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
    for (const act of DOINGS) if (random.below(3) === 0) add(when(), { act });
    if (roughness > 0 && random.below(8) === 0) add(when(), { act: 'fill', forMs: 2_000 + random.below(40_000) });
    if (day > 0 && random.below(10) === 0) {
      const service = random.pick(['partner-center', 'work365'] as const);
      add(from - DAY + BUSY.forMs, { act: 'outage', service, forMs: DAY - 60_000 });
    }
    for (let faults = random.below(1 + 2 * roughness); faults > 0; faults -= 1) addFault(random, count, when(), add);
  }
  if (roughness > 1 && random.below(4) === 0) rollOut(random, { count, start, days }, add);
  return {
    seed,
    replicas: count,
    days,
    quiet,
    before: 3,
    dozes: DOZES,
    start,
    zone,
    providers,
    acts: acts.sort((a, b) => a.at - b.at || a.n - b.n),
  };
}

/** What people do beside clicking on cards. */
const DOINGS = ['invite', 'create', 'review', 'ask'] as const;

/** Some of the replicas get a newer version, the others at the end. */
function rollOut(random: Random, of: { count: number; start: number; days: number }, add: Add): void {
  const at = of.start + random.below(of.days) * DAY + BUSY.from + random.next() * (BUSY.forMs - 30_000);
  for (let replica = 0; replica < of.count; replica += 1)
    if (random.below(2) === 0) add(at + random.next() * 20_000, { act: 'upgrade', replica, forMs: 1_000 });
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
  // Teams that asks everybody to come back later, again and again, until even the sender gives up.
  if (random.below(4) === 0) return { ...CALM, throttled: 0.85 + random.next() * 0.15, only: 'teams' };
  const some = (most: number): number => (random.below(2) === 0 ? 0 : random.next() * most);
  return { ...CALM, lost: some(0.15), unanswered: some(0.2), slow: some(0.4), throttled: some(0.25) };
}
