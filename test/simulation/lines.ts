import { createRandom } from '../../src/sandbox/random';
import type { Owner, Scheduler } from './scheduler';

export const SERVICES = ['store', 'teams', 'partner-center', 'work365'] as const;
export type Service = (typeof SERVICES)[number];
export type Source = Exclude<Service, 'store' | 'teams'>;

/** How often something goes wrong on the way, each from 0 to 1. */
export interface Weather {
  /** The request does not arrive. */
  readonly lost: number;
  /** It arrives and is done, and the answer does not come back. */
  readonly unanswered: number;
  /** It takes seconds. */
  readonly slow: number;
  /** The service asks to come back later, and does nothing. */
  readonly throttled: number;
  /** It is bad at this one alone. */
  readonly only?: Service;
}

export const CALM: Weather = { lost: 0, unanswered: 0, slow: 0, throttled: 0 };

/**
 * - `not-sent`: it never left, or never arrived, and whoever sent it knows
 * - `no-answer`: it may have arrived
 */
export type Reached<T> =
  | { readonly reached: 'yes'; readonly value: T }
  | { readonly reached: 'not-sent' | 'no-answer' }
  | { readonly reached: 'throttled'; readonly retryAfterMs: number };

/** What lies between the replicas and the services: everything that is said takes time here, and may be lost. */
export interface Lines {
  weather: Weather;
  cut(owner: Owner, service: Service): void;
  mend(owner: Owner, service: Service): void;
  /** It is away for everybody, or there again. */
  away(service: Service, isAway: boolean): void;
  /** Everything goes through again. */
  heal(): void;
  isCut(owner: Owner, service: Service): boolean;
  /** Lets something happen to a replica right after the `nth` deed of a service for it, before the answer is on its way. */
  trip(who: string, service: Service, nth: number, then: Trip): void;
  /** Asks a service to do something; `done` is called at the moment at which it does. A `deed` changes something there. */
  call<T>(owner: Owner, service: Service, done: () => T, deed?: 'deed'): Promise<Reached<T>>;
}

/** True where the answer is lost. */
type Trip = (owner: Owner) => boolean;

const TIMEOUT = 10_000;

export function createLines(seed: string, scheduler: Scheduler): Lines {
  const random = createRandom(`${seed} lines`);
  const cuts = new Map<Owner, Set<Service>>();
  const gone = new Set<Service>();
  let trips: { readonly who: string; readonly service: Service; left: number; readonly then: Trip }[] = [];
  const happens = (chance: number): boolean => chance > 0 && random.next() < chance;

  const lines: Lines = {
    weather: CALM,
    cut(owner, service) {
      cuts.set(owner, (cuts.get(owner) ?? new Set()).add(service));
    },
    mend(owner, service) {
      cuts.get(owner)?.delete(service);
    },
    away(service, isAway) {
      if (isAway) gone.add(service);
      else gone.delete(service);
    },
    heal() {
      cuts.clear();
      gone.clear();
      lines.weather = CALM;
      trips = [];
    },
    trip(who, service, nth, then) {
      trips.push({ who, service, left: nth, then });
    },
    isCut: (owner, service) => gone.has(service) || cuts.get(owner)?.has(service) === true,
    call<T>(owner: Owner, service: Service, done: () => T, deed?: 'deed'): Promise<Reached<T>> {
      const trip =
        deed === undefined ? undefined : trips.find((one) => one.service === service && owner.name.startsWith(one.who));
      const weather = (lines.weather.only ?? service) === service ? lines.weather : CALM;
      const quick = service === 'store' ? 1 + random.next() * 8 : 15 + random.next() * 90;
      const way = (): number => (happens(weather.slow) ? quick + random.next() * 4_000 : quick);
      const [there, back] = [way(), way()];
      const fate = happens(weather.lost) ? 'lost' : happens(weather.throttled) ? 'throttled' : 'arrives';
      const isUnanswered = happens(weather.unanswered);
      return new Promise((resolve, reject) => {
        const answer = (afterMs: number, what: Reached<T>): void => {
          scheduler.after(owner, afterMs, () => {
            // Cut off while the answer was on its way: nobody knows how it ended.
            if (what.reached === 'yes' && lines.isCut(owner, service)) resolve({ reached: 'no-answer' });
            else resolve(what);
          });
        };
        if (lines.isCut(owner, service)) {
          answer(500 * random.next(), { reached: 'not-sent' });
          return;
        }
        if (fate === 'throttled') {
          answer(back, { reached: 'throttled', retryAfterMs: 500 + Math.floor(random.next() * 4_000) });
          return;
        }
        // Where nothing is amiss, mostly one step for both ways: what matters is when it is done. What changes something at
        // another service has left, and is done also where whoever sent it sleeps meanwhile.
        const isOneStep = random.next() < 0.9 && (deed === undefined || service === 'store');
        if (weather === CALM && trip === undefined && isOneStep) {
          scheduler.after(owner, there + back, () => {
            if (lines.isCut(owner, service)) resolve({ reached: 'no-answer' });
            else settle(resolve, reject, done);
          });
          return;
        }
        // On its way it belongs to nobody: whoever sent it may die meanwhile.
        scheduler.after(scheduler.world, there, () => {
          if (fate === 'lost' || lines.isCut(owner, service)) {
            answer(TIMEOUT, { reached: 'no-answer' });
            return;
          }
          try {
            const value = done();
            const isLost = trip !== undefined && (trip.left -= 1) === 0 && trip.then(owner);
            if (trip?.left === 0) trips = trips.filter((one) => one !== trip);
            if (isUnanswered || isLost) answer(TIMEOUT, { reached: 'no-answer' });
            else answer(back, { reached: 'yes', value });
          } catch (error) {
            scheduler.after(owner, back, () => {
              reject(error instanceof Error ? error : new Error(String(error)));
            });
          }
        });
      });
    },
  };
  return lines;
}

function settle<T>(resolve: (reached: Reached<T>) => void, reject: (error: Error) => void, done: () => T): void {
  try {
    resolve({ reached: 'yes', value: done() });
  } catch (error) {
    reject(error instanceof Error ? error : new Error(String(error)));
  }
}
