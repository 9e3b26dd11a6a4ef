const FIRST = 0x811c9dc5;
const PRIME = 0x01000193;

/** A place of `size` (a power of two) for a feature; the same in every run. Salted, so that two rooms do not share it. */
export function placeOf(text: string, size: number, salt = 0): number {
  let hash = FIRST ^ salt;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 12;
  return (hash >>> 0) & (size - 1);
}
