import { createRandom } from '../../src/sandbox/random';
import type { Ground } from './ground';
import type { Replica } from './replica';

/** What came of asking: nobody answered in time, or what was answered. */
export type Asked<T> = { readonly asked: 'answered'; readonly answer: T } | { readonly asked: 'failed' | 'silence' };

/** The way in: Teams and the sources deliver to any replica that is up, and once more where nobody answers. */
export interface Front {
  ask<T>(what: string, work: (replica: Replica) => Promise<T>): Promise<Asked<T>>;
  /** A moment of the world. */
  pause(ms: number): Promise<void>;
}

const PATIENCE = 10_000;
const TRIES = 3;

export function createFront(ground: Ground, replicas: () => readonly Replica[]): Front {
  const { scheduler, lines, seed } = ground;
  const random = createRandom(`${seed} front`);

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      scheduler.after(scheduler.world, ms, resolve);
    });
  }

  function deliver<T>(replica: Replica, work: (replica: Replica) => Promise<T>): Promise<Asked<T>> {
    const isLost = random.next() < lines.weather.unanswered;
    return new Promise((resolve) => {
      const back = (what: Asked<T>): void => {
        if (isLost) return;
        scheduler.after(scheduler.world, 10 + random.next() * 60, () => {
          resolve(what);
        });
      };
      scheduler.after(scheduler.world, PATIENCE, () => {
        resolve({ asked: 'silence' });
      });
      scheduler.after(replica.owner, 10 + random.next() * 60, () => {
        work(replica).then(
          (answer) => {
            back({ asked: 'answered', answer });
          },
          (error: unknown) => {
            ground.tell(replica.name, `could not answer: ${String(error)}`);
            back({ asked: 'failed' });
          },
        );
      });
    });
  }

  return {
    pause,
    async ask<T>(what: string, work: (replica: Replica) => Promise<T>): Promise<Asked<T>> {
      let last: Asked<T> = { asked: 'silence' };
      for (let attempt = 1; attempt <= TRIES; attempt += 1) {
        const up = replicas().filter((replica) => replica.isReady());
        if (up.length === 0) {
          await pause(3_000);
          continue;
        }
        const replica = random.pick(up);
        if (attempt > 1) ground.tell('Teams', `delivers again to ${replica.name}: ${what}`);
        last = await deliver(replica, work);
        if (last.asked === 'silence') continue;
        // Teams does not always believe that it was answered.
        if (random.below(12) === 0) void deliver(random.pick(up), work);
        return last;
      }
      return last;
    },
  };
}
