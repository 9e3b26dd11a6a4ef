import type { Language } from '../domain/language';
import { toConcept } from './concept';
import type { Lexicon } from './concept';
import { ConceptSet } from './concept-set';
import { endsOf, formsOf } from './inflection';
import { phrasesIn } from './lexicon-text';
import type { PhraseText, PhraseStep } from './lexicon-text';
import { fold } from './token';
import { NO_SENSE, senseOf, toSense } from './sense';
import type { SenseEntry, Sense } from './sense';
import { SpellingIndex } from './spelling';
import type { Token } from './token';

/** Several words of the lexicon that mean something together. */
export interface Phrase {
  readonly sense: Sense;
  readonly entry: SenseEntry;
  /** What follows after the first two words. */
  readonly rest: readonly PhraseStep[];
}

/** A phrase found in the text: tokens `start` to `end` (exclusive). */
export interface Found {
  readonly phrase: Phrase;
  readonly start: number;
  readonly end: number;
}

/** What the lexicon finds in a message. */
export interface LexiconFinding {
  /** Of each token, what it can be alone. */
  readonly senses: readonly Sense[];
  /** In the order in which they begin. */
  readonly phrases: readonly Found[];
}

/** Concepts whose words may be misspelt; small words would turn parts of names into slips of themselves. */
const SPELT = ConceptSet.of(
  ...(['accept', 'acceptnow', 'status', 'pending', 'check', 'subscriptions', 'licences', 'users'] as const),
  ...(['invite', 'link', 'watch', 'notify', 'unwatch', 'watches', 'map', 'mapped', 'mapping', 'unmap'] as const),
  ...(['unmapped', 'remove', 'undo', 'history', 'settings', 'digest', 'notifications', 'language'] as const),
  ...(['daily', 'weekly', 'weekday', 'langname', 'help', 'greeting', 'thanks', 'list', 'show'] as const),
  ...(['period', 'stop', 'happened', 'relationship', 'belongs', 'fresh'] as const),
);

const ARROW = toSense([{ concept: 'arrow' }]);
const ALIEN: SenseEntry = { concept: 'alien' };
const RISK: SenseEntry = { concept: 'risk' };
const ALIEN_ONLY = toSense([ALIEN]);
const ALIEN_RISK = toSense([ALIEN, RISK]);

interface Known {
  /** What the word can be alone; undefined when it only stands in phrases. */
  sense?: Sense;
  /** The phrases that begin with the word, by their second word. */
  phrases?: Map<string, Phrase[]>;
}

/** Words of a second lexicon that are no names either, though they say nothing in the language at hand. */
export interface LexiconOptions {
  readonly other?: CompiledLexicon;
  /** Words that stand for nothing else, by concept: a word that the lexicon holds is not taken from here. */
  readonly spare?: Lexicon;
  /** What people write for short words in chats, each with the word that it stands for: `u you, r are`. */
  readonly chat?: string;
}

/** The lexicon of one language, compiled: finds words and phrases in time linear in the text. */
export class CompiledLexicon {
  private readonly single = new Map<string, SenseEntry[]>();
  private readonly known = new Map<string, Known>();
  private readonly spelling = new SpellingIndex();
  private readonly words = new Set<string>();
  private readonly chat: ReadonlyMap<string, string>;
  private readonly other: CompiledLexicon | undefined;
  private readonly found = new WeakMap<readonly Token[], LexiconFinding>();

  constructor(
    readonly language: Language,
    lexicon: Lexicon,
    { other, spare = {}, chat = '' }: LexiconOptions = {},
  ) {
    this.other = other;
    this.chat = new Map(chat.split(',').map(pairOf));
    const meant = (word: string) => (word.length > LONGEST_CHAT ? word : (this.chat.get(word) ?? word));
    for (const [key, list] of Object.entries(lexicon)) {
      const [concept, ...value] = key.split(':');
      const entry: SenseEntry = {
        concept: toConcept(concept ?? ''),
        ...(value.length > 0 ? { value: value.join(':') } : {}),
      };
      phrasesIn(list ?? '', meant, (phrase) => {
        this.add(entry, phrase);
      });
    }
    for (const [word, entries] of this.single) this.knownFor(word).sense = this.withRisk(word, entries);
    for (const [concept, list] of Object.entries(spare)) this.addSpare(senseOf(toConcept(concept)), list ?? '');
    for (const [typed, meant] of this.chat) this.known.set(typed, this.asChat(typed, meant));
  }

  /** Both readers of a message ask for the same tokens. */
  find(tokens: readonly Token[]): LexiconFinding {
    const before = this.found.get(tokens);
    if (before) return before;
    const finding = this.search(tokens);
    this.found.set(tokens, finding);
    return finding;
  }

  private search(tokens: readonly Token[]): LexiconFinding {
    const senses: Sense[] = [];
    const phrases: Found[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (token?.kind !== 'word' && token?.kind !== 'mark') {
        senses.push(token?.kind === 'arrow' ? ARROW : NO_SENSE);
        continue;
      }
      const known = this.known.get(token.fold);
      const before = phrases.length;
      if (known?.phrases) this.findPhrases(known.phrases, tokens, at, phrases);
      senses.push(known?.sense ?? this.guess(token, phrases.length > before));
    }
    return { senses, phrases };
  }

