import type { CompiledLexicon } from './lexicon';
import type { HeardMessage } from './message';
import { TRAIT } from './sense';
import type { Token } from './token';
import { BORDER, INSIDE, markCost, MOST, NAME_TOKENS } from './weights';
import { Words } from './words';

/** A span of tokens, `start` to `end` (exclusive), packed for use as a key. */
export function spanKey(start: number, end: number): number {
  return start * 1024 + end;
}

export function spanOf(key: number): { readonly start: number; readonly end: number } {
  return { start: Math.floor(key / 1024), end: key % 1024 };
}

/** A span that can be the name of a company, and what it costs to take it so. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
  readonly cost: number;
}

/** What a token adds to a name, as bits. */
const ADDS = {
  /** Only a name has it. */
  solid: 1,
  common: 2,
  offtopic: 4,
  /** Quoted, a domain or an id: a name by itself. */
  address: 8,
  ampersand: 16,
  bracket: 32,
  capital: 64,
  /** A word in small letters that no list holds. */
  low: 128,
  thing: 256,
  /** A word for a thing: several of them are a name ("orchard lane school"). */
  noun: 512,
  legal: 1024,
} as const;

/** What it costs to take words of a message as a name. */
export class Naming extends Words {
  readonly knownSpans: ReadonlySet<number>;
  /** The spans that are believed to be a name at all, by their beginning. */
  readonly nameSpans: readonly NameSpan[];
  private readonly inside: number[] = [];
  /** Costs of a name that begins with the token, and of one that ends with it. */
  private readonly firsts: number[] = [];
  private readonly lasts: number[] = [];
  private readonly adds: number[] = [];
  private readonly bracketed: boolean;
  private readonly longest: number;
  /** Of each token, the costs of the names that begin with it, by length up to `longest`. */
  private readonly costs: number[] = [];

  constructor(message: HeardMessage, lexicon: CompiledLexicon) {
    super(message, lexicon);
    this.knownSpans = message.knownSpans;
    this.longest = Math.min(this.size, NAME_TOKENS);
    let all = 0;
    for (let at = 0; at < this.size; at += 1) {
      const token = this.tokens[at];
      if (token) all |= this.weigh(token, at);
    }
    this.bracketed = (all & ADDS.bracket) !== 0;
    this.nameSpans = this.allSpans();
  }

  knownName(start: number, end: number): boolean {
    return this.knownSpans.size > 0 && this.knownSpans.has(spanKey(start, end));
  }

  /** The cost of taking the span as the name of a company (or several); Infinity when it cannot be one. */
  name(start: number, end: number): number {
    if (end <= start || end - start > this.longest) return Infinity;
    return this.costs[start * this.longest + end - start - 1] ?? Infinity;
  }

  private weigh(token: Token, at: number): number {
    const adds = this.addsOf(token, at);
    this.adds.push(adds);
    this.inside.push(this.insideCost(token, at));
    this.firsts.push(canStand(token, '(') ? this.border(token, at, true) : Infinity);
    this.lasts.push(canStand(token, ')') ? this.border(token, at, false) : Infinity);
    return adds;
  }

  private addsOf(token: Token, at: number): number {
    const { kind, raw } = token;
    if (kind === 'mark') return raw === '&' || raw === '+' ? ADDS.ampersand : isBracket(raw) ? ADDS.bracket : 0;
    if (kind === 'arrow') return 0;
    const solidity = this.solidity(token, at);
    const capital = this.capital(at) ? ADDS.capital : 0;
    if (kind !== 'word') return solidity | capital | ADDS.address;
    if (capital > 0) return solidity | capital;
    if (this.trait(at, TRAIT.thing)) return solidity | ADDS.noun | (this.isThing(at) ? ADDS.thing : 0);
    if (!this.unknown(at)) return solidity;
    const low = this.cased && /^\p{Ll}+$/u.test(raw) ? ADDS.low : 0;
    return solidity | low | (this.isThing(at) ? ADDS.thing : 0);
  }

