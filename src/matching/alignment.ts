import { abbreviates, jaroWinkler } from './similarity';
import { translates } from './translations';

/** How one word of the account's name found its counterpart in the customer's name. */
export type WordRelation = 'equal' | 'split' | 'translation' | 'abbreviation' | 'typo';

export interface AlignedPair {
  readonly left: number;
  readonly right: number;
  readonly relation: WordRelation;
  /** 0 to 1. */
  readonly likeness: number;
}

export interface Alignment {
  readonly pairs: readonly AlignedPair[];
  /** Likeness of each left word with its counterpart; 0: it has none. */
  readonly left: Float64Array;
  readonly right: Float64Array;
}

const MOST_WORDS = 14;
const LEAST_TYPO = 0.86;

/** Pairs each word of `left` with at most one of `right`, the surest pairs first; order of the words does not count. */
export function align(left: readonly string[], right: readonly string[]): Alignment {
  const n = Math.min(left.length, MOST_WORDS);
  const m = Math.min(right.length, MOST_WORDS);
  const taken: { readonly left: Float64Array; readonly right: Float64Array } = {
    left: new Float64Array(left.length),
    right: new Float64Array(right.length),
  };
  const pairs: AlignedPair[] = [];
  const open: AlignedPair[] = [];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      const a = left[i] ?? '';
      const b = right[j] ?? '';
      if (a === b) {
        if (taken.left[i] === 0 && taken.right[j] === 0)
          take(pairs, taken, { left: i, right: j, relation: 'equal', likeness: 1 });
      }
    }
  }
  splitWords(left, right, n, m, taken, pairs);
  for (let i = 0; i < n; i++) {
    if (taken.left[i] !== 0) continue;
    for (let j = 0; j < m; j++) {
      if (taken.right[j] !== 0) continue;
      const pair = compare(left[i] ?? '', right[j] ?? '', i, j);
      if (pair !== undefined) open.push(pair);
    }
  }
  open.sort((a, b) => b.likeness - a.likeness || a.left - b.left || a.right - b.right);
  for (const pair of open) if (taken.left[pair.left] === 0 && taken.right[pair.right] === 0) take(pairs, taken, pair);
  return { pairs, left: taken.left, right: taken.right };
}

function take(pairs: AlignedPair[], taken: { left: Float64Array; right: Float64Array }, pair: AlignedPair): void {
  pairs.push(pair);
  taken.left[pair.left] = pair.likeness;
  taken.right[pair.right] = pair.likeness;
}

function compare(a: string, b: string, left: number, right: number): AlignedPair | undefined {
  if (translates(a, b)) return { left, right, relation: 'translation', likeness: 0.9 };
  const sameStart = a.charCodeAt(0) === b.charCodeAt(0);
  if (sameStart && a.length !== b.length) {
    const short = a.length < b.length ? a : b;
    const long = a.length < b.length ? b : a;
    if (abbreviates(short, long)) {
      const likeness = long.startsWith(short)
        ? 0.6 + (0.35 * short.length) / long.length
        : 0.5 + (0.3 * short.length) / long.length;
      return { left, right, relation: 'abbreviation', likeness };
    }
  }
  if (Math.abs(a.length - b.length) > 3 || Math.min(a.length, b.length) < 3 || isNumber(a) || isNumber(b))
    return undefined;
  const likeness = jaroWinkler(a, b);
  return likeness < LEAST_TYPO ? undefined : { left, right, relation: 'typo', likeness: likeness * 0.97 };
}

/** Two neighbours of one side that are one word on the other: "sun way", "sunway". */
function splitWords(
  left: readonly string[],
  right: readonly string[],
  n: number,
  m: number,
  taken: { left: Float64Array; right: Float64Array },
  pairs: AlignedPair[],
): void {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      if (taken.left[i] !== 0 || taken.right[j] !== 0) continue;
      const a = left[i] ?? '';
      const b = right[j] ?? '';
      if (j + 1 < m && taken.right[j + 1] === 0 && joins(b, right[j + 1] ?? '', a)) {
        take(pairs, taken, { left: i, right: j, relation: 'split', likeness: 0.98 });
        taken.right[j + 1] = 0.98;
      } else if (i + 1 < n && taken.left[i + 1] === 0 && joins(a, left[i + 1] ?? '', b)) {
        take(pairs, taken, { left: i, right: j, relation: 'split', likeness: 0.98 });
        taken.left[i + 1] = 0.98;
      }
    }
  }
}

function joins(first: string, second: string, whole: string): boolean {
  return first.length + second.length === whole.length && whole.startsWith(first) && whole.endsWith(second);
}

function isNumber(word: string): boolean {
  return /^\d+$/.test(word);
}
