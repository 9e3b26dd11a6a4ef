/**
 * Keeps a bounded amount of work under way, in all and for each party that we talk to: a conversation, Work 365. Work
 * that is started waits for Teams' limits with its card drawn and its post claimed, and gives up after a while, so no
 * more is started than can be sent by then.
 */
export interface Lanes {
  /** Starts the work if there is room, also in each of its lanes, and nothing of the same id is under way. */
  start(id: string, lanes: readonly string[], work: () => Promise<void>): boolean;
  busy(): boolean;
  /** Whether there is no room for anything. */
  full(): boolean;
  /** Whether something was turned away for want of room since the last call. */
  turnedAway(): boolean;
  /** Waits until one, half or all of what is under way has ended. Throws what made the first one fail. */
  drain(how: 'one' | 'half' | 'all'): Promise<void>;
}

/**
 * - `all`: what a tenant takes in four seconds at its fifty a second, less than a stop waits for
 * - `lane`: what a conversation takes in half a minute
 * - `busyLane`: the same once half of all room is taken. Conversations that stand at their own limit, two messages a
 *   second, can then take all the room only if they are so many that together they use what the tenant may
 */
export interface Room {
  readonly all: number;
  readonly lane: number;
  readonly busyLane: number;
}

const ROOM: Room = { all: 200, lane: 60, busyLane: 4 };
/** Work that talks to nobody, for example moving old decisions out. */
const NOBODY = '';

export function createLanes(room = ROOM): Lanes {
  const load = new Map<string, number>();
  const underWay = new Map<string, Promise<void>>();
  let turnedAway = false;
  let failure: { readonly error: unknown } | undefined;
  let wake: (() => void) | undefined;

  function shift(lanes: readonly string[], by: 1 | -1): void {
    for (const lane of lanes) {
      const left = (load.get(lane) ?? 0) + by;
      if (left === 0) load.delete(lane);
      else load.set(lane, left);
    }
  }

  function isFull(): boolean {
    return underWay.size >= room.all;
  }

  function hasRoom(lanes: readonly string[]): boolean {
    const each = underWay.size * 2 < room.all ? room.lane : room.busyLane;
    return !isFull() && lanes.every((lane) => (load.get(lane) ?? 0) < each);
  }

  return {
    start(id, wanted, work) {
      const lanes = wanted.length === 0 ? [NOBODY] : [...new Set(wanted)];
      if (underWay.has(id)) return false;
      if (!hasRoom(lanes)) {
        turnedAway = true;
        return false;
      }
      shift(lanes, 1);
      const done = work()
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .finally(() => {
          shift(lanes, -1);
          underWay.delete(id);
          wake?.();
        });
      underWay.set(id, done);
      return true;
    },
    busy: () => underWay.size > 0,
    full: isFull,
    turnedAway() {
      const was = turnedAway;
      turnedAway = false;
      return was;
    },
    async drain(how) {
      const { size } = underWay;
      const until = { one: size - 1, half: Math.floor(size / 2), all: 0 }[how];
      while (underWay.size > until) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      wake = undefined;
      if (failure !== undefined) {
        // Those that are still under way end by themselves; whoever comes next finds them in the store.
        await Promise.all(underWay.values());
        throw failure.error;
      }
    },
  };
}
