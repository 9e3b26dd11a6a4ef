/**
 * A boosted ensemble of binary trees, turned inside out: not tree by tree from the root, but column by column through the
 * sorted cuts. Each cut below the column's value takes the leaves to its left out of the running; of those that remain in a
 * tree the leftmost is the one to which a walk from the root would lead. All of it in flat arrays, without a branch per node.
 */
export interface Trees {
  /** The columns that are asked at all, and where each one's cuts end. */
  readonly columns: Int32Array;
  readonly columnEnds: Int32Array;
  /** Rising within a column, and where the nodes of each end. Not above the cut: left. */
  readonly cuts: Float64Array;
  readonly cutEnds: Int32Array;
  /** Per node: its tree, and a bit for each leaf of the tree that is not to its left. */
  readonly nodeTrees: Int32Array;
  readonly nodeMasks: Int32Array;
  /** Per tree: its first leaf, and what its root would add as a leaf. */
  readonly firstLeaves: Int32Array;
  readonly rootValues: Float64Array;
  /** Per leaf: what it adds to the score, and where the steps from the root to it end. */
  readonly leafValues: Float64Array;
  readonly stepEnds: Int32Array;
  /** Per step: the column that it asks, and the values of the nodes that it leaves and reaches. */
  readonly stepColumns: Int32Array;
  readonly stepFrom: Float64Array;
  readonly stepTo: Float64Array;
  /** Scratch space: the leaves still in the running, one word per tree. */
  readonly open: Int32Array;
}

/** One bit each in a word. */
const MOST_LEAVES = 32;

export function scoreOf(trees: Trees, x: Float64Array): number {
  const { firstLeaves, leafValues, open } = trees;
  closeLeaves(trees, x);
  let sum = 0;
  for (let t = 0; t < open.length; t++) sum += leafValues[(firstLeaves[t] ?? 0) + lowestBit(open[t] ?? 0)] ?? 0;
  return sum;
}

/**
 * The score divided among the columns: each step down a tree is credited to the column that it asked. Adds to `out`, which
 * has one place per column; returns the rest, which no column earned. All of it together is `scoreOf`.
 */
export function shareOut(trees: Trees, x: Float64Array, out: Float64Array): number {
  const { firstLeaves, rootValues, stepEnds, stepColumns, stepFrom, stepTo, open } = trees;
  closeLeaves(trees, x);
  let rest = 0;
  for (let t = 0; t < open.length; t++) {
    rest += rootValues[t] ?? 0;
    const leaf = (firstLeaves[t] ?? 0) + lowestBit(open[t] ?? 0);
    const end = stepEnds[leaf] ?? 0;
    for (let step = leaf === 0 ? 0 : (stepEnds[leaf - 1] ?? 0); step < end; step++) {
      const column = stepColumns[step] ?? 0;
      out[column] = (out[column] ?? 0) + (stepTo[step] ?? 0) - (stepFrom[step] ?? 0);
    }
  }
  return rest;
}

function closeLeaves({ columns, columnEnds, cuts, cutEnds, nodeTrees, nodeMasks, open }: Trees, x: Float64Array): void {
  open.fill(-1);
  let cut = 0;
  for (let c = 0; c < columns.length; c++) {
    const value = x[columns[c] ?? 0] ?? 0;
    const end = columnEnds[c] ?? 0;
    let node = cut === 0 ? 0 : (cutEnds[cut - 1] ?? 0);
    while (cut < end && !(value <= (cuts[cut] ?? 0))) cut++;
    for (const last = cut === 0 ? 0 : (cutEnds[cut - 1] ?? 0); node < last; node++) {
      const tree = nodeTrees[node] ?? 0;
      open[tree] = (open[tree] ?? 0) & (nodeMasks[node] ?? 0);
    }
    cut = end;
  }
}

function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}

