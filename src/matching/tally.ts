/** Scratch space of one index: a score per row, zero between calls. */
export class Tally {
  private scores = new Float32Array(1024);
  private touched = new Int32Array(1024);
  private count = 0;

  fit(limit: number): void {
    if (limit <= this.scores.length) return;
    const size = Math.ceil(limit * 1.25);
    this.scores = new Float32Array(size);
    this.touched = new Int32Array(size);
  }

  add(list: Int32Array, weight: number): void {
    const { scores, touched } = this;
    let { count } = this;
    for (let i = 0; i < list.length; i++) {
      const row = list[i] ?? 0;
      const before = scores[row] ?? 0;
      if (before === 0) touched[count++] = row;
      scores[row] = before + weight;
    }
    this.count = count;
  }

  /** Only rows that have a score already. */
  addKnown(list: Int32Array, weight: number): void {
    const { scores } = this;
    for (let i = 0; i < list.length; i++) {
      const row = list[i] ?? 0;
      const before = scores[row] ?? 0;
      if (before !== 0) scores[row] = before + weight;
    }
  }

  /** The best rows by score times their scale, and back to zero. */
  best(count: number, scale: Float32Array): number[] {
    const { scores, touched } = this;
    const rows: number[] = [];
    const values: number[] = [];
    let least = 0;
    for (let t = 0; t < this.count; t++) {
      const row = touched[t] ?? 0;
      const value = (scores[row] ?? 0) * (scale[row] ?? 0);
      scores[row] = 0;
      if (value <= least) continue;
      let at = Math.min(rows.length, count - 1);
      while (at > 0 && (values[at - 1] ?? 0) < value) {
        rows[at] = rows[at - 1] ?? 0;
        values[at] = values[at - 1] ?? 0;
        at--;
      }
      rows[at] = row;
      values[at] = value;
      if (rows.length === count) least = values[count - 1] ?? 0;
    }
    this.count = 0;
    return rows;
  }
}
