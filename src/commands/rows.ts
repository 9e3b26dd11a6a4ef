import type { Element } from './frame';
import type { Prices, Sentence } from './sentence';
import { MOST } from './weights';

/**
 * The search for the cheapest reading, one row for each element of a frame: cell `at` of row `done` is the least cost
 * of reading the tokens before `at` as the first `done` elements. Rows depend only on the elements before them, so
 * frames that begin alike share them. Work grows with tokens times elements times the longest name, never faster.
 */
export class SearchRows {
  private readonly rows: number[][] = [];
  private readonly width: number;

  constructor(
    private readonly sentence: Sentence,
    private readonly prices: Prices,
  ) {
    this.width = sentence.size + 1;
    this.leaveOut(this.clean(0, prices.skip));
  }

  /** Fills the row after `done` elements from the row before it; false when nothing can be read so. */
  advance(done: number, element: Element): boolean {
    const from = this.rows[done - 1] ?? [];
    const row = this.clean(done, element.optional ? from : undefined);
    if (element.kind === 'concept') {
      for (const { start, end, kinds, cost } of this.sentence.arcs)
        if (kinds.meets(element.concepts)) relax(row, end, (from[start] ?? Infinity) + cost);
    } else if (element.slot === 'REST') takeRest(from, row);
    else for (const { start, end, cost } of this.sentence.nameSpans) relax(row, end, (from[start] ?? Infinity) + cost);
    return this.leaveOut(row);
  }

  /** The least cost of a reading that ends after `done` elements. */
  finish(done: number): number {
    return this.last(done).cost;
  }

  /** Where that reading ends, and all that follows is skipped. */
  last(done: number): { readonly cost: number; readonly at: number } {
    const row = this.rows[done] ?? [];
    const { skip } = this.prices;
    const all = skip[this.width - 1] ?? 0;
    let least = Infinity;
    let end = -1;
    for (const at of this.sentence.boundaries) {
      const cost = (row[at] ?? Infinity) + all - (skip[at] ?? 0);
      if (cost >= least) continue;
      least = cost;
      end = at;
    }
    return { cost: least, at: end };
  }

  /**
   * The token from which `at` of row `done` was reached, and whether the element was taken on the way. Of several the
   * earliest token counts.
   */
  before(done: number, at: number, element: Element): { readonly at: number; readonly took: boolean } {
    const cost = this.rows[done]?.[at] ?? Infinity;
    for (let start = 0; start < at; start += 1) {
      if (this.takes(done, start, at, element, cost)) return { at: start, took: true };
      if (this.leaves(done, start, at, cost)) return { at: start, took: false };
    }
    return { at, took: true };
  }

  private takes(done: number, start: number, end: number, element: Element, cost: number): boolean {
    const before = this.rows[done - 1]?.[start] ?? Infinity;
    if (before === Infinity) return false;
    if (element.kind === 'slot')
      return before + (element.slot === 'REST' ? restCost(end - start) : this.sentence.name(start, end)) === cost;
    return this.sentence.arcs.some(
      (arc) =>
        arc.start === start && arc.end === end && arc.kinds.meets(element.concepts) && before + arc.cost === cost,
    );
  }

  private leaves(done: number, start: number, end: number, cost: number): boolean {
    const before = this.rows[done]?.[start] ?? Infinity;
    if (before === Infinity) return false;
    const { outside, passes, skip, between } = this.prices;
    if (end === start + 1 && before + (outside[start] ?? 0) === cost) return true;
    if (between && before + (skip[end] ?? Infinity) - (skip[start] ?? Infinity) === cost) return true;
    return passes.some((pass) => pass.start === start && pass.end === end && before + pass.cost === cost);
  }

  /** The row, filled as the other one or with nothing. */
  private clean(done: number, like: readonly number[] | undefined): number[] {
    const row = this.rows[done];
    if (!row) return (this.rows[done] = (like ?? NOWHERE).slice(0, this.width));
    for (let at = 0; at < this.width; at += 1) row[at] = like?.[at] ?? Infinity;
    return row;
  }

  /** Words between and after the elements. False when the row is empty. */
  private leaveOut(row: number[]): boolean {
    const { outside, passes, skip, between } = this.prices;
    let next = 0;
    let reached = false;
    let clause = -1;
    for (let at = 0; at < this.width; at += 1) {
      // What was left out since the last clause began may be cheaper as a whole.
      const limit = skip[at] ?? Infinity;
      if (between && limit < Infinity) {
        if (clause >= 0) relax(row, at, (row[clause] ?? Infinity) + limit - (skip[clause] ?? 0));
        clause = at;
      }
      const cost = row[at] ?? Infinity;
      const open = cost < MOST;
      if (open) {
        reached = true;
        relax(row, at + 1, cost + (outside[at] ?? 0));
      } else row[at] = Infinity;
      for (let pass = passes[next]; pass?.start === at; pass = passes[next]) {
        if (open) relax(row, pass.end, cost + pass.cost);
        next += 1;
      }
    }
    return reached;
  }
}

/** Longer than any row. */
const NOWHERE: readonly number[] = Array.from({ length: 256 }, () => Infinity);

function relax(row: number[], at: number, cost: number): void {
  if (cost < (row[at] ?? 0)) row[at] = cost;
}

function takeRest(from: readonly number[], row: number[]): void {
  for (let start = 0; start < from.length; start += 1) {
    const cost = from[start] ?? Infinity;
    if (cost === Infinity) continue;
    for (let end = start + 1; end < from.length; end += 1) relax(row, end, cost + restCost(end - start));
  }
}

function restCost(length: number): number {
  return 0.02 * length;
}
