import { toConcept } from './concept';
import type { Concept, Lexicon } from './concept';
import type { Language } from './intent';
import { fold, tokenise } from './token';
import type { Token } from './token';
import { SpellingIndex } from './spelling';
import { timesIn } from './clock-time';

/** A word or phrase of the lexicon found in the text: tokens `start` to `end` (exclusive). */
export interface Hit {
  readonly concept: Concept;
  readonly value?: string;
  readonly start: number;
  readonly end: number;
  /** 0 as written in the lexicon, more for a slip of the finger. */
  readonly cost: number;
}

interface Entry {
  readonly concept: Concept;
  readonly value?: string;
}

interface Phrase extends Entry {
  /** The words after the first two. */
  readonly rest: readonly string[];
}

/** Concepts whose words may be misspelt; small words would turn parts of names into slips of themselves. */
const SPELT: ReadonlySet<Concept> = new Set<Concept>([
  'accept',
  'acceptnow',
  'status',
  'pending',
  'check',
  'subscriptions',
  'licences',
  'users',
  'invite',
  'link',
  'watch',
  'notify',
  'unwatch',
  'watches',
  'map',
  'mapped',
  'mapping',
  'unmap',
  'unmapped',
  'remove',
  'undo',
  'history',
  'settings',
  'digest',
  'notifications',
  'language',
  'daily',
  'weekly',
  'weekday',
  'langname',
  'help',
  'greeting',
  'thanks',
  'list',
  'show',
  'period',
  'stop',
]);

/** What people write for short words in chats. */
const CHAT: Readonly<Record<string, string>> = {
  'u': 'you',
  'r': 'are',
  'ur': 'your',
  'w': 'with',
  'w/': 'with',
  'any1': 'anyone',
  'plz': 'please',
  'pls': 'please',
  'cld': 'could',
  'wld': 'would',
  'yr': 'your',
};

/** The lexicon of one language, compiled: finds words and phrases in time linear in the text. */
export class CompiledLexicon {
  private readonly single = new Map<string, Entry[]>();
  private readonly phrases = new Map<string, Phrase[]>();
  private readonly spelling = new SpellingIndex();
  private readonly words = new Set<string>();

  constructor(
    readonly language: Language,
    lexicon: Lexicon,
    /** Words of this lexicon are no names either, though they say nothing in the language at hand. */
    private readonly other?: CompiledLexicon,
  ) {
    for (const [key, list] of Object.entries(lexicon)) {
      for (const words of (list ?? '').split(',')) this.add(key, words.trim());
    }
  }

  /** All hits by the position of their first token; at each position the longest first. */
  find(tokens: readonly Token[]): readonly (readonly Hit[])[] {
    const times = timesIn(tokens);
    return tokens.map((token, at): readonly Hit[] => {
      if (token.kind === 'arrow') return [{ concept: 'arrow', start: at, end: at + 1, cost: 0 }];
      const time = times.filter((hit) => hit.start === at);
      return token.kind === 'word' || token.kind === 'mark' ? [...time, ...this.findAt(tokens, at)] : time;
    });
  }

  /** Whether the word stands in the lexicon as it is. */
  knows(word: string): boolean {
    return this.single.has(word);
  }

  /** Whether the word stands in the lexicon, alone or in a phrase. */
  uses(word: string): boolean {
    return this.words.has(word);
  }

  /** Whether the word denies, asks or reports, so that nothing may be changed on its account. */
  warns(word: string): boolean {
    return this.single.get(word)?.some((entry) => entry.concept === 'risk') === true;
  }

  private findAt(tokens: readonly Token[], at: number): Hit[] {
    const token = tokens[at];
    if (!token) return [];
    const hits: Hit[] = [];
    const second = tokens[at + 1];
    const begun = second ? this.phrases.get(`${spoken(token)} ${spoken(second)}`) : undefined;
    for (const phrase of begun ?? []) {
      const fits = phrase.rest.every((word, index) => isWord(tokens[at + 2 + index], word));
      if (fits) hits.push(toHit(phrase, at, at + 2 + phrase.rest.length, 0));
    }
    const exact = this.single.get(token.fold) ?? this.single.get(CHAT[token.fold] ?? '');
    for (const entry of exact ?? []) hits.push(toHit(entry, at, at + 1, 0));
    if (!exact && hits.length === 0) hits.push(...this.misspelt(token, at));
    const alien =
      exact === undefined && !hits.some((hit) => hit.end === at + 1) && this.other?.knows(token.fold) === true;
    if (alien) hits.push({ concept: 'alien', start: at, end: at + 1, cost: 0 });
    if (this.other?.warns(token.fold) === true) hits.push({ concept: 'risk', start: at, end: at + 1, cost: 0 });
    return hits.sort((a, b) => b.end - a.end);
  }

  private misspelt(token: Token, at: number): Hit[] {
    if (token.kind !== 'word' || this.other?.knows(token.fold) === true) return [];
    const found = this.spelling.nearest(token.fold);
    if (!found) return [];
    const entries = this.single.get(found.word) ?? [];
    return entries
      .filter((entry) => SPELT.has(entry.concept))
      .map((entry) => toHit(entry, at, at + 1, 0.25 + 0.2 * found.distance));
  }

  private add(key: string, text: string): void {
    const [concept, ...value] = key.split(':');
    const words = tokenise(text.replace(/\s+/g, ' ')).map((token) => CHAT[token.fold] ?? token.fold);
    for (const word of words) this.words.add(word);
    const [first, second, ...rest] = words;
    if (first === undefined) return;
    const entry: Entry = { concept: toConcept(concept ?? ''), ...(value.length > 0 ? { value: value.join(':') } : {}) };
    if (second !== undefined) {
      put(this.phrases, `${first} ${second}`, { ...entry, rest });
      return;
    }
    const word = fold(text.trim());
    put(this.single, word, entry);
    if (SPELT.has(entry.concept)) this.spelling.add(word);
  }
}

function spoken(token: Token): string {
  return CHAT[token.fold] ?? token.fold;
}

function isWord(token: Token | undefined, word: string): boolean {
  return token !== undefined && spoken(token) === word;
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function toHit(entry: Entry, start: number, end: number, cost: number): Hit {
  return { concept: entry.concept, ...(entry.value === undefined ? {} : { value: entry.value }), start, end, cost };
}
