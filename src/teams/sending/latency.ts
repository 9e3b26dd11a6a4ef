/** From how long answers take: the latest moment at which Teams can have counted a request. */
export interface Latency {
  countedAt(startedAt: number, endedAt: number): number;
}

/**
 * Before so many answers over so long a time, the fastest one says little about how fast the network can be: answers
 * of one burst are all slow together.
 */
const ENOUGH = { answers: 100, overMs: 5_000 };

/** The way there and the way back are seldom at their fastest together: the more they vary, the less is taken for sure. */
const DOUBT = 0.25;
const NEWEST = 0.05;

/**
 * A request is counted somewhere between its start and its answer, and so will be the next one. What they have in
 * common, the fastest answer there is, cancels out; what is left is by how much this one was slower than that.
 * Counting only this excess keeps the rate full on a slow but steady network, and safe on an unsteady one.
 */
export function createLatency(): Latency {
  let fastest = Infinity;
  let usual: number | undefined;
  let answers = 0;
  let firstAt: number | undefined;
  return {
    countedAt(startedAt, endedAt) {
      const took = endedAt - startedAt;
      fastest = Math.min(fastest, took);
      usual = usual === undefined ? took : usual + NEWEST * (took - usual);
      answers += 1;
      firstAt ??= endedAt;
      const known = answers >= ENOUGH.answers && endedAt - firstAt >= ENOUGH.overMs;
      return known ? endedAt - Math.max(0, fastest - DOUBT * (usual - fastest)) : endedAt;
    },
  };
}
