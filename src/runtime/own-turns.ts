/** Lets everything else that waits have its turn first. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/**
 * Gives each piece of work a turn of the event loop of its own, in which it begins. Many that are asked for at once would
 * else be worked off in one go, and whoever asks meanwhile would wait for all of them.
 */
export function createOwnTurns(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(giveWay);
    return last;
  };
}