  private allSpans(): readonly NameSpan[] {
    const spans: NameSpan[] = [];
    for (let start = 0; start < this.size; start += 1) {
      for (let end = start + 1; end <= start + this.longest; end += 1) {
        const cost = end > this.size ? Infinity : this.nameCost(start, end);
        this.costs.push(cost);
        if (cost < MOST) spans.push({ start, end, cost });
      }
    }
    return spans;
  }

  private nameCost(start: number, end: number): number {
    const { adds, inside } = this;
    if (end === start + 1 && ((adds[start] ?? 0) & ADDS.address) !== 0) return 0;
    if (this.knownName(start, end)) return this.knownCost(start, end);
    let cost = (this.firsts[start] ?? Infinity) + (this.lasts[end - 1] ?? Infinity);
    if (cost === Infinity) return Infinity;
    let all = 0;
    let things = 0;
    for (let at = start; at < end; at += 1) {
      const add = adds[at] ?? 0;
      cost += inside[at] ?? 0;
      all |= add;
      if ((add & ADDS.noun) !== 0) things += 1;
    }
    const solid = (all & ADDS.solid) !== 0 || ((all & ADDS.legal) !== 0 && end - start > 1);
    if (!solid) cost += things > 1 ? BORDER.things : hollow(all);
    if (end - start > 1) cost += this.ragged(start, end);
    else if ((all & ADDS.thing) !== 0) cost += BORDER.thing;
    else if (this.trait(start, TRAIT.person)) cost += BORDER.person;
    if (start === 1 && this.isHead(0)) cost += BORDER.beheaded;
    if (this.bracketed && !this.isBalanced(start, end)) cost += BORDER.unbalanced;
    if ((((adds[start - 1] ?? 0) | (adds[end] ?? 0)) & ADDS.ampersand) !== 0) cost += BORDER.halved;
    return end - start > 6 ? cost + (end - start - 6) * BORDER.tooLong : cost;
  }

  private isBalanced(start: number, end: number): boolean {
    let depth = 0;
    for (let at = start; at < end; at += 1) {
      const raw = this.tokens[at]?.raw;
      if (raw === '(') depth += 1;
      else if (raw === ')') depth -= 1;
    }
    return depth === 0;
  }

  /** A known name is certain, but for a small word that happens to be the name of a company too. */
  private knownCost(start: number, end: number): number {
    if (end - start > 1 || ((this.adds[start] ?? 0) & ADDS.solid) !== 0) return -0.4 - 0.12 * (end - start);
    return this.trait(start, TRAIT.common) ? 0 : 0.4;
  }

  /** "assume Proseware": a small unknown word beside capitals is seldom part of the name. */
  private ragged(start: number, end: number): number {
    const { adds } = this;
    if ((((adds[start] ?? 0) | (adds[end - 1] ?? 0)) & ADDS.low) === 0) return 0;
    const beside = (adds[start + 1] ?? 0) | (adds[end - 2] ?? 0) | (end - start > 2 ? (adds[end - 1] ?? 0) : 0);
    return (beside & ADDS.capital) !== 0 ? BORDER.lowerBesideCapitals : 0;
  }

  private border(token: Token, at: number, first: boolean): number {
    if (this.german && first && this.trait(at, TRAIT.noun)) return BORDER.small;
    if (token.kind !== 'word' || this.capital(at)) return 0;
    if (this.unknown(at) || (!first && (this.trait(at, TRAIT.legal) || this.isNumber(token, at)))) return 0;
    if (first && token.fold === 'the') return BORDER.article;
    if (this.trait(at, TRAIT.alien) && !this.marked(at, TRAIT.warns)) return BORDER.alien;
    if (this.trait(at, TRAIT.small)) return BORDER.small;
    if (this.trait(at, TRAIT.thing)) return this.isStray(token, at) ? BORDER.common : 0;
    if (this.trait(at, TRAIT.common | TRAIT.offtopic)) return BORDER.common;
    return this.isRepeated(at) || this.isFirst(token, at) ? BORDER.common : BORDER.cue;
  }

