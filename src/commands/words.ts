import type { Concept } from './concept';
import type { CompiledLexicon, Hit } from './lexicon';
import type { Token } from './token';
import { KINDS, SMALL } from './weights';

/** Written in capitals by habit: they say nothing of names. */
const ABBREVIATIONS = new Set(['url', 'urls', 'sku', 'skus']);
const NATURALLY_CAPITAL: ReadonlySet<Concept> = new Set<Concept>(['weekday', 'langname', 'product']);
const STRANGE: ReadonlySet<Concept> = new Set<Concept>(['offtopic', 'unwatch', 'unmap', 'undothat']);
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
const ARTICLES = new Set('the a an my some any his her their das ein eine un une una het een'.split(' '));
const SENTENCE_END = new Set(['.', '?', '!', '…', ';', '"', '\n']);

/** What each token of a message can be in one language. */
export class Words {
  readonly hits: readonly (readonly Hit[])[];
  readonly size: number;
  /** Whether capitals say anything: some words have them and some have not. */
  readonly cased: boolean;
  protected readonly kinds: readonly ReadonlySet<Concept>[];
  protected readonly slips: readonly boolean[];
  /** Tokens of a phrase that cannot be passed over ("in the office", "no need to watch"), whatever its words say. */
  protected readonly strange: readonly boolean[];
  private readonly present = new Set<Concept>();

  constructor(
    readonly text: string,
    readonly tokens: readonly Token[],
    readonly lexicon: CompiledLexicon,
  ) {
    this.size = tokens.length;
    this.hits = lexicon.find(tokens);
    this.kinds = tokens.map((_, at) => new Set(this.kindsOf(at)));
    this.slips = tokens.map((_, at) => this.singles(at).some((hit) => hit.cost > 0));
    this.strange = this.covered(STRANGE, 2);
    for (const list of this.hits) for (const hit of list) this.present.add(hit.concept);
    this.cased = isCased(tokens, (at) => this.opens(at));
  }

  has(concept: Concept): boolean {
    return this.present.has(concept);
  }

  is(at: number, concept: Concept): boolean {
    return this.kinds[at]?.has(concept) === true;
  }

  /** A capital somewhere in the words found: more likely part of a name; German nouns have one anyway. */
  anyCapital(hit: Hit): boolean {
    if (this.lexicon.language === 'de' || NATURALLY_CAPITAL.has(hit.concept)) return false;
    for (let at = hit.start; at < hit.end; at += 1) if (this.capital(at)) return true;
    return false;
  }

  /** The tokens that belong to a word or phrase of one of the concepts. */
  protected covered(concepts: ReadonlySet<Concept>, fewest = 1): readonly boolean[] {
    const covered = this.tokens.map(() => false);
    for (const list of this.hits) {
      for (const hit of list) {
        if (hit.cost > 0 || hit.end - hit.start < fewest || !concepts.has(hit.concept)) continue;
        covered.fill(true, hit.start, hit.end);
      }
    }
    return covered;
  }

  /** Whether the token begins a sentence, where a capital says nothing. */
  opens(at: number): boolean {
    const before = this.tokens[at - 1];
    return at === 0 || (before?.kind === 'mark' && SENTENCE_END.has(before.raw));
  }

  /** A capital that says something. */
  capital(at: number): boolean {
    const token = this.tokens[at];
    if (token?.capital !== true || token.fold === 'i' || ABBREVIATIONS.has(token.fold)) return false;
    return this.opens(at) ? this.isInitials(at) : this.cased;
  }

  /** "HM Boats": capitals before a capital open a name, unless they are a word of a command. */
  private isInitials(at: number): boolean {
    const token = this.tokens[at];
    if (!token || !/^\p{Lu}{2,4}$/u.test(token.raw) || SHOUTED.has(token.fold) || this.isCue(at)) return false;
    const next = this.tokens[at + 1];
    return next?.kind === 'word' && /^\p{Lu}.*\p{Ll}/u.test(next.raw);
  }

