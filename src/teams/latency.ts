/** From how long answers take: the latest moment at which Teams can have counted a request. */
export interface Latency {
  countedAt(startedAt: number, endedAt: number): number;
}

/**
 * Before so many answers over so long a time, the fastest one says little about how fast the network can be: answers
 * of one burst are all slow together.
 */
const ENOUGH = { answers: 100, overMs: 5_000 };

/**
 * A request is counted somewhere between its start and its answer, and so will be the next one. What they have in
 * common, the fastest answer there is, cancels out; what is left is by how much this one was slower than that.
 * Counting only this excess keeps the rate full on a slow but steady network, and safe on an unsteady one.
 */
export function createLatency(): Latency {
  let fastest = Infinity;
  let answers = 0;
  let firstAt: number | undefined;
  return {
    countedAt(startedAt, endedAt) {
      fastest = Math.min(fastest, endedAt - startedAt);
      answers += 1;
      firstAt ??= endedAt;
      const known = answers >= ENOUGH.answers && endedAt - firstAt >= ENOUGH.overMs;
      return known ? endedAt - fastest : endedAt;
    },
  };
}
