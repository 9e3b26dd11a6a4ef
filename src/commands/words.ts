import type { Concept } from './concept';
import { ConceptSet } from './concept-set';
import type { CompiledLexicon, Found } from './lexicon';
import type { HeardMessage } from './message';
import { NO_SENSE, senseOf, toSense, TRAIT } from './sense';
import type { Sense } from './sense';
import type { Token } from './token';

/** Written in capitals by habit: they say nothing of names. */
const ABBREVIATIONS = new Set(['url', 'urls', 'sku', 'skus']);
const POLITE_YOU = new Set('sie ihnen ihr ihre ihren ihrem ihrer ihres'.split(' '));
const SHOUTED = new Set(
  'ok hi hey yo pls plz fyi btw so and is are has did can will do no yes the asap dear'.split(' '),
);
const TRADES = new Set([
  'services',
  'solutions',
  'consulting',
  'consultants',
  'support',
  'systems',
  'group',
  'partners',
]);
const LISTING = new Set(['and', 'or', '&', 'und', 'oder', 'et', 'ou', 'y', 'o', 'en', 'of']);
const ARTICLES = new Set('the a an my some any his her their das ein eine un une una het een'.split(' '));

/** A word or phrase of the lexicon found in the text: tokens `start` to `end` (exclusive). */
export interface Hit {
  readonly concept: Concept;
  readonly value: string | undefined;
  readonly start: number;
  readonly end: number;
  /** 0 as written in the lexicon, more for a slip of the finger. */
  readonly cost: number;
}

const VERB = senseOf('ordinary');

/** Bits of TRAIT that a word gives to its token, and those that a phrase gives to all of its tokens. */
const OF_WORD = TRAIT.warns | TRAIT.opposes;
const OF_PHRASE = OF_WORD | TRAIT.strange | TRAIT.product;

/** What each token of a message can be in one language. */
export class Words {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly size: number;
  /** Whether capitals say anything: some words have them and some have not. */
  readonly cased: boolean;
  /** Phrases, and times of day, in the order in which they begin. */
  protected readonly phrases: readonly Found[];
  /** Of each token, what it can be alone; of a word that is part of a name by its place, nothing. */
  protected readonly senses: readonly Sense[];
  /** What the lexicon says of the token, whatever its place. */
  protected readonly alone: readonly Sense[];
  protected readonly capitals: readonly boolean[];
  /** Bits of TRAIT from the words and phrases that each token belongs to. */
  protected readonly marks: readonly number[];
  readonly present: ConceptSet;
  protected readonly german: boolean;

  constructor(
    protected readonly message: HeardMessage,
    readonly lexicon: CompiledLexicon,
  ) {
    ({ text: this.text, tokens: this.tokens, size: this.size, cased: this.cased } = message);
    this.german = lexicon.language === 'de';
    const { senses, phrases } = lexicon.find(message.tokens);
    this.phrases = merged(phrases, message.times);
    this.alone = message.times.length > 0 ? withTimes(senses, message.times) : senses;
    this.senses = this.alone.map((sense, at) =>
      this.isByPlace(at) ? NO_SENSE : this.isGermanOrder(at) ? VERB : sense,
    );
    this.capitals = message.tokens.map((token, at) => this.isCapital(token, at));
    this.marks = this.marksOf();
    this.present = this.allConcepts();
  }

  has(concept: Concept): boolean {
    return this.present.has(concept);
  }

  is(at: number, concept: Concept): boolean {
    return this.senses[at]?.kinds.has(concept) === true;
  }

  /** The words and phrases that begin at the token, the longest first. */
  hitsAt(at: number): readonly Hit[] {
    const hits: Hit[] = [];
    for (const { phrase, start, end } of this.phrases)
      if (start === at) hits.push({ concept: phrase.entry.concept, value: phrase.entry.value, start, end, cost: 0 });
    if (hits.length > 1) hits.sort((a, b) => b.end - a.end);
    const { entries, slip } = this.alone[at] ?? NO_SENSE;
    for (const { concept, value } of entries) hits.push({ concept, value, start: at, end: at + 1, cost: slip });
    return hits;
  }

  /** The words and phrases of the concept, by the place where they begin. */
  hitsOf(concept: Concept): readonly Hit[] {
    if (!this.has(concept)) return [];
    return this.tokens.flatMap((_, at) => this.hitsAt(at).filter((hit) => hit.concept === concept));
  }

  /** Whether the token begins a sentence, where a capital says nothing. */
  opens(at: number): boolean {
    return this.message.opens[at] === true;
  }

  /** A capital that says something. */
  capital(at: number): boolean {
    return this.capitals[at] === true;
  }

  /** A word that no list of this language holds. */
  unknown(at: number): boolean {
    return this.tokens[at]?.kind === 'word' && this.senses[at]?.kinds.isEmpty === true;
  }

  /** The words as typed, without the quotes around them. */
  slice(start: number, end: number): string {
    const first = this.tokens[start];
    const last = this.tokens[end - 1];
    if (!first || !last) return '';
    if (end - start === 1) return first.raw;
    return this.text.slice(first.start, last.end);
  }

