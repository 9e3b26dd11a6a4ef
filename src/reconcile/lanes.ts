/**
 * Keeps a bounded amount of work under way, in all and for each party that we talk to: a conversation, Work 365. Work
 * that is started waits for Teams' limits with its card drawn and its post claimed, and gives up after a while, so no
 * more is started than can be sent by then.
 */
export interface Lanes {
  /** Starts the work if there is room in all and in its lane, and nothing of the same key is under way. */
  start(key: string, lane: string, work: () => Promise<void>): boolean;
  isUnderWay(key: string): boolean;
  /** Whether one more may be started for a party. */
  hasRoom(lane: string): boolean;
  busy(): boolean;
  /** Whether there is no room for anything. */
  full(): boolean;
  /**
   * Waits until something has ended, or somebody has called `wake`, since this was last waited for. Throws what made
   * the first one fail, when all of them have ended.
   */
  changed(): Promise<void>;
  /** Makes whoever waits look again. */
  wake(): void;
  /** Waits until all that is under way has ended. Throws what made the first one fail. */
  drain(): Promise<void>;
}

/**
 * - `all`: what a tenant takes in four seconds at its fifty a second, less than a stop waits for
 * - `lane`: what a conversation takes in eight seconds at its two a second; a redraw leaves within ten or not at all
 * - `busyLane`: the same once half of all room is taken. Conversations that stand at their own limit can then take all
 *   the room only if they are so many that together they use what the tenant may
 */
export interface Room {
  readonly all: number;
  readonly lane: number;
  readonly busyLane: number;
}

const ROOM: Room = { all: 200, lane: 16, busyLane: 4 };

export function createLanes(room = ROOM): Lanes {
  const load = new Map<string, number>();
  const underWay = new Map<string, Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  let isChanged = false;
  let wakeUp: (() => void) | undefined;

  function shift(lane: string, by: 1 | -1): void {
    const left = (load.get(lane) ?? 0) + by;
    if (left === 0) load.delete(lane);
    else load.set(lane, left);
  }

  function isFull(): boolean {
    return underWay.size >= room.all;
  }

  function hasRoom(lane: string): boolean {
    const each = underWay.size * 2 < room.all ? room.lane : room.busyLane;
    return !isFull() && (load.get(lane) ?? 0) < each;
  }

  function wake(): void {
    isChanged = true;
    wakeUp?.();
  }

  async function drain(): Promise<void> {
    // Those that are still under way after a failure end by themselves; whoever comes next finds them in the store.
    await Promise.all(underWay.values());
    if (failure !== undefined) throw failure.error;
  }

  return {
    start(key, lane, work) {
      if (underWay.has(key) || !hasRoom(lane)) return false;
      shift(lane, 1);
      const done = work()
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .finally(() => {
          shift(lane, -1);
          underWay.delete(key);
          wake();
        });
      underWay.set(key, done);
      return true;
    },
    isUnderWay: (key) => underWay.has(key),
    hasRoom,
    busy: () => underWay.size > 0,
    full: isFull,
    wake,
    async changed() {
      if (!isChanged) {
        await new Promise<void>((resolve) => {
          wakeUp = resolve;
        });
        wakeUp = undefined;
      }
      isChanged = false;
      if (failure !== undefined) await drain();
    },
    drain,
  };
}
