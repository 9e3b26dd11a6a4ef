const FIRST = 0x811c9dc5;
const PRIME = 0x01000193;

/** A place of `size` (a power of two) for a feature; the same in every run. Salted, so that two rooms do not share it. */
export function featurePlace(text: string, size: number, salt = 0): number {
  return placeOfHash(fed(begun(salt), text), size);
}

/** The place of what several texts joined would be, which need not be joined for it. */
export function begun(salt: number): number {
  return FIRST ^ salt;
}

export function fed(hash: number, text: string): number {
  let next = hash;
  for (let at = 0; at < text.length; at += 1) next = Math.imul(next ^ text.charCodeAt(at), PRIME);
  return next;
}

export function placeOfHash(hash: number, size: number): number {
  let mixed = hash ^ (hash >>> 15);
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  mixed ^= mixed >>> 12;
  return (mixed >>> 0) & (size - 1);
}
