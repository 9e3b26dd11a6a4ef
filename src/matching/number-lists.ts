import type { Parts } from './parts';

const FIRST_ROWS = 64;
const NONE = -1;

/**
 * A short list of numbers from 0 for each row. The first `width` of a list lie side by side in one typed array, and only what
 * is longer has an array of its own.
 */
export class NumberLists {
  private cells: Int32Array;
  private longer = new Map<number, readonly number[]>();

  constructor(private readonly width: number) {
    this.cells = new Int32Array(FIRST_ROWS * width).fill(NONE);
  }

  get(row: number): readonly number[] {
    const found: number[] = [];
    const from = row * this.width;
    for (let at = from; at < from + this.width; at++) {
      const number = this.cells[at] ?? NONE;
      if (number === NONE) return found;
      found.push(number);
    }
    return this.longer.get(row) ?? found;
  }

  set(row: number, numbers: readonly number[]): void {
    const from = row * this.width;
    if (from + this.width > this.cells.length) this.grow(row);
    for (let at = 0; at < this.width; at++) this.cells[from + at] = numbers[at] ?? NONE;
    if (numbers.length > this.width) this.longer.set(row, [...numbers]);
    else this.longer.delete(row);
  }

  pass(parts: Parts): void {
    this.cells = parts.numbers(this.cells);
    const longer = [...this.longer];
    const kept = parts.plain(longer);
    if (kept !== longer) this.longer = new Map(kept);
  }

  private grow(row: number): void {
    const wider = new Int32Array(Math.ceil((row + 1) * 1.5) * this.width).fill(NONE);
    wider.set(this.cells);
    this.cells = wider;
  }
}
