import { seeded } from './random';

/** Gradient boosting for choices: within a group at most one row is right, and "none of them" is always one of the options. */
export interface Choices {
  /** Row-major, `columns` wide. */
  readonly x: Float64Array;
  readonly columns: number;
  /** First row of each group, and one past the last row. */
  readonly starts: Int32Array;
  /** The right row of each group, or -1. */
  readonly truth: Int32Array;
  /** Score of each row before the first tree. */
  readonly offset: Float64Array;
}

export interface BoostingOptions {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  readonly lambda: number;
  readonly leastHessian: number;
  readonly columnShare: number;
  readonly groupShare: number;
  readonly seed: number;
  /** Only so many columns, from the first, are drawn; default all. One that says nothing takes the place of another. */
  readonly columns?: number;
  /** Columns that may only raise (1) or lower (-1) the score as they grow. */
  readonly direction?: ReadonlyMap<number, 1 | -1>;
}

interface Leaf {
  readonly rows: Int32Array;
  readonly node: number;
  readonly g: number;
  readonly h: number;
  readonly sums: Float64Array;
  readonly split: Split | undefined;
}

interface Split {
  readonly gain: number;
  readonly column: number;
  readonly bin: number;
}

const BINS = 64;
/** Rows with less are left out of a tree, after the first rounds. */
const LEAST_CHANCE = 5e-4;
const ROUNDS_WITH_ALL = 10;

/** Returns the trees as text lines in the format of `parseTrees`. */
export function boost(data: Choices, groups: readonly number[], options: BoostingOptions): string[] {
  const random = seeded(options.seed);
  const { edges, bins } = binned(data);
  const rows = data.x.length / data.columns;
  const score = data.offset.slice();
  const gradient = new Float64Array(rows);
  const hessian = new Float64Array(rows);
  const lines: string[] = [];
  for (let t = 0; t < options.trees; t++) {
    const active: number[] = [];
    for (const group of groups) {
      const from = data.starts[group]!;
      const to = data.starts[group + 1]!;
      const truth = data.truth[group]!;
      let total = 1;
      for (let r = from; r < to; r++) total += Math.exp(score[r]!);
      const drawn = random() < options.groupShare;
      for (let r = from; r < to; r++) {
        const p = Math.exp(score[r]!) / total;
        gradient[r] = p - (r === truth ? 1 : 0);
        hessian[r] = Math.max(p * (1 - p), 1e-6);
        // Rows that cannot win any more teach nothing in this round.
        if (drawn && (t < ROUNDS_WITH_ALL || r === truth || p > LEAST_CHANCE)) active.push(r);
      }
    }
    const columns: number[] = [];
    const drawable = options.columns ?? data.columns;
    for (let c = 0; c < drawable; c++) if (random() < options.columnShare) columns.push(c);
    const tree = grow({ bins, total: rows, edges, gradient, hessian, columns, options }, Int32Array.from(active));
    for (const group of groups) {
      for (let r = data.starts[group]!; r < data.starts[group + 1]!; r++) {
        let node = 0;
        while (tree.left[node] !== 0)
          node = bins[tree.column[node]! * rows + r]! <= tree.bin[node]! ? tree.left[node]! : tree.right[node]!;
        score[r] = score[r]! + tree.value[node]!;
      }
    }
    lines.push(printTree(tree, edges));
  }
  return lines;
}

interface Tree {
  readonly column: number[];
  readonly bin: number[];
  readonly left: number[];
  readonly right: number[];
  readonly value: number[];
}

/** What growing one tree needs at every step. */
interface Growth {
  readonly bins: Uint8Array;
  readonly total: number;
  readonly edges: readonly Float64Array[];
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  readonly columns: readonly number[];
  readonly options: BoostingOptions;
}

function grow(growth: Growth, rows: Int32Array): Tree {
  const { bins, total, options } = growth;
  const tree: Tree = { column: [], bin: [], left: [], right: [], value: [] };
  const newLeaf = (part: Int32Array, sums: Float64Array): Leaf => {
    let g = 0;
    let h = 0;
    for (const r of part) {
      g += growth.gradient[r]!;
      h += growth.hessian[r]!;
    }
    const node = tree.value.length;
    for (const list of [tree.column, tree.bin, tree.left, tree.right]) list.push(0);
    tree.value.push((-options.rate * g) / (h + options.lambda));
    return { rows: part, node, g, h, sums, split: bestSplit(growth, sums, g, h) };
  };
  const leaves = [newLeaf(rows, sumsOf(growth, rows))];
  while (leaves.length < options.leaves) {
    let best: Leaf | undefined;
    for (const leaf of leaves) if (leaf.split && (!best?.split || leaf.split.gain > best.split.gain)) best = leaf;
    if (!best?.split) break;
    const { column, bin } = best.split;
    const left = best.rows.filter((r) => bins[column * total + r]! <= bin);
    const right = best.rows.filter((r) => bins[column * total + r]! > bin);
    leaves.splice(leaves.indexOf(best), 1);
    tree.column[best.node] = column;
    tree.bin[best.node] = bin;
    // The larger side is what the smaller one leaves over.
    const smaller = sumsOf(growth, left.length < right.length ? left : right);
    const larger = best.sums.map((sum, i) => sum - smaller[i]!);
    const l = newLeaf(left, left.length < right.length ? smaller : larger);
    const r = newLeaf(right, left.length < right.length ? larger : smaller);
    tree.left[best.node] = l.node;
    tree.right[best.node] = r.node;
    leaves.push(l, r);
  }
  return tree;
}

