/** A store that commits together what comes together takes hardly longer for so many than for one. */
const AT_ONCE = 25;

/** Does a step for each, some at a time. What one step throws, this throws; those that are under way come to their end. */
export async function severalAtOnce<T>(all: readonly T[], step: (one: T) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < all.length; at += AT_ONCE) await Promise.all(all.slice(at, at + AT_ONCE).map(step));
}
