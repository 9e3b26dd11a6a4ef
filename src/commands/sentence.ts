import type { Concept } from './concept';
import type { CompiledLexicon, Hit } from './lexicon';
import type { Token } from './token';
import { BORDER, FORBIDDEN, INSIDE, leftOver, markCost, NAME_TOKENS, OUTSIDE, SKIP, SMALL } from './weights';
import { Words } from './words';

/** How the costs of words outside names are counted: a reading that changes something forgives less. */
export type Strictness = 'reading' | 'changing';

/** A span of tokens, `start` to `end` (exclusive), packed for use as a key. */
export function spanKey(start: number, end: number): number {
  return start * 1024 + end;
}

const WARNINGS: ReadonlySet<Concept> = new Set<Concept>(['risk', 'howto', 'mayi', 'why']);
const OPPOSITES: ReadonlySet<Concept> = new Set<Concept>(['stop', 'off', 'nomore', 'neg', 'unmap', 'unwatch', 'mute']);
const BREAK = new Set(['.', '?', '!', '…', ':', ';', ',', '-', '–', '—', '|', '/', '\n', '•', '¿', '¡']);

/** One message read with the words of one language: what each token can be, and what it costs to take it so. */
export class Sentence extends Words {
  private readonly inside: readonly number[];
  /** Tokens of words that ask, deny or report. */
  readonly warned: readonly boolean[];
  /** Tokens of words that turn a command into another one. */
  private readonly opposed: readonly boolean[];
  private readonly outsides: Readonly<Record<Strictness, readonly number[]>>;
  private readonly skips: Readonly<Record<Strictness, readonly number[]>>;
  /** Costs of names, computed when asked for: NaN until then. */
  private readonly names: Float64Array;

  constructor(
    text: string,
    tokens: readonly Token[],
    lexicon: CompiledLexicon,
    /** Spans (by `spanKey`) that are the name of a known company. */
    readonly knownSpans: ReadonlySet<number>,
    /** Tokens that warn in another language. */
    warnedElsewhere: readonly boolean[] = [],
  ) {
    super(text, tokens, lexicon);
    this.names = new Float64Array(this.size * (NAME_TOKENS + 1)).fill(NaN);
    this.inside = tokens.map((token, at) => this.insideCost(token, at));
    this.warned = this.covered(WARNINGS).map((warned, at) => warned || warnedElsewhere[at] === true);
    this.opposed = this.covered(OPPOSITES);
    this.outsides = { reading: this.outsideCosts('reading'), changing: this.outsideCosts('changing') };
    this.skips = { reading: this.skipCosts('reading'), changing: this.skipCosts('changing') };
  }

  /** The cost of taking the token as no part of the command. */
  outside(at: number, strictness: Strictness): number {
    return this.outsides[strictness][at] ?? 0;
  }

  /** A phrase of small words taken whole: cheap, unless it asks or denies where that must not be. */
  phraseOutside(hit: Hit, strictness: Strictness): number | undefined {
    const capital = this.anyCapital(hit) ? OUTSIDE.capital : 0;
    if (hit.concept === 'polite') return leftOver('polite') + capital;
    if (strictness === 'changing' && (hit.concept === 'risk' || this.anyRisk(hit))) return FORBIDDEN;
    if (hit.concept === 'product') return leftOver('product');
    return hit.concept === 'filler' || hit.concept === 'noun' ? leftOver(hit.concept) + capital : undefined;
  }

  private anyRisk(hit: Hit): boolean {
    for (let at = hit.start; at < hit.end; at += 1) if (this.warned[at] === true) return true;
    return false;
  }

  /** Whether a clause begins at this token or the message ends before it. */
  isBoundary(at: number): boolean {
    if (at === 0 || at === this.size) return true;
    const before = this.tokens[at - 1];
    if (before?.kind === 'mark' && BREAK.has(before.raw)) return before.raw !== ',' || !this.is(at, 'legal');
    return (this.hits[at] ?? []).some((hit) => hit.concept === 'conj');
  }

  /** The cost of leaving out whole clauses, from the start to `at`. */
  skip(at: number, strictness: Strictness): number {
    return this.skips[strictness][at] ?? 0;
  }

