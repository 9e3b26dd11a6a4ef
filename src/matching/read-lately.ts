import { LRUCache } from 'lru-cache';

const MOST_KEPT = 32;

/** A pure reading of texts that does not read again what it has just read. */
export function lately<T>(read: (text: string) => T): (text: string) => T {
  const kept = new LRUCache<string, { readonly value: T }>({ max: MOST_KEPT });
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known.value;
    const value = read(text);
    kept.set(text, { value });
    return value;
  };
}
