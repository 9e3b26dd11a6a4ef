const REMEMBERED = 64;

/** What the last names were found to be: one question looks the same name up several times. */
export class Lately<T> {
  private readonly found = new Map<string, T>();

  /** As it was found lately, or as `find` finds it now. */
  of(name: string, find: (name: string) => T): T {
    const known = this.found.get(name);
    if (known !== undefined) return known;
    const result = find(name);
    this.found.set(name, result);
    for (const oldest of this.found.keys()) {
      if (this.found.size <= REMEMBERED) break;
      this.found.delete(oldest);
    }
    return result;
  }

  /** Something changed, so anything may be found anew. */
  forget(): void {
    if (this.found.size > 0) this.found.clear();
  }
}
