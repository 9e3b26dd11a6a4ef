/** Letters beyond this are not compared: the marks of two 31-bit words hold no more. */
const LONGEST_COMPARED = 62;
const WORD_BITS = 31;
/** Where each ASCII letter stands in the second text, as bits; empty between two calls. */
const POSITIONS = new Int32Array(128);

/** Jaro-Winkler similarity, 0 to 1. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const la = Math.min(a.length, LONGEST_COMPARED);
  const lb = Math.min(b.length, LONGEST_COMPARED);
  if (la === 0 || lb === 0) return 0;
  const jaro = (la <= WORD_BITS && lb <= WORD_BITS ? jaroOfShort(a, b) : undefined) ?? jaroOfLong(a, b, la, lb);
  return jaro === 0 ? 0 : jaro + Math.min(4, commonPrefix(a, b)) * 0.1 * (1 - jaro);
}

/** How far apart equal letters may stand. */
function windowOf(la: number, lb: number): number {
  return Math.max(0, (Math.max(la, lb) >> 1) - 1);
}

function jaroOf(matches: number, crossed: number, la: number, lb: number): number {
  return (matches / la + matches / lb + (matches - crossed / 2) / matches) / 3;
}

/** One step per letter, for texts of at most 31 ASCII letters, which nearly all are; undefined for others. */
function jaroOfShort(a: string, b: string): number | undefined {
  const la = a.length;
  const lb = b.length;
  for (let i = 0; i < la; i++) if (a.charCodeAt(i) > 127) return undefined;
  for (let j = 0; j < lb; j++) if (b.charCodeAt(j) > 127) return undefined;
  for (let j = 0; j < lb; j++) {
    const code = b.charCodeAt(j);
    POSITIONS[code] = (POSITIONS[code] ?? 0) | (1 << j);
  }
  const window = windowOf(la, lb);
  let usedA = 0;
  let usedB = 0;
  let matches = 0;
  for (let i = 0; i < la; i++) {
    const from = Math.max(0, i - window);
    const to = Math.min(lb - 1, i + window);
    if (to < from) break;
    const near = ((2 << (to - from)) - 1) << from;
    const free = (POSITIONS[a.charCodeAt(i)] ?? 0) & near & ~usedB;
    if (free === 0) continue;
    usedA |= 1 << i;
    usedB |= free & -free;
    matches++;
  }
  for (let j = 0; j < lb; j++) POSITIONS[b.charCodeAt(j)] = 0;
  if (matches === 0) return 0;
  let crossed = 0;
  let restA = usedA;
  let restB = usedB;
  for (let n = 0; n < matches; n++) {
    const i = WORD_BITS - Math.clz32(restA & -restA);
    const j = WORD_BITS - Math.clz32(restB & -restB);
    if (a.charCodeAt(i) !== b.charCodeAt(j)) crossed++;
    restA &= restA - 1;
    restB &= restB - 1;
  }
  return jaroOf(matches, crossed, la, lb);
}

function jaroOfLong(a: string, b: string, la: number, lb: number): number {
  const window = windowOf(la, lb);
  let lowA = 0;
  let highA = 0;
  let lowB = 0;
  let highB = 0;
  let matches = 0;
  for (let i = 0; i < la; i++) {
    const code = a.charCodeAt(i);
    const to = Math.min(lb - 1, i + window);
    for (let j = Math.max(0, i - window); j <= to; j++) {
      if (b.charCodeAt(j) !== code || (j < 31 ? (lowB >> j) & 1 : (highB >> (j - 31)) & 1) === 1) continue;
      if (i < 31) lowA |= 1 << i;
      else highA |= 1 << (i - 31);
      if (j < 31) lowB |= 1 << j;
      else highB |= 1 << (j - 31);
      matches++;
      break;
    }
  }
  if (matches === 0) return 0;
  let crossed = 0;
  for (let i = 0, j = 0; i < la; i++) {
    if ((i < 31 ? (lowA >> i) & 1 : (highA >> (i - 31)) & 1) === 0) continue;
    while ((j < 31 ? (lowB >> j) & 1 : (highB >> (j - 31)) & 1) === 0) j++;
    if (a.charCodeAt(i) !== b.charCodeAt(j)) crossed++;
    j++;
  }
  return jaroOf(matches, crossed, la, lb);
}

