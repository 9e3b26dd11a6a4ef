/** One word of a message, folded for comparing, with its place in the text. */
export interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /(?:qu|[cdjlmnst])'(?=\p{L}|$)|[\p{L}\p{N}]+(?:['\-°][\p{L}\p{N}]+)*[°]?|[&#]/giu;
/** "Associe-le": the pronoun is a word of its own. */
const ENCLITIC = /(\p{L})-(le|la|les|lui|leur)(?![\p{L}-])/giu;

export function foldWord(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘´`]/g, "'");
}

/** The text with pronouns standing by themselves; places of words count in this text. */
export function apart(text: string): string {
  return text.replace(/[’‘´`]/g, "'").replace(ENCLITIC, '$1 $2');
}

export function talkWords(text: string): readonly Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    folded: foldWord(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Phrases of one or several words, found at a place of a text. */
export class WordPhrases {
  readonly #byFirst = new Map<string, (readonly string[])[]>();

  constructor(phrases: readonly string[]) {
    for (const phrase of phrases) {
      const words = talkWords(apart(phrase)).map(({ folded }) => folded);
      const [first] = words;
      if (first === undefined) continue;
      const known = this.#byFirst.get(first) ?? [];
      known.push(words);
      this.#byFirst.set(
        first,
        known.sort((a, b) => b.length - a.length),
      );
    }
  }

  /** How many words the longest phrase has that begins at this word; 0 when none does. */
  at(words: readonly Word[], from: number): number {
    const found = this.#byFirst
      .get(words[from]?.folded ?? '')
      ?.find((phrase) => phrase.every((word, offset) => words[from + offset]?.folded === word));
    return found?.length ?? 0;
  }

  /** How many words the longest phrase has that ends before this word; 0 when none does. */
  endingAt(words: readonly Word[], end: number): number {
    for (let length = Math.min(5, end); length > 0; length--) {
      const of = this.#byFirst.get(words[end - length]?.folded ?? '');
      const ends = of?.some(
        (phrase) =>
          phrase.length === length && phrase.every((word, offset) => words[end - length + offset]?.folded === word),
      );
      if (ends === true) return length;
    }
    return 0;
  }

  has(word: string): boolean {
    return (this.#byFirst.get(word) ?? []).some((phrase) => phrase.length === 1);
  }
}
