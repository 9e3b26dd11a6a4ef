/**
 * Keeps a bounded amount of work under way for each party that we talk to: a conversation, Work 365. A conversation
 * takes about two messages a second at length; its lane holds what half a minute of that can use.
 */
export interface Lanes {
  /** Starts the work if each of its lanes has room and nothing of the same id is under way. */
  start(id: string, lanes: readonly string[], work: () => Promise<void>): boolean;
  busy(): boolean;
  /** Whether something was turned away for want of room since the last call. */
  turnedAway(): boolean;
  /** Waits until half, or all, of what is under way has ended. Throws what made the first one fail. */
  drain(how: 'half' | 'all'): Promise<void>;
}

const ROOM = 60;
/** Work that talks to nobody, for example moving old decisions out. */
const NOBODY = '';

export function createLanes(room = ROOM): Lanes {
  const load = new Map<string, number>();
  const underWay = new Map<string, Promise<void>>();
  let full = false;
  let failure: { readonly error: unknown } | undefined;
  let wake: (() => void) | undefined;

  function shift(lanes: readonly string[], by: 1 | -1): void {
    for (const lane of lanes) load.set(lane, (load.get(lane) ?? 0) + by);
  }

  return {
    start(id, wanted, work) {
      const lanes = wanted.length === 0 ? [NOBODY] : [...new Set(wanted)];
      if (underWay.has(id)) return false;
      if (lanes.some((lane) => (load.get(lane) ?? 0) >= room)) {
        full = true;
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
    turnedAway() {
      const was = full;
      full = false;
      return was;
    },
    async drain(how) {
      const until = how === 'all' ? 0 : Math.floor(underWay.size / 2);
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
