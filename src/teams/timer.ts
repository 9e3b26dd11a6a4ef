/** Time that only moves forward, and something to do later. Passed in, so that tests can turn it. */
export interface Timer {
  /** Milliseconds since some fixed moment; never jumps when the wall clock is set. */
  now(): number;
  /** Runs `run` once after `ms` milliseconds, unless the returned function is called first. */
  after(ms: number, run: () => void): () => void;
}

/** The longest delay that Node's timers take without firing at once. */
const LONGEST_DELAY = 2 ** 31 - 1;

export const systemTimer: Timer = {
  now: () => performance.now(),
  after(ms, run) {
    const handle = setTimeout(run, Math.min(Math.max(0, ms), LONGEST_DELAY));
    return () => {
      clearTimeout(handle);
    };
  },
};

export function sleep(timer: Timer, ms: number): Promise<void> {
  return new Promise((resolve) => {
    timer.after(ms, resolve);
  });
}

/** What the work gives, or `otherwise()` once `ms` have passed; the work itself goes on. */
export async function within<T>(timer: Timer, ms: number, work: Promise<T>, otherwise: () => T): Promise<T> {
  let cancel = (): void => undefined;
  const late = new Promise<'late'>((resolve) => {
    cancel = timer.after(ms, () => {
      resolve('late');
    });
  });
  const first = await Promise.race([work.then((value) => ({ value })), late]).finally(() => {
    cancel();
  });
  return first === 'late' ? otherwise() : first.value;
}
