/** Watches the event loop from now on; the function that comes back ends it and gives the longest pause in milliseconds. */
export function watchLoop(): () => number {
  let longest = 0;
  let last = performance.now();
  let running = true;
  const tick = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (running) setImmediate(tick);
  };
  tick();
  return () => {
    running = false;
    return longest;
  };
}
