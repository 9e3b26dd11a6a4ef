/** Words with one or two slips of the finger, found by what is left after deleting letters: no scan. */

export interface Spelling {
  readonly word: string;
  /** 1 for a swap of neighbours or one wrong, missing or extra letter; 2 for two of those. */
  readonly distance: number;
}

const SHORTEST = 4;
/** From this length on, two slips are forgiven. */
const LONG = 8;
const LONGEST = 15;

export class SpellingIndex {
  private readonly byRemainder = new Map<string, string[]>();
  private readonly words = new Set<string>();

  add(word: string): void {
    if (word.length < SHORTEST || word.length > LONGEST || !/^[a-z]+$/.test(word) || this.words.has(word)) return;
    this.words.add(word);
    for (const remainder of remainders(word)) {
      const list = this.byRemainder.get(remainder);
      if (list) list.push(word);
      else this.byRemainder.set(remainder, [word]);
    }
  }

  /** The nearest word of the index that `typed` may be a slip of; undefined when there is none. */
  nearest(typed: string): Spelling | undefined {
    if (typed.length < SHORTEST || typed.length > LONGEST || this.words.has(typed)) return undefined;
    let best: Spelling | undefined;
    for (const remainder of remainders(typed)) {
      for (const word of this.byRemainder.get(remainder) ?? []) {
        const slips = distance(typed, word);
        if (!isSlip(typed, word, slips)) continue;
        if (!best || slips < best.distance) best = { word, distance: slips };
      }
    }
    return best;
  }
}

/** Short words must keep their letters or their first letter, else `lisp` would be `list`. */
function isSlip(typed: string, word: string, slips: number): boolean {
  const first = typed[0] === word[0] || (typed[0] === word[1] && typed[1] === word[0]);
  if (!first) return false;
  if (slips > (Math.min(typed.length, word.length) >= LONG ? 2 : 1)) return false;
  if (word.length > 5) return true;
  const swapped = typed.length === word.length && sorted(typed) === sorted(word);
  const doubled = squeezed(typed) === squeezed(word);
  if (word.length === 5) return swapped || doubled || typed.length !== word.length;
  return swapped || doubled;
}

function sorted(word: string): string {
  return Array.from(word).sort().join('');
}

function squeezed(word: string): string {
  return word.replace(/(.)\1+/g, '$1');
}

function remainders(word: string): Set<string> {
  const once = deletions(word);
  const all = new Set([word, ...once]);
  if (word.length >= LONG) for (const shorter of once) for (const twice of deletions(shorter)) all.add(twice);
  return all;
}

function deletions(word: string): string[] {
  return Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1));
}

/** Optimal string alignment distance; both words are short. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
