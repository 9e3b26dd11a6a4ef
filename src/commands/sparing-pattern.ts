import { inSlices } from '../matching/slices';

/** What a text must hold for a pattern to match it, in small letters: of each list one. */
type Needs = readonly (readonly string[])[];

/**
 * A pattern that is tried only on texts that hold the words it cannot match without. Of the hundreds of set phrases
 * hardly one fits a message, and to look for a word costs a small part of a try. The words are read from the pattern
 * itself: what is optional, a class or a look around counts for nothing, and of several ways each gives its longest
 * word. Small and capital letters are one, whatever the flags say.
 */
export class SparingPattern extends RegExp {
  private needs: readonly (readonly NeededWord[])[] | undefined;

  constructor(pattern: RegExp | string, flags?: string) {
    super(pattern, flags);
    unread?.push(this);
  }

  /** What it cannot match without. Read with the first text, or when there is time. */
  read(): NonNullable<typeof this.needs> {
    return (this.needs ??= neededIn(this.source)
      .toSorted((a, b) => shortest(b) - shortest(a))
      .map((words) => words.map(neededWord)));
  }

  override exec(text: string): RegExpExecArray | null {
    const needs = this.read();
    const letters = lettersOf(text);
    for (const words of needs) if (!holdsAny(letters, words)) return null;
    return super.exec(text);
  }
}

let unread: SparingPattern[] | undefined = [];

/** Reads all that stand ready, so that the first message does not have to wait for it. */
export async function readPatterns(): Promise<void> {
  const waiting = unread ?? [];
  unread = undefined;
  await inSlices(waiting, (pattern) => pattern.read());
}

/** A word, and the places of its first pairs of letters. */
interface NeededWord {
  readonly word: string;
  readonly pairs: readonly number[];
}

/** A text in small letters, and at the place of each pair of letters that it holds the number of this text. */
interface Letters {
  readonly text: string;
  readonly lower: string;
}

/** A few pairs tell nearly every word that is not there; more would cost more than looking for the rest. */
const MOST_PAIRS = 4;
const PLACES = 4096;
const holds = new Float64Array(PLACES);
let texts = 0;
let last: Letters = { text: '', lower: '' };

function placeOfPair(text: string, at: number): number {
  return (text.charCodeAt(at) * 61 + text.charCodeAt(at + 1)) & (PLACES - 1);
}

function neededWord(word: string): NeededWord {
  const count = Math.min(word.length - 1, MOST_PAIRS);
  return { word, pairs: Array.from({ length: count }, (_, at) => placeOfPair(word, at)) };
}

/** One message is tried with many patterns in a row. */
function lettersOf(text: string): Letters {
  if (last.text === text) return last;
  last = { text, lower: text.toLowerCase() };
  texts += 1;
  for (let at = 1; at < last.lower.length; at += 1) holds[placeOfPair(last.lower, at - 1)] = texts;
  return last;
}

function holdsAny({ lower }: Letters, words: readonly NeededWord[]): boolean {
  for (const { word, pairs } of words) if (holdsPairs(pairs) && lower.includes(word)) return true;
  return false;
}

/** Two pairs may share a place: that all are there proves nothing, that one is not does. */
function holdsPairs(pairs: readonly number[]): boolean {
  for (const place of pairs) if (holds[place] !== texts) return false;
  return true;
}

/** So many words are found no sooner than the pattern fails. */
const MOST = 40;

/** Exported for its test. */
export function neededIn(source: string): Needs {
  return new PatternReader(source.toLowerCase()).ways();
}

interface Times {
  readonly isOptional: boolean;
  readonly isOne: boolean;
}

const ONCE: Times = { isOptional: false, isOne: true };

/** Reads the source of a pattern from left to right; the source is one that RegExp has accepted. */
class PatternReader {
  private at = 0;

  constructor(private readonly source: string) {}

  ways(): Needs {
    const ways = [this.sequence()];
    while (this.took('|')) ways.push(this.sequence());
    if (ways.length === 1) return ways.flat();
    const longest = ways.map((needs) => needs.toSorted((a, b) => shortest(b) - shortest(a))[0]);
    const words = longest.flatMap((each) => each ?? []);
    return longest.includes(undefined) || words.length > MOST ? [] : [words];
  }

  private sequence(): Needs {
    const needs: (readonly string[])[] = [];
    let run = '';
    const close = (): void => {
      if (run !== '') needs.push([run]);
      run = '';
    };
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const term = this.term();
      const times = this.times();
      if (typeof term !== 'string') {
        close();
        if (!times.isOptional) needs.push(...term);
        continue;
      }
      if (times.isOptional) close();
      else run += term;
      if (!times.isOne) close();
    }
    close();
    return needs;
  }

  /** One letter, or the needs of anything else. */
  private term(): string | Needs {
    const char = this.source[this.at] ?? '';
    this.at += 1;
    if (char === '(') return this.group();
    if (char === '[') return this.skipped(/(?:\\.|[^\]\\])*\]/y);
    if (char === '\\') return this.escaped();
    return '.^$'.includes(char) ? [] : char;
  }

  private group(): Needs {
    const isLook = /\?(?:<?[=!])/y;
    isLook.lastIndex = this.at;
    const looks = isLook.test(this.source);
    this.skipped(/\?(?:[:=!]|<[=!]|<[^>]*>)/y);
    const needs = this.ways();
    this.took(')');
    return looks ? [] : needs;
  }

  private escaped(): string | Needs {
    const char = this.source[this.at] ?? '';
    this.at += 1;
    if (!/[a-z0-9]/.test(char)) return char;
    return this.skipped(/\{[^}]*\}|<[^>]*>|(?<=u)[0-9a-f]{4}|(?<=x)[0-9a-f]{2}/y);
  }

  private times(): Times {
    const found = this.matched(/(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/y);
    if (found === undefined) return ONCE;
    return { isOptional: /^[*?]|^\{0/.test(found), isOne: false };
  }

  private took(char: string): boolean {
    if (this.source[this.at] !== char) return false;
    this.at += 1;
    return true;
  }

  private skipped(pattern: RegExp): Needs {
    this.matched(pattern);
    return [];
  }

  private matched(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }
}

/** The letters of the shortest word; blanks and marks say little. */
function shortest(words: readonly string[]): number {
  return Math.min(...words.map((word) => word.replaceAll(/\P{L}/gu, '').length));
}
