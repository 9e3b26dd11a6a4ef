/**
 * Lets one request go on in each round of the event loop, in their order. What a request costs before it waits for
 * anything (its token, its activity, its turn) is a few milliseconds: forty that arrive together would hold up everybody
 * else for all of theirs.
 */
export function createOneARound(): () => Promise<void> {
  const waiting: (() => void)[] = [];

  function next(): void {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  }

  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(next);
    });
}