  /** "the money", "my route": a small unknown word after an article is a thing, not a company. */
  isThing(at: number): boolean {
    const before = this.tokens[at - 1]?.fold ?? '';
    const plain = this.unknown(at) || this.trait(at, TRAIT.thing);
    return plain && this.tokens[at]?.capital === false && ARTICLES.has(before);
  }

  protected trait(at: number, trait: number): boolean {
    return ((this.senses[at]?.traits ?? 0) & trait) !== 0;
  }

  protected marked(at: number, trait: number): boolean {
    return ((this.marks[at] ?? 0) & trait) !== 0;
  }

  /** A capital somewhere in the words: more likely part of a name; German nouns have one anyway. */
  protected anyCapital(start: number, end: number): boolean {
    if (this.german) return false;
    for (let at = start; at < end; at += 1) if (this.capitals[at] === true) return true;
    return false;
  }

  /** "First Up Consultants": an ordinary word with a capital before another capital is the head of a name. */
  protected isHead(at: number): boolean {
    return this.trait(at, TRAIT.onlyCommon) && this.tokens[at]?.capital === true && this.capital(at + 1);
  }

  /** "Moneysupermarket.com Group PLC": an address is part of a name where a capital or a legal form stands beside it. */
  protected besideName(at: number): boolean {
    return [at - 1, at + 1].some(
      (near) => this.capital(near) || this.trait(near, TRAIT.legal) || this.tokens[near]?.raw === '(',
    );
  }

  /** "contoso.com, fabrikam.de and litware.nl": one of a list of addresses. */
  protected isListed(at: number): boolean {
    return [-1, 1].some((step) => {
      const join = this.tokens[at + step];
      const other = this.tokens[at + 2 * step]?.kind;
      const address = other === 'domain' || other === 'id' || other === 'quoted';
      return address && (join?.raw === ',' || LISTING.has(join?.fold ?? ''));
    });
  }

  /** A cue that is said twice: one of the two belongs to a name ("show Show & Tell"). */
  protected isRepeated(at: number): boolean {
    const word = this.tokens[at]?.fold;
    return this.tokens.some((token, other) => other !== at && token.fold === word);
  }

  private isCapital(token: Token, at: number): boolean {
    if (!token.capital || token.fold === 'i' || ABBREVIATIONS.has(token.fold)) return false;
    if (this.german && POLITE_YOU.has(token.fold)) return false;
    return this.opens(at) ? this.isInitials(token, at) : this.cased;
  }

  /** "HM Boats": capitals before a capital open a name, unless they are a word of a command. */
  private isInitials(token: Token, at: number): boolean {
    if (!/^\p{Lu}{2,4}$/u.test(token.raw) || SHOUTED.has(token.fold) || this.trait(at, TRAIT.cue)) return false;
    const next = this.tokens[at + 1];
    return next?.kind === 'word' && /^\p{Lu}.*\p{Ll}/u.test(next.raw);
  }

  /** "contoso us" is a company's branch, "pinecrest it services" has the trade in its name: what else is only a name. */
  private isByPlace(at: number): boolean {
    const before = at > 0 ? this.tokens[at - 1] : undefined;
    if (!before) return this.isTrade(at);
    const branch = this.tokens[at]?.fold === 'us' && before.kind === 'word' && this.alone[at - 1]?.kinds.isEmpty;
    return branch === true || this.isTrade(at) || this.isTrade(at - 1);
  }

  /** "Nehmen Sie": an unknown verb before the polite pronoun. */
  private isGermanOrder(at: number): boolean {
    const unknown = this.alone[at]?.kinds.isEmpty === true && this.tokens[at]?.kind === 'word';
    return unknown && this.german && this.tokens[at + 1]?.raw === 'Sie' && /[ent]$/.test(this.tokens[at]?.fold ?? '');
  }

  private isTrade(at: number): boolean {
    return at > 0 && this.tokens[at]?.fold === 'it' && TRADES.has(this.tokens[at + 1]?.fold ?? '');
  }

  private marksOf(): readonly number[] {
    const marks = this.alone.map((sense) => (sense.slip > 0 ? 0 : sense.traits & OF_WORD));
    for (const { phrase, start, end } of this.phrases) {
      const traits = phrase.sense.traits & OF_PHRASE;
      for (let at = start; traits !== 0 && at < end; at += 1) marks[at] = (marks[at] ?? 0) | traits;
    }
    return marks;
  }

  private allConcepts(): ConceptSet {
    let all = ConceptSet.EMPTY;
    for (const sense of this.alone) all = all.with(sense.kinds);
    for (const { phrase } of this.phrases) all = all.with(phrase.sense.kinds);
    return all;
  }
}

function withTimes(senses: readonly Sense[], times: readonly Found[]): readonly Sense[] {
  return senses.map((sense, at) => {
    const time = times.find((found) => found.start === at && found.end === at + 1);
    return time ? toSense([time.phrase.entry, ...sense.entries], sense.slip) : sense;
  });
}

/** Times of more than one word beside the phrases, by their beginning. */
function merged(phrases: readonly Found[], times: readonly Found[]): readonly Found[] {
  const long = times.filter((time) => time.end > time.start + 1);
  return long.length === 0 ? phrases : [...long, ...phrases].sort((a, b) => a.start - b.start);
}
