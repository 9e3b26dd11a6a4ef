/**
 * A queue for each party that we talk to (a conversation, Work 365), of which a bounded amount is under way at a time.
 * Work that is started waits for Teams' limits with its card drawn and its post claimed, and gives up after a while, so
 * no more is started than can be sent by then. What waits is ids: what a document owes is read when its turn comes.
 */
export interface Queues<T> {
  /** Puts something at the end of a party's queue; what waits there already stays in its place. */
  add(party: string, id: string, what: T, urgency?: 'urgent'): void;
  /** The next one for a party that has room: first what is urgent; parties take turns. */
  take(): T | undefined;
  /** Starts work for a party, unless something of the same key is under way. */
  start(key: string, party: string, work: () => Promise<void>): boolean;
  /** Whether one more may be started for a party. */
  readonly hasRoom: (party: string) => boolean;
  /** Whether there is no room for anything. */
  isFull(): boolean;
  /** Whether anything is under way. */
  isBusy(): boolean;
  /**
   * Waits until something has ended, or somebody has called `wake`, since this was last waited for. Throws what made
   * the first one fail, when all of them have ended.
   */
  changed(): Promise<void>;
  /** Makes whoever waits look again. */
  readonly wake: () => void;
  /** Waits until all that is under way has ended. Throws what made the first one fail. */
  drain(): Promise<void>;
}

/**
 * - `all`: what a tenant takes in four seconds at its fifty a second, less than a stop waits for
 * - `party`: what a conversation takes in eight seconds at its two a second; a redraw leaves within ten or not at all
 * - `whenBusy`: the same once half of all room is taken. Conversations that stand at their own limit can then take all
 *   the room only if they are so many that together they use what the tenant may
 */
export interface Room {
  readonly all: number;
  readonly party: number;
  readonly whenBusy: number;
}

const ROOM: Room = { all: 200, party: 16, whenBusy: 4 };

export function createQueues<T>(room = ROOM): Queues<T> {
  const urgent = new Map<string, Map<string, T>>();
  const others = new Map<string, Map<string, T>>();
  const underWay = new Map<string, Promise<void>>();
  const load = new Map<string, number>();
  let failure: { readonly error: unknown } | undefined;
  let isChanged = false;
  let wakeUp = (): void => undefined;

  const isFull = (): boolean => underWay.size >= room.all;

  function hasRoom(party: string): boolean {
    const most = underWay.size * 2 < room.all ? room.party : room.whenBusy;
    return !isFull() && (load.get(party) ?? 0) < most;
  }

  function shift(party: string, by: 1 | -1): void {
    const left = (load.get(party) ?? 0) + by;
    if (left === 0) load.delete(party);
    else load.set(party, left);
  }

  function takeFrom(queues: Map<string, Map<string, T>>): T | undefined {
    for (const [party, queue] of queues) {
      if (!hasRoom(party)) continue;
      const [first] = queue;
      queues.delete(party);
      if (first === undefined) continue;
      const [id, what] = first;
      queue.delete(id);
      if (queue.size > 0) queues.set(party, queue);
      return what;
    }
    return undefined;
  }

  function wake(): void {
    isChanged = true;
    wakeUp();
  }

  async function drain(): Promise<void> {
    // Those that are still under way after a failure end by themselves; whoever comes next finds them in the store.
    await Promise.all(underWay.values());
    if (failure !== undefined) throw failure.error;
  }

  return {
    add(party, id, what, urgency) {
      const queues = urgency === 'urgent' ? urgent : others;
      const queue = queues.get(party) ?? new Map<string, T>();
      if (!queue.has(id)) queues.set(party, queue.set(id, what));
    },
    take: () => (isFull() ? undefined : (takeFrom(urgent) ?? takeFrom(others))),
    start(key, party, work) {
      if (underWay.has(key)) return false;
      shift(party, 1);
      const done = work()
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .finally(() => {
          shift(party, -1);
          underWay.delete(key);
          wake();
        });
      underWay.set(key, done);
      return true;
    },
    hasRoom,
    isFull,
    isBusy: () => underWay.size > 0,
    wake,
    async changed() {
      if (!isChanged) await new Promise<void>((resolve) => (wakeUp = resolve));
      isChanged = false;
      if (failure !== undefined) await drain();
    },
    drain,
  };
}
