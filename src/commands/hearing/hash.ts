import { FNV_BEGINS, fnv } from '../../domain/fnv';

/** A place of `size` (a power of two) for a feature; the same in every run. Salted, so that two rooms do not share it. */
export function featurePlace(text: string, size: number, salt = 0): number {
  return placeOfHash(fed(begun(salt), text), size);
}

/** The place of what several texts joined would be, which need not be joined for it. */
export function begun(salt: number): number {
  return FNV_BEGINS ^ salt;
}

export function fed(hash: number, text: string): number {
  return fnv(text, hash);
}

export function placeOfHash(hash: number, size: number): number {
  let mixed = hash ^ (hash >>> 15);
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  mixed ^= mixed >>> 12;
  return (mixed >>> 0) & (size - 1);
}
