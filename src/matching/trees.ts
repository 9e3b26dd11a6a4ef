/** A boosted ensemble of binary trees in flat arrays. A node with `left` 0 is a leaf; each tree's first node is its root. */
export interface Trees {
  readonly roots: Int32Array;
  readonly feature: Int32Array;
  /** Not above it: left. */
  readonly threshold: Float64Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** What the node adds to the score; for inner nodes what it would add as a leaf. */
  readonly value: Float64Array;
}

export function scoreOf(trees: Trees, x: Float64Array): number {
  const { roots, feature, threshold, left, right, value } = trees;
  let sum = 0;
  for (let t = 0; t < roots.length; t++) {
    let node = roots[t] ?? 0;
    let next = left[node] ?? 0;
    while (next !== 0) {
      node = (x[feature[node] ?? 0] ?? 0) <= (threshold[node] ?? 0) ? next : (right[node] ?? 0);
      next = left[node] ?? 0;
    }
    sum += value[node] ?? 0;
  }
  return sum;
}

/**
 * The score divided among the columns: each step down a tree is credited to the column that it asked. Adds to `out`, which
 * has one place per column; returns the rest, which no column earned. All of it together is `scoreOf`.
 */
export function shareOut(trees: Trees, x: Float64Array, out: Float64Array): number {
  const { roots, feature, threshold, left, right, value } = trees;
  let rest = 0;
  for (const root of roots) {
    let node = root;
    rest += value[node] ?? 0;
    for (let next = left[node] ?? 0; next !== 0; next = left[node] ?? 0) {
      const column = feature[node] ?? 0;
      const child = (x[column] ?? 0) <= (threshold[node] ?? 0) ? next : (right[node] ?? 0);
      out[column] = (out[column] ?? 0) + (value[child] ?? 0) - (value[node] ?? 0);
      node = child;
    }
  }
  return rest;
}

/** One line per tree; nodes by semicolon: `feature,threshold,left,right,value` or, for a leaf, `value`. Places count within the tree. */
export function parseTrees(lines: readonly string[]): Trees {
  const nodes = lines.map((line) => line.split(';'));
  const count = nodes.reduce((sum, tree) => sum + tree.length, 0);
  const trees = {
    roots: new Int32Array(lines.length),
    feature: new Int32Array(count),
    threshold: new Float64Array(count),
    left: new Int32Array(count),
    right: new Int32Array(count),
    value: new Float64Array(count),
  };
  let base = 0;
  nodes.forEach((tree, t) => {
    trees.roots[t] = base;
    tree.forEach((text, i) => {
      const parts = text.split(',').map(Number);
      trees.value[base + i] = parts[parts.length - 1] ?? 0;
      if (parts.length === 1) return;
      trees.feature[base + i] = parts[0] ?? 0;
      trees.threshold[base + i] = parts[1] ?? 0;
      trees.left[base + i] = base + (parts[2] ?? 0);
      trees.right[base + i] = base + (parts[3] ?? 0);
    });
    base += tree.length;
  });
  return trees;
}