/** Gradients and hessians by column and bin: two numbers for each. */
function sumsOf({ bins, total, gradient, hessian, columns }: Growth, rows: Int32Array): Float64Array {
  const sums = new Float64Array(columns.length * BINS * 2);
  columns.forEach((column, c) => {
    const base = column * total;
    const place = c * BINS;
    for (let i = 0; i < rows.length; i++) {
      const r = rows[i]!;
      const at = (place + bins[base + r]!) * 2;
      sums[at] = sums[at]! + gradient[r]!;
      sums[at + 1] = sums[at + 1]! + hessian[r]!;
    }
  });
  return sums;
}

function bestSplit({ edges, columns, options }: Growth, sums: Float64Array, g: number, h: number): Split | undefined {
  const { lambda, leastHessian } = options;
  const parent = (g * g) / (h + lambda);
  let best: Split | undefined;
  columns.forEach((column, c) => {
    const direction = options.direction?.get(column) ?? 0;
    let gl = 0;
    let hl = 0;
    for (let b = 0; b < edges[column]!.length; b++) {
      const at = (c * BINS + b) * 2;
      gl += sums[at]!;
      hl += sums[at + 1]!;
      const hr = h - hl;
      if (hl < leastHessian || hr < leastHessian) continue;
      const gr = g - gl;
      if (direction * (gl / (hl + lambda) - gr / (hr + lambda)) < 0) continue;
      const gain = (gl * gl) / (hl + lambda) + (gr * gr) / (hr + lambda) - parent;
      if (gain > 1e-3 && (!best || gain > best.gain)) best = { gain, column, bin: b };
    }
  });
  return best;
}

const BINNED = new WeakMap<Choices, Binned>();

interface Binned {
  edges: Float64Array[];
  bins: Uint8Array;
}

function binned(data: Choices): Binned {
  const known = BINNED.get(data);
  if (known) return known;
  const fresh = bin(data);
  BINNED.set(data, fresh);
  return fresh;
}

function bin(data: Choices): { edges: Float64Array[]; bins: Uint8Array } {
  const rows = data.x.length / data.columns;
  const bins = new Uint8Array(rows * data.columns);
  const edges: Float64Array[] = [];
  for (let c = 0; c < data.columns; c++) {
    const values = new Float64Array(rows);
    for (let r = 0; r < rows; r++) values[r] = data.x[r * data.columns + c]!;
    values.sort();
    const cuts: number[] = [];
    const distinct = [...new Set(values)];
    if (distinct.length <= BINS)
      for (let i = 0; i + 1 < distinct.length; i++) cuts.push((distinct[i]! + distinct[i + 1]!) / 2);
    else {
      for (let i = 1; i < BINS; i++) {
        // Half of the cuts by rank among the distinct values, so that the rare strong values are told apart too.
        const v =
          i % 2 ? values[Math.floor((i * values.length) / BINS)]! : distinct[Math.floor((i * distinct.length) / BINS)]!;
        cuts.push(v);
      }
    }
    const sorted = Float64Array.from(new Set(cuts.map((v) => Number(v.toPrecision(4))))).sort();
    edges.push(sorted);
    for (let r = 0; r < rows; r++) {
      const v = data.x[r * data.columns + c]!;
      let lo = 0;
      let hi = sorted.length;
      while (lo < hi) {
        const mid = (lo + hi) >> 1;
        if (v <= sorted[mid]!) hi = mid;
        else lo = mid + 1;
      }
      bins[c * rows + r] = lo;
    }
  }
  return { edges, bins };
}

function printTree(tree: Tree, edges: readonly Float64Array[]): string {
  return tree.value
    .map((value, i) => {
      const short = String(Number(value.toPrecision(4)));
      if (tree.left[i] === 0) return short;
      const column = tree.column[i]!;
      return `${column},${edges[column]![tree.bin[i]!]},${tree.left[i]},${tree.right[i]},${short}`;
    })
    .join(';');
}