interface Step {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

interface Node {
  readonly tree: number;
  readonly column: number;
  readonly cut: number;
  readonly mask: number;
}

interface Leaf {
  readonly value: number;
  readonly steps: readonly Step[];
}

/** One line per tree; nodes by semicolon: `feature,threshold,left,right,value` or, for a leaf, `value`. Places count within the tree. */
export function parseTrees(lines: readonly string[]): Trees {
  const nodes: Node[] = [];
  const leaves: Leaf[] = [];
  const firstLeaves: number[] = [];
  const rootValues: number[] = [];
  lines.forEach((line, tree) => {
    const parts = line.split(';').map((node) => node.split(',').map(Number));
    firstLeaves.push(leaves.length);
    rootValues.push(valueOf(parts[0]));
    walk(parts, tree, nodes, leaves);
  });
  nodes.sort((a, b) => a.column - b.column || a.cut - b.cut || a.tree - b.tree);
  return { ...inCuts(nodes), ...inLeaves(leaves), ...packed(firstLeaves, rootValues) };
}

function valueOf(node: readonly number[] | undefined): number {
  return node?.[node.length - 1] ?? 0;
}

/** Collects the nodes and, from left to right, the leaves of one tree. */
function walk(parts: readonly (readonly number[])[], tree: number, nodes: Node[], leaves: Leaf[]): void {
  const first = leaves.length;
  const visit = (at: number, steps: readonly Step[]): void => {
    const node = parts[at] ?? [];
    const value = valueOf(node);
    if (node.length <= 1) {
      leaves.push({ value, steps });
      return;
    }
    const [column = 0, cut = 0, left = 0, right = 0] = node;
    const leftmost = leaves.length - first;
    visit(left, [...steps, { column, from: value, to: valueOf(parts[left]) }]);
    const taken = leaves.length - first - leftmost;
    visit(right, [...steps, { column, from: value, to: valueOf(parts[right]) }]);
    nodes.push({ tree, column, cut, mask: ~(((1 << taken) - 1) << leftmost) });
  };
  visit(0, []);
  if (leaves.length - first > MOST_LEAVES) throw new Error(`A tree of the model has more than ${MOST_LEAVES} leaves.`);
}

function inCuts(
  nodes: readonly Node[],
): Pick<Trees, 'columns' | 'columnEnds' | 'cuts' | 'cutEnds' | 'nodeTrees' | 'nodeMasks'> {
  const columns: number[] = [];
  const columnEnds: number[] = [];
  const cuts: number[] = [];
  const cutEnds: number[] = [];
  nodes.forEach(({ column, cut }, i) => {
    const before = nodes[i - 1];
    if (before?.column !== column) columns.push(column);
    if (before?.column !== column || before.cut !== cut) cuts.push(cut);
    columnEnds[columns.length - 1] = cuts.length;
    cutEnds[cuts.length - 1] = i + 1;
  });
  return {
    columns: Int32Array.from(columns),
    columnEnds: Int32Array.from(columnEnds),
    cuts: Float64Array.from(cuts),
    cutEnds: Int32Array.from(cutEnds),
    nodeTrees: Int32Array.from(nodes, ({ tree }) => tree),
    nodeMasks: Int32Array.from(nodes, ({ mask }) => mask),
  };
}

function inLeaves(
  leaves: readonly Leaf[],
): Pick<Trees, 'leafValues' | 'stepEnds' | 'stepColumns' | 'stepFrom' | 'stepTo'> {
  const steps = leaves.flatMap((leaf) => leaf.steps);
  let end = 0;
  return {
    leafValues: Float64Array.from(leaves, ({ value }) => value),
    stepEnds: Int32Array.from(leaves, (leaf) => (end += leaf.steps.length)),
    stepColumns: Int32Array.from(steps, ({ column }) => column),
    stepFrom: Float64Array.from(steps, ({ from }) => from),
    stepTo: Float64Array.from(steps, ({ to }) => to),
  };
}

function packed(
  firstLeaves: readonly number[],
  rootValues: readonly number[],
): Pick<Trees, 'firstLeaves' | 'rootValues' | 'open'> {
  return {
    firstLeaves: Int32Array.from(firstLeaves),
    rootValues: Float64Array.from(rootValues),
    open: new Int32Array(firstLeaves.length),
  };
}