  knownName(start: number, end: number): boolean {
    return this.knownSpans.has(spanKey(start, end));
  }

  /** The cost of taking the span as the name of a company (or several); Infinity when it cannot be one. */
  name(start: number, end: number): number {
    if (end <= start || end - start > NAME_TOKENS || end > this.size) return Infinity;
    const cell = start * (NAME_TOKENS + 1) + end - start;
    const before = this.names[cell] ?? NaN;
    if (!Number.isNaN(before)) return before;
    const cost = this.nameCost(start, end);
    this.names[cell] = cost;
    return cost;
  }

  private nameCost(start: number, end: number): number {
    const first = this.tokens[start];
    const last = this.tokens[end - 1];
    if (!first || !last) return Infinity;
    if (end - start === 1 && (first.kind === 'quoted' || first.kind === 'domain' || first.kind === 'id')) return 0;
    if (this.knownSpans.has(spanKey(start, end))) return this.knownCost(start, end);
    if (!this.canBegin(start) || !this.canEnd(end - 1)) return Infinity;
    let cost = this.border(start, true) + this.border(end - 1, false);
    let solid = 0;
    let common = 0;
    let offtopic = 0;
    let depth = 0;
    for (let at = start; at < end; at += 1) {
      cost += this.inside[at] ?? 0;
      const raw = this.tokens[at]?.raw;
      if (raw === '(') depth += 1;
      else if (raw === ')') depth -= 1;
      const kind = this.solidity(at);
      if (kind === 'solid') solid += 1;
      else if (kind === 'common') common += 1;
      else if (kind === 'offtopic') offtopic += 1;
    }
    if (solid === 0) cost += offtopic > 0 ? BORDER.onlyOfftopic : common > 0 ? BORDER.onlyCommon : BORDER.nothingSolid;
    if (end - start > 1) cost += this.ragged(start, end);
    if (end - start === 1 && this.isThing(start)) cost += BORDER.thing;
    if (start === 1 && this.isHead(0)) cost += BORDER.beheaded;
    if (depth !== 0) cost += BORDER.unbalanced;
    if (isAmpersand(this.tokens[start - 1]) || isAmpersand(this.tokens[end])) cost += BORDER.halved;
    return cost + Math.max(0, end - start - 6) * BORDER.tooLong;
  }

  /** A known name is certain, but for a small word that happens to be the name of a company too. */
  private knownCost(start: number, end: number): number {
    if (end - start > 1 || this.solidity(start) === 'solid') return -0.4 - 0.12 * (end - start);
    return this.is(start, 'common') ? 0 : 0.4;
  }

  /** "assume Proseware": a small unknown word beside capitals is seldom part of the name. */
  private ragged(start: number, end: number): number {
    const small = (at: number) => this.cased && this.unknown(at) && /^\p{Ll}+$/u.test(this.tokens[at]?.raw ?? '');
    const capitals = this.capital(start + 1) || this.capital(end - 2) || (end - start > 2 && this.capital(end - 1));
    return capitals && (small(start) || small(end - 1)) ? BORDER.lowerBesideCapitals : 0;
  }

  private canBegin(at: number): boolean {
    const token = this.tokens[at];
    return token?.kind !== 'arrow' && (token?.kind !== 'mark' || token.raw === '(');
  }

  private canEnd(at: number): boolean {
    const token = this.tokens[at];
    return token?.kind !== 'arrow' && (token?.kind !== 'mark' || token.raw === ')');
  }

  private border(at: number, first: boolean): number {
    const token = this.tokens[at];
    if (this.lexicon.language === 'de' && first && this.is(at, 'noun')) return BORDER.small;
    if (token?.kind !== 'word' || this.capital(at)) return 0;
    if (this.unknown(at) || (this.is(at, 'legal') && !first)) return 0;
    if (first && token.fold === 'the') return BORDER.article;
    if (this.isSmall(at)) return BORDER.small;
    if (this.is(at, 'common') || this.is(at, 'offtopic')) return BORDER.common;
    return this.isRepeated(at) ? BORDER.common : BORDER.cue;
  }