  /** "Map Room Ltd status": the word of a command that opens the message may begin a name, if a capital follows. */
  private isFirst(token: Token, at: number): boolean {
    return token.capital && this.opens(at) && this.capital(at + 1);
  }

  /** An unknown word in small letters where names have capitals; "Hotel Miramar 1924" has a number. */
  private isStray(token: Token, at: number): boolean {
    return this.cased && !this.opens(at) && !(this.capital(at - 1) && /^\d{1,4}$/.test(token.raw));
  }

  /** "Cheddar Caves 2": the number is part of the name, though "2" is short for "to" as well. */
  protected isNumber(token: Token, at: number): boolean {
    return /^\d{1,4}$/.test(token.raw) && this.capital(at - 1);
  }

  private solidity(token: Token, at: number): number {
    if (this.german && this.trait(at, TRAIT.offtopic)) return ADDS.offtopic;
    if (token.kind !== 'word' || (this.capital(at) && !this.isGermanWord(at))) return ADDS.solid;
    if (!this.german && this.marked(at, TRAIT.strange) && !this.trait(at, TRAIT.cue)) return ADDS.offtopic;
    if (this.unknown(at)) return ADDS.solid;
    if (this.trait(at, TRAIT.legal)) return at > 0 && this.tokens[at - 1]?.kind === 'word' ? ADDS.legal : 0;
    if (this.trait(at, TRAIT.offtopic)) return ADDS.offtopic;
    return this.trait(at, TRAIT.common) && !this.trait(at, TRAIT.filler) ? ADDS.common : 0;
  }

  /** Every German noun has a capital: one that the lexicon knows is no name for that. */
  private isGermanWord(at: number): boolean {
    return this.german && this.trait(at, TRAIT.common) && !this.unknown(at);
  }

  private insideCost(token: Token, at: number): number {
    if (token.kind === 'mark') return markCost(token.raw);
    if (token.kind === 'arrow') return INSIDE.other;
    if (token.kind !== 'word')
      return this.isListed(at) ? INSIDE.join : this.besideName(at) ? INSIDE.dash : INSIDE.address;
    if (this.marked(at, TRAIT.product)) return INSIDE.product;
    if (this.trait(at, TRAIT.legal)) return this.trait(at, TRAIT.cue) ? 0.2 : 0;
    if (this.isNumber(token, at)) return 0;
    const slip = (this.alone[at]?.slip ?? 0) > 0;
    if (this.capital(at)) {
      if (this.unknown(at)) return INSIDE.capital;
      return this.trait(at, TRAIT.cue) && !slip ? INSIDE.capitalCue : INSIDE.capitalSmall;
    }
    if (this.unknown(at)) return this.isStray(token, at) ? INSIDE.unknownLowerAmongCapitals : INSIDE.unknown;
    if (slip) return 0.45;
    if (this.trait(at, TRAIT.alien)) return INSIDE.alien;
    if (this.trait(at, TRAIT.linkWord)) return INSIDE.connector;
    if (this.trait(at, TRAIT.offtopic)) return INSIDE.offtopic;
    if (this.trait(at, TRAIT.thing)) return this.isStray(token, at) ? INSIDE.common : INSIDE.thing;
    if (this.trait(at, TRAIT.cue)) return this.isRepeated(at) || this.isFirst(token, at) ? INSIDE.repeated : INSIDE.cue;
    return this.trait(at, TRAIT.small) ? INSIDE.small : INSIDE.common;
  }
}

function canStand({ kind, raw }: Token, bracket: string): boolean {
  return kind !== 'arrow' && (kind !== 'mark' || raw === bracket);
}

function isBracket(raw: string): boolean {
  return raw === '(' || raw === ')';
}

/** What a name costs that has nothing in it that only a name has. */
function hollow(adds: number): number {
  if ((adds & ADDS.offtopic) !== 0) return BORDER.onlyOfftopic;
  return (adds & ADDS.common) !== 0 ? BORDER.onlyCommon : BORDER.nothingSolid;
}
