/** More than people decide within the seconds in which that matters. */
const KEPT = 200;

/** The accounts that somebody decided about, the last ones only. */
export class DecidedLately {
  private readonly decided = new Set<string>();

  note(id: string): void {
    this.decided.delete(id);
    this.decided.add(id);
    for (const oldest of this.decided) {
      if (this.decided.size <= KEPT) return;
      this.decided.delete(oldest);
    }
  }

  /** The latest last. */
  ids(): string[] {
    return [...this.decided];
  }
}