  private insideCost(token: Token, at: number): number {
    if (token.kind === 'quoted' || token.kind === 'domain' || token.kind === 'id')
      return this.besideName(at) ? INSIDE.dash : INSIDE.address;
    if (token.kind === 'arrow') return INSIDE.other;
    if (token.kind === 'mark') return markCost(token.raw);
    if (this.inProduct(at)) return INSIDE.product;
    if (this.is(at, 'legal')) return this.isCue(at) ? 0.2 : 0;
    const capital = this.capital(at);
    if (this.unknown(at))
      return capital
        ? INSIDE.capital
        : this.cased && !this.opens(at)
          ? INSIDE.unknownLowerAmongCapitals
          : INSIDE.unknown;
    if (capital) return this.isCue(at) && !this.slips[at] ? INSIDE.capitalCue : INSIDE.capitalSmall;
    if (this.slips[at] === true) return 0.45;
    if (this.is(at, 'link-word')) return INSIDE.connector;
    if (this.is(at, 'offtopic')) return INSIDE.offtopic;
    if (this.isCue(at)) return this.isRepeated(at) ? INSIDE.repeated : INSIDE.cue;
    return this.isSmall(at) ? INSIDE.small : INSIDE.common;
  }

  private outsideCosts(strictness: Strictness): readonly number[] {
    return this.tokens.map((token, at) => {
      if (token.kind === 'quoted') return OUTSIDE.quoted;
      if (token.kind === 'domain' || token.kind === 'id') return OUTSIDE.address;
      if (token.kind === 'arrow') return OUTSIDE.arrow;
      if (strictness === 'changing' && this.warned[at] === true) return FORBIDDEN;
      if (token.kind === 'mark')
        return '&+()'.includes(token.raw)
          ? OUTSIDE.join
          : this.kinds[at]?.size === 0
            ? OUTSIDE.mark
            : this.wordOutside(at);
      const cost = this.wordOutside(at);
      if (strictness === 'reading') return cost;
      return Math.max(cost * OUTSIDE.strict, this.opposed[at] === true ? OUTSIDE.opposed : 0);
    });
  }

  private wordOutside(at: number): number {
    if (this.unknown(at)) {
      if (this.capital(at)) return OUTSIDE.unknownCapital;
      return /^\d+$/.test(this.tokens[at]?.fold ?? '') ? 0.5 : OUTSIDE.unknown;
    }
    const kinds = [...(this.kinds[at] ?? [])];
    const small = kinds.filter((kind) => SMALL.has(kind) && kind !== 'risk' && kind !== 'conj');
    const counted = small.length > 0 ? small : kinds;
    const cost = small.length > 0 ? Math.min(...counted.map(leftOver)) : Math.max(0, ...counted.map(leftOver));
    return (
      Math.max(cost, this.strange[at] === true ? OUTSIDE.strange : 0) +
      (this.capital(at) && this.lexicon.language !== 'de' ? OUTSIDE.capital : 0)
    );
  }

  private skipCosts(strictness: Strictness): readonly number[] {
    const costs = [0];
    let done = 0;
    let outside = 0;
    let cues = 0;
    let danger = 0;
    for (let at = 0; at < this.size; at += 1) {
      const cost = this.outside(at, strictness);
      outside += cost;
      danger = Math.max(danger, cost >= FORBIDDEN ? cost : 0);
      if (this.unknown(at))
        cues += this.isRepeated(at) ? 0 : this.tokens[at]?.capital === true ? SKIP.unknownCap : SKIP.unknown;
      else if (this.tokens[at]?.kind !== 'word') cues += Math.min(cost, 1.2);
      else if (this.isCue(at) && !this.isSmall(at)) cues += Math.min(cost, 1.5);
      if (!this.isBoundary(at + 1)) {
        costs.push(Infinity);
        continue;
      }
      done += Math.min(outside, SKIP.clause + SKIP.cues * cues + danger);
      costs.push(done);
      outside = cues = danger = 0;
    }
    return costs;
  }
}

function isAmpersand(token: Token | undefined): boolean {
  return token?.raw === '&' || token?.raw === '+';
}