  /** A word that no list of this language holds. */
  unknown(at: number): boolean {
    return this.tokens[at]?.kind === 'word' && this.kinds[at]?.size === 0;
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
    const token = this.tokens[at];
    const before = this.tokens[at - 1]?.fold ?? '';
    return token?.kind === 'word' && this.unknown(at) && !/^\p{Lu}/u.test(token.raw) && ARTICLES.has(before);
  }

  /** "First Up Consultants": an ordinary word with a capital before another capital is the head of a name. */
  protected isHead(at: number): boolean {
    const kinds = this.kinds[at];
    const ordinary = kinds?.size === 1 && kinds.has('common');
    return ordinary && this.tokens[at]?.capital === true && this.capital(at + 1);
  }

  protected solidity(at: number): 'solid' | 'common' | 'offtopic' | 'small' {
    const token = this.tokens[at];
    if (!token || token.kind === 'mark' || token.kind === 'arrow') return 'small';
    if (this.lexicon.language === 'de' && this.is(at, 'offtopic')) return 'offtopic';
    if (token.kind !== 'word' || this.capital(at)) return 'solid';
    if (this.strange[at] === true && this.lexicon.language !== 'de' && !this.isCue(at)) return 'offtopic';
    if (this.unknown(at) || this.is(at, 'legal')) return 'solid';
    if (this.is(at, 'offtopic')) return 'offtopic';
    return this.is(at, 'common') && !this.is(at, 'filler') ? 'common' : 'small';
  }

  /** "contoso us" is a company's branch: `us` after a word that only a name can be is part of the name. */
  protected kindsOf(at: number): readonly Concept[] {
    const before = at > 0 ? this.tokens[at - 1] : undefined;
    const branch = this.tokens[at]?.fold === 'us' && before?.kind === 'word' && this.singles(at - 1).length === 0;
    return branch || this.inTrade(at) ? [] : this.singles(at).map((hit) => hit.concept);
  }

  /** "pinecrest it services": the trade in a company's name. */
  private inTrade(at: number): boolean {
    const trade = (first: number) =>
      first > 0 && this.tokens[first]?.fold === 'it' && TRADES.has(this.tokens[first + 1]?.fold ?? '');
    return trade(at) || trade(at - 1);
  }

  protected singles(at: number): readonly Hit[] {
    return (this.hits[at] ?? []).filter((hit) => hit.end === at + 1);
  }

  protected isSmall(at: number): boolean {
    const kinds = this.kinds[at];
    return kinds !== undefined && [...kinds].some((kind) => SMALL.has(kind));
  }

  protected isCue(at: number): boolean {
    const kinds = this.kinds[at];
    return kinds !== undefined && [...kinds].some((kind) => !KINDS.has(kind));
  }

  /** Part of the name of a Microsoft product, which says where or what, not who. */
  protected inProduct(at: number): boolean {
    for (let start = Math.max(0, at - 4); start <= at; start += 1) {
      if (this.hits[start]?.some((hit) => hit.concept === 'product' && hit.end > at && hit.end > start + 1) === true)
        return true;
    }
    return false;
  }

  /** "Moneysupermarket.com Group PLC": an address is part of a name where a capital or a legal form stands beside it. */
  protected besideName(at: number): boolean {
    return [at - 1, at + 1].some(
      (near) => this.capital(near) || this.is(near, 'legal') || this.tokens[near]?.raw === '(',
    );
  }

  /** A cue that is said twice: one of the two belongs to a name ("show Show & Tell"). */
  protected isRepeated(at: number): boolean {
    const word = this.tokens[at]?.fold;
    return this.tokens.some((token, other) => other !== at && token.fold === word);
  }
}

function isCased(tokens: readonly Token[], opens: (at: number) => boolean): boolean {
  let upper = 0;
  let lower = 0;
  tokens.forEach((token, at) => {
    if (token.kind !== 'word' || opens(at) || token.fold === 'i' || /^i'/i.test(token.raw)) return;
    if (token.capital) upper += 1;
    else if (/^\p{Ll}/u.test(token.raw)) lower += 1;
  });
  const opening = tokens[0]?.kind === 'word' && !tokens[0].capital ? 1 : 0;
  return upper > 0 && lower + opening > 0;
}
