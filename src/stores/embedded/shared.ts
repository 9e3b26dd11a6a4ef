/**
 * What may be open only once in a process: the first who asks opens it, the last who is done closes it, and whoever asks
 * while it is being closed waits for that.
 */
export interface Shared<T> {
  take(key: string, open: () => Promise<T>): Promise<SharedHold<T>>;
}

export interface SharedHold<T> {
  readonly value: T;
  /** To be called once. Closes it when nobody else has it. */
  release(): Promise<void>;
}

interface Held<T> {
  readonly value: Promise<T>;
  users: number;
}

export function createShared<T>(close: (value: T) => Promise<void>): Shared<T> {
  const held = new Map<string, Held<T>>();
  const closing = new Map<string, Promise<void>>();

  async function release(key: string, one: Held<T>): Promise<void> {
    one.users -= 1;
    if (one.users > 0) return;
    held.delete(key);
    const closed = one.value.then(close).finally(() => closing.delete(key));
    closing.set(
      key,
      closed.catch(() => undefined),
    );
    await closed;
  }

  return {
    async take(key, open) {
      await closing.get(key);
      const one = held.get(key) ?? { value: open(), users: 0 };
      held.set(key, one);
      one.users += 1;
      try {
        return { value: await one.value, release: () => release(key, one) };
      } catch (error) {
        if (held.get(key) === one) held.delete(key);
        throw error;
      }
    },
  };
}
