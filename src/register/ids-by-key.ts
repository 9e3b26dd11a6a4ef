/** Ids by a key. Nearly every key has one, which needs no set of its own. */
export class IdsByKey {
  private readonly found = new Map<string, string | Set<string>>();

  add(key: string, id: string): void {
    const known = this.found.get(key);
    if (known === undefined) this.found.set(key, id);
    else if (typeof known !== 'string') known.add(id);
    else if (known !== id) this.found.set(key, new Set([known, id]));
  }

  delete(key: string, id: string): void {
    const known = this.found.get(key);
    if (known === id) this.found.delete(key);
    else if (known instanceof Set && known.delete(id) && known.size === 0) this.found.delete(key);
  }

  of(key: string): Iterable<string> {
    const known = this.found.get(key);
    return typeof known === 'string' ? [known] : (known ?? []);
  }
}