export function commonPrefix(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  let i = 0;
  while (i < end && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  return i;
}

/** `svcs` for `services`, `intl` for `international`: same first letter, all its letters in order, clearly shorter. */
export function abbreviates(short: string, long: string): boolean {
  if (short.length < 2 || short.length >= long.length || short.charCodeAt(0) !== long.charCodeAt(0)) return false;
  if (long.startsWith(short)) return true;
  if (short.length < 3 || short.length > long.length * 0.8) return false;
  let at = 1;
  for (let i = 1; i < short.length; i++) {
    at = long.indexOf(short.charAt(i), at) + 1;
    if (at === 0) return false;
  }
  return true;
}

export interface Contraction {
  /** Words from which at least one letter was taken. */
  readonly used: number;
  /** Words of which every letter was taken. */
  readonly whole: number;
}

/**
 * Whether `text` is made of the beginnings of `words`, in their order, the first word included: `hitachicm` of "hitachi
 * construction machinery", `kcs` of "kei shi esu" is not. Words may be left out. Prefers to use many words.
 */
export function contraction(text: string, words: readonly string[]): Contraction | undefined {
  const n = text.length;
  const first = words[0];
  if (n === 0 || first === undefined || text.charCodeAt(0) !== first.charCodeAt(0)) return undefined;
  // best[p]: most words used when the first p letters are explained; -1: they cannot be.
  let best = new Int8Array(n + 1).fill(-1);
  let whole = new Int8Array(n + 1);
  const start = commonPrefix(text, first);
  for (let p = 1; p <= start; p++) {
    best[p] = 1;
    whole[p] = p === first.length ? 1 : 0;
  }
  const end = Math.min(words.length, 12);
  for (let w = 1; w < end; w++) {
    const word = words[w] ?? '';
    const nextBest = best.slice();
    const nextWhole = whole.slice();
    for (let p = 1; p < n; p++) {
      const used = best[p] ?? -1;
      if (used < 0) continue;
      for (let k = 0; k < word.length && p + k < n && word.charCodeAt(k) === text.charCodeAt(p + k); k++) {
        const q = p + k + 1;
        const wholeThen = (whole[p] ?? 0) + (k + 1 === word.length ? 1 : 0);
        const before = nextBest[q] ?? -1;
        if (used + 1 > before || (used + 1 === before && wholeThen > (nextWhole[q] ?? 0))) {
          nextBest[q] = used + 1;
          nextWhole[q] = wholeThen;
        }
      }
    }
    best = nextBest;
    whole = nextWhole;
  }
  const used = best[n] ?? -1;
  return used < 0 ? undefined : { used, whole: whole[n] ?? 0 };
}

export function initials(words: readonly string[]): string {
  let out = '';
  for (const word of words) out += word.charAt(0);
  return out;
}

export const GRAM_TABLE = 1 << 18;

/** The distinct hashed character trigrams of `text` with a mark at its start, each below GRAM_TABLE. */
export function grams(text: string): Int32Array {
  const n = text.length;
  if (n === 0) return new Int32Array(0);
  const out = new Int32Array(n === 1 ? 1 : n - 1);
  let count = 0;
  let a = 1;
  let b = text.charCodeAt(0);
  for (let i = 1; i < Math.max(n, 2); i++) {
    const c = i < n ? text.charCodeAt(i) : 2;
    let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
    const gram = (h ^ (h >>> 13)) & (GRAM_TABLE - 1);
    let known = false;
    for (let j = 0; j < count && !known; j++) known = out[j] === gram;
    if (!known) out[count++] = gram;
    a = b;
    b = c;
  }
  return out.subarray(0, count);
}