  /** Every word that stands in the lexicon, alone or in a phrase. */
  get vocabulary(): ReadonlySet<string> {
    return this.words;
  }

  /** A word that does not stand in the lexicon by itself: one of the other lexicon, or a slip of the finger. */
  private guess(token: Token, beginsPhrase: boolean): Sense {
    const foreign = this.other?.single.get(token.fold);
    if (foreign) return warns(foreign) ? ALIEN_RISK : ALIEN_ONLY;
    if (beginsPhrase || token.kind !== 'word') return NO_SENSE;
    const found = this.spelling.nearest(token.fold);
    const form = found?.distance === 1 ? undefined : this.inflected(token.fold);
    if (form) return form;
    return found ? this.slipOf(found.word, 0.25 + 0.2 * found.distance) : NO_SENSE;
  }

  /** Another form of a word that the lexicon lists, or a compound with one at its end. */
  private inflected(word: string): Sense | undefined {
    const form = formsOf(this.language, word).find((one) => this.isSpelt(one));
    if (form !== undefined) return this.slipOf(form, 0.15);
    const end = endsOf(this.language, word).find((one) => this.isSpelt(one));
    return end === undefined ? undefined : this.slipOf(end, 0.25);
  }

  private isSpelt(word: string): boolean {
    return this.single.get(word)?.some(({ concept }) => SPELT.has(concept) || concept === 'noun') === true;
  }

  private slipOf(word: string, cost: number): Sense {
    const entries = this.single.get(word) ?? [];
    return toSense(
      entries.filter(({ concept }) => SPELT.has(concept) || concept === 'noun'),
      cost,
    );
  }

  private findPhrases(
    begun: ReadonlyMap<string, readonly Phrase[]>,
    tokens: readonly Token[],
    at: number,
    into: Found[],
  ): void {
    for (const phrase of begun.get(this.spoken(tokens[at + 1])) ?? []) this.follow(phrase, 0, tokens, at, at + 2, into);
  }

  /** Adds the phrase for each place where it can end. */
  private follow(
    phrase: Phrase,
    step: number,
    tokens: readonly Token[],
    start: number,
    end: number,
    into: Found[],
  ): void {
    const next = phrase.rest[step];
    if (!next) {
      into.push({ phrase, start, end });
      return;
    }
    const word = this.spoken(tokens[end]);
    if (typeof next === 'string') {
      if (next === word) this.follow(phrase, step + 1, tokens, start, end + 1, into);
      return;
    }
    if (next.words.has(word)) this.follow(phrase, step + 1, tokens, start, end + 1, into);
    if (next.optional) this.follow(phrase, step + 1, tokens, start, end, into);
  }

  private spoken(token: Token | undefined): string {
    const word = token?.fold ?? '';
    return word.length > LONGEST_CHAT ? word : (this.chat.get(word) ?? word);
  }

  /** A word that denies, asks or reports in the other lexicon does so here too, so that nothing is changed by it. */
  private withRisk(word: string, entries: readonly SenseEntry[]): Sense {
    return toSense(warns(this.other?.single.get(word)) ? [...entries, RISK] : entries);
  }

  private asChat(typed: string, meant: string): Known {
    const entries = this.single.get(typed) ?? this.single.get(meant);
    const phrases = this.known.get(meant)?.phrases;
    return { ...(phrases ? { phrases } : {}), ...(entries ? { sense: this.withRisk(typed, entries) } : {}) };
  }

  private knownFor(word: string): Known {
    const known = this.known.get(word);
    if (known) return known;
    const added: Known = {};
    this.known.set(word, added);
    return added;
  }

  private addSpare(sense: Sense, list: string): void {
    for (const word of list.split(',')) {
      const known = this.knownFor(fold(word.trim()));
      known.sense ??= sense;
    }
  }

  private add(entry: SenseEntry, { first, second, rest }: PhraseText): void {
    this.learn(first);
    for (const step of rest) {
      if (typeof step === 'string') this.learn(step);
      else for (const word of step.words) this.learn(word);
    }
    if (second !== undefined) {
      this.learn(second);
      const known = this.knownFor(first);
      put((known.phrases ??= new Map<string, Phrase[]>()), second, { entry, sense: senseOf(entry.concept), rest });
      return;
    }
    put(this.single, first, entry);
    const nouns = entry.concept === 'noun' && first.length >= LONG_NOUN;
    if (SPELT.has(entry.concept) || nouns) this.spelling.add(first);
  }

  private learn(word: string): void {
    this.words.add(this.chat.get(word) ?? word);
  }
}

/** The longest word that is written for another one in chats. */
const LONGEST_CHAT = 10;

/** Shorter nouns would turn names into slips of themselves. */
const LONG_NOUN = 7;

function pairOf(text: string): readonly [string, string] {
  const [typed = '', ...meant] = text.trim().split(/\s+/);
  return [fold(typed), fold(meant.join(' '))];
}

function warns(entries: readonly SenseEntry[] | undefined): boolean {
  return entries?.some((entry) => entry.concept === 'risk') === true;
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
