/** So many texts are remembered before all of them are forgotten. */
const MOST_KEPT = 32;

/** A pure reading of texts that does not read again what it has just read. */
export function lately<T>(read: (text: string) => T): (text: string) => T {
  const kept = new Map<string, { readonly value: T }>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known.value;
    const value = read(text);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(text, { value });
    return value;
  };
}
