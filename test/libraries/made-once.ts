/** Made once a process, which runs many test files (`environment.cjs`); outside tests, each time. */
export function madeOnce<T>(name: string, make: () => T): T {
  const { madeOnce: keep } = globalThis as { madeOnce?: (name: string, make: () => T) => T };
  return keep === undefined ? make() : keep(name, make);
}
