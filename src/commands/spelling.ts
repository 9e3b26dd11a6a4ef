import { editDistance } from '../domain/edit-distance';

/** Words with one or two slips of the finger or without their vowels, found among those that begin alike. */

export interface Spelling {
  readonly word: string;
  /** 1 for a swap of neighbours, one wrong, missing or extra letter, or vowels left out; 2 for two slips. */
  readonly distance: number;
}

const SHORTEST = 4;
/** From this length on, two slips are forgiven. */
const LONG = 8;
const LONGEST = 15;
const SHORTEST_SKELETON = 3;

interface Spelt {
  readonly word: string;
  /** A bit for each letter that stands in the word. */
  readonly letters: number;
}

export class SpellingIndex {
  private readonly byFirst = new Map<string, Spelt[]>();
  private readonly words = new Set<string>();
  private readonly bySkeleton = new Map<string, string>();

  add(word: string): void {
    if (word.length < SHORTEST || word.length > LONGEST || !/^[a-z]+$/.test(word) || this.words.has(word)) return;
    this.words.add(word);
    const first = word[0] ?? '';
    const spelt = { word, letters: lettersOf(word) };
    const list = this.byFirst.get(first);
    if (list) list.push(spelt);
    else this.byFirst.set(first, [spelt]);
    const bare = skeleton(word);
    if (!this.bySkeleton.has(bare)) this.bySkeleton.set(bare, word);
  }

  /** The word of the index that `typed` may be a slip of, or short for; undefined when there is none. */
  nearest(typed: string): Spelling | undefined {
    if (typed.length > LONGEST || this.words.has(typed)) return undefined;
    return this.slip(typed) ?? this.shortened(typed);
  }

  /** "accptd", "lnk": a word of which vowels were left out. */
  private shortened(typed: string): Spelling | undefined {
    if (typed.length < SHORTEST_SKELETON) return undefined;
    const word = this.bySkeleton.get(skeleton(typed));
    if (word === undefined || typed.length >= word.length || !isWithin(typed, word)) return undefined;
    return { word, distance: 1 };
  }

  private slip(typed: string): Spelling | undefined {
    if (typed.length < SHORTEST) return undefined;
    const letters = lettersOf(typed);
    const first = typed.charAt(0);
    const second = typed.charAt(1);
    let best = this.nearestOf(this.byFirst.get(first), typed, letters, undefined);
    // The first two letters swapped.
    if (first !== second) best = this.nearestOf(this.byFirst.get(second), typed, letters, best);
    return best;
  }

  private nearestOf(
    words: readonly Spelt[] | undefined,
    typed: string,
    letters: number,
    before: Spelling | undefined,
  ): Spelling | undefined {
    let best = before;
    for (const spelt of words ?? []) {
      const { word } = spelt;
      const most = Math.min(typed.length, word.length) >= LONG ? 2 : 1;
      if (Math.abs(typed.length - word.length) > most || bits(letters ^ spelt.letters) > 2 * most) continue;
      if (word[0] !== typed[0] && (word[1] !== typed[0] || word[0] !== typed[1])) continue;
      const slips = editDistance(typed, word, most);
      if (slips > (best?.distance ?? most) || slips > most || !isSlip(typed, word)) continue;
      if (!best || slips < best.distance || sharesEarlier(typed, word, best.word)) best = { word, distance: slips };
    }
    return best;
  }
}

/** Short words must keep their letters, else `lisp` would be `list`. */
function isSlip(typed: string, word: string): boolean {
  if (word.length > 5) return true;
  const swapped = typed.length === word.length && sorted(typed) === sorted(word);
  const doubled = squeezed(typed) === squeezed(word);
  if (word.length === 5) return swapped || doubled || typed.length !== word.length;
  return swapped || doubled;
}

/** The first letter, and the consonants after it. */
function skeleton(word: string): string {
  return (
    word.charAt(0) +
    word
      .slice(1)
      .replace(/[aeiou]/g, '')
      .replace(/(.)\1+/g, '$1')
  );
}

/** Whether the letters of `short` stand in `word` in the same order. */
function isWithin(short: string, word: string): boolean {
  let at = 0;
  for (const letter of word) if (letter === short[at]) at += 1;
  return at === short.length;
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

function bits(word: number): number {
  let left = word;
  let count = 0;
  for (; left !== 0; left &= left - 1) count += 1;
  return count;
}

function sorted(word: string): string {
  return Array.from(word).sort().join('');
}

function squeezed(word: string): string {
  return word.replace(/(.)\1+/g, '$1');
}

/** Of two words as near as each other, the one that is met first when letters of what was typed are left out in turn. */
function sharesEarlier(typed: string, word: string, rival: string): boolean {
  const ofWord = remainders(word);
  const ofRival = remainders(rival);
  for (const remainder of remainders(typed)) {
    if (ofRival.has(remainder)) return false;
    if (ofWord.has(remainder)) return true;
  }
  return false;
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
