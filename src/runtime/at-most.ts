/** For a cache that keeps so many and grows with what it keeps; `max` would make room for all of them at the start. */
export function atMost(most: number) {
  return { maxSize: most, sizeCalculation: () => 1 };
}
