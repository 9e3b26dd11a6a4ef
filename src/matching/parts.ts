/** A part that is kept as it lies in memory. */
export type Numbers = Int32Array | Float32Array;

/**
 * One way over everything that an index consists of, to write it down or to put back what was written. Each call is given
 * what is there, and gives what is to be there from then on: the same while it is written. So whoever names its parts has
 * them written and read in the same order.
 */
export interface Parts {
  numbers<T extends Numbers>(now: T): T;
  texts(now: (string | undefined)[]): (string | undefined)[];
  /** What JSON holds, and nobody changes afterwards. */
  plain<T>(now: T): T;
}
