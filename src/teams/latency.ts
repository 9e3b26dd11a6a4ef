/** From how long answers take: the latest moment at which Teams can have counted a request. */
export interface Latency {
  countedAt(startedAt: number, endedAt: number): number;
}

/** Before this many answers the fastest one says little about how fast the network can be. */
const ENOUGH = 20;
const EPOCH_MS = 60_000;

/**
 * A request is counted somewhere between its start and its answer, and so will be the next one. What they have in
 * common, the fastest answer there is, cancels out; what is left is by how much this one was slower than that.
 * Counting only this excess keeps the rate full on a slow but steady network, and safe on an unsteady one.
 */
export function createLatency(): Latency {
  let floor = Infinity;
  let floorBefore = Infinity;
  let epochEnds = -Infinity;
  let seen = 0;
  return {
    countedAt(startedAt, endedAt) {
      const took = endedAt - startedAt;
      if (endedAt >= epochEnds) {
        floorBefore = floor;
        floor = took;
        epochEnds = endedAt + EPOCH_MS;
      }
      floor = Math.min(floor, took);
      seen += 1;
      return seen < ENOUGH ? endedAt : endedAt - Math.min(floor, floorBefore);
    },
  };
}
