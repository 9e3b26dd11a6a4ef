/** What waits for room in a lane: ids of documents, in the order in which they came. */
export interface WaitingList {
  /**
   * False when there is no place, or was none for an earlier one of the same lane: then it must be found again, and
   * nothing that came later may take its place before `reopen`.
   */
  put(lane: string, id: string): boolean;
  /** The one that has waited longest for a lane that has room now; lanes take turns. */
  take(hasRoom: (lane: string) => boolean): string | undefined;
  /** From here on everything comes once more, the first ones first. */
  reopen(): void;
  isEmpty(): boolean;
}

/**
 * - `lane`: what a conversation takes in a hundred seconds, so that it is kept busy until its next documents are found
 * - `all`: fifty such conversations, twice what a tenant may take; ids only, so that it costs a megabyte or two
 */
const PLACES = { lane: 200, all: 10_000 };

/**
 * Documents that found no room with those whom they make us talk to, so that they are not looked for in the store again
 * and again. Only ids are kept: what a document owes is read when its turn comes.
 */
export function createWaitingList(places = PLACES): WaitingList {
  const lanes = new Map<string, Set<string>>();
  const closed = new Set<string>();
  let size = 0;

  return {
    put(lane, id) {
      const queue = lanes.get(lane) ?? new Set<string>();
      if (queue.has(id)) return true;
      if (closed.has(lane) || size >= places.all || queue.size >= places.lane) {
        closed.add(lane);
        return false;
      }
      lanes.set(lane, queue.add(id));
      size += 1;
      return true;
    },
    take(hasRoom) {
      for (const [lane, queue] of lanes) {
        if (!hasRoom(lane)) continue;
        const [id] = queue;
        if (id === undefined) continue;
        queue.delete(id);
        size -= 1;
        lanes.delete(lane);
        if (queue.size > 0) lanes.set(lane, queue);
        return id;
      }
      return undefined;
    },
    reopen() {
      closed.clear();
    },
    isEmpty: () => size === 0,
  };
}
