import type { Follower } from '../register/follow';
import type { Log } from '../runtime/log';
import type { Timer } from '../teams/timer';
import type { Desk } from '../turn';

const AGAIN_AFTER_MS = 2_000;

/** The first reading of the store into memory. */
export interface Fill {
  /** Resolves when it is done; goes on trying while the store is away. */
  start(): Promise<void>;
  isDone(): boolean;
  /** A desk that answers only once memory is filled: before that, "not there" would mean nothing. */
  before(desk: Desk): Desk;
  cancel(): void;
}

/** `before` is done before the store is read, each time. */
export function fillAtStart(
  follower: Follower,
  timer: Timer,
  log: Log,
  before: () => Promise<void> = () => Promise.resolve(),
): Fill {
  let state: 'filling' | 'done' | 'cancelled' = 'filling';
  let resolve = (): void => undefined;
  const done = new Promise<void>((whenDone) => {
    resolve = whenDone;
  });

  async function attempt(): Promise<void> {
    try {
      await before();
      const documents = await follower.catchUp();
      state = 'done';
      log.info({ documents }, 'memory filled from the store');
      resolve();
    } catch (error) {
      log.warn({ error }, 'The store cannot be read yet; trying again');
      timer.after(AGAIN_AFTER_MS, () => {
        if (state === 'filling') void attempt();
      });
    }
  }

  return {
    async start() {
      void attempt();
      await done;
    },
    isDone: () => state === 'done',
    before: (desk) => ({
      ...desk,
      answer: async (turn) => {
        await done;
        return desk.answer(turn);
      },
    }),
    cancel() {
      if (state === 'filling') state = 'cancelled';
    },
  };
}
