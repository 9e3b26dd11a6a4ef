import type { Concept } from './concept';
import type { ConceptSet } from './concept-set';
import type { CompiledLexicon, Found } from './lexicon';
import type { HeardMessage } from './message';
import { Naming } from './naming';
import { SearchRows } from './rows';
import type { SenseEntry } from './sense';
import { TRAIT } from './sense';
import type { Token } from './token';
import { FORBIDDEN, leftOver, OUTSIDE, SKIP } from './weights';

export { spanKey } from './naming';

/** How the costs of words outside names are counted: a reading that changes something forgives less. */
export type Strictness = 'reading' | 'changing';

/** Words of the message that an element of a frame may take. */
export interface Arc {
  readonly start: number;
  readonly end: number;
  readonly kinds: ConceptSet;
  readonly cost: number;
}

/** A phrase of small words that is left out whole. */
export interface SentencePass {
  readonly start: number;
  readonly end: number;
  readonly cost: number;
}

/** What it costs to leave out what the command does not need. */
export interface Prices {
  /** Each token. */
  readonly outside: readonly number[];
  /** Phrases that are cheaper whole than word by word, by their beginning. */
  readonly passes: readonly SentencePass[];
  /** All clauses from the start to the token; Infinity where none ends. */
  readonly skip: readonly number[];
  /** Whether clauses between the parts of the command may be left out as well. */
  readonly between: boolean;
}

const ENDS = new Set(['.', '?', '!', '\n']);
const JOINS = new Set(['&', 'and', 'n', '+', 'und', 'et', 'y', 'en']);

/** Phrases that are cheaper whole than word by word. */
const LEFT_WHOLE: ReadonlySet<Concept> = new Set<Concept>([
  'polite',
  'product',
  'filler',
  'noun',
  'greeting',
  'thanks',
]);

const BREAK = new Set(['.', '?', '!', '…', ':', ';', ',', '-', '–', '—', '|', '/', '\n', '•', '¿', '¡']);

/** One message read with the words of one language: what each token can be, and what it costs to take it so. */
export class Sentence extends Naming {
  readonly arcs: readonly Arc[];
  /** Tokens at which a clause begins, and the end of the message. */
  readonly boundaries: readonly number[];
  private readonly searches: Partial<Record<Strictness, SearchRows>> = {};

  constructor(
    message: HeardMessage,
    lexicon: CompiledLexicon,
    /** The same message in a language whose warnings count here too. */
    private readonly elsewhere?: Sentence,
  ) {
    super(message, lexicon);
    this.arcs = this.allArcs();
    const boundaries: number[] = [];
    for (let at = 0; at <= this.size; at += 1) if (this.isBoundary(at)) boundaries.push(at);
    this.boundaries = boundaries;
  }

  /** Room for the search; what one frame left there is overwritten by the next. */
  rows(strictness: Strictness): SearchRows {
    return (this.searches[strictness] ??= new SearchRows(this, this.pricesFor(strictness)));
  }

  /** The first thing that the words can stand for, of those that are asked for. */
  entryAt(start: number, end: number, concepts: ConceptSet): SenseEntry | undefined {
    if (end === start + 1) return this.alone[start]?.entries.find((entry) => concepts.has(entry.concept));
    return this.phrases.find(
      (found) => found.start === start && found.end === end && concepts.has(found.phrase.entry.concept),
    )?.phrase.entry;
  }

  private pricesFor(strictness: Strictness): Prices {
    const outside = this.tokens.map((token, at) => this.outsideCost(token, at, strictness));
    const passes: SentencePass[] = [];
    for (const found of this.phrases) {
      const cost = this.passCost(found, strictness);
      if (cost < FORBIDDEN) passes.push({ start: found.start, end: found.end, cost });
    }
    return { outside, passes, skip: this.skipCosts(outside), between: strictness === 'reading' };
  }

  private allArcs(): readonly Arc[] {
    const arcs: Arc[] = [];
    for (const { phrase, start, end } of this.phrases) {
      const { kinds, natural } = phrase.sense;
      const capital = natural.isEmpty && this.anyCapital(start, end);
      arcs.push({ start, end, kinds, cost: capital ? 0.4 : 0 });
    }
    for (let at = 0; at < this.size; at += 1) {
      const sense = this.alone[at];
      if (!sense || sense.kinds.isEmpty) continue;
      const { kinds, natural, slip } = sense;
      const capital = !this.german && this.capital(at);
      arcs.push({ start: at, end: at + 1, kinds, cost: slip + (capital ? (slip > 0 ? 1.5 : 0.4) : 0) });
      if (capital && !natural.isEmpty) arcs.push({ start: at, end: at + 1, kinds: natural, cost: slip });
    }
    return arcs;
  }

  /** A phrase of small words taken whole: cheap, unless it asks or denies where that must not be. */
  private passCost({ phrase, start, end }: Found, strictness: Strictness): number {
    const { concept } = phrase.entry;
    if (!LEFT_WHOLE.has(concept)) return FORBIDDEN;
    if (concept !== 'polite' && strictness !== 'reading' && this.isWarned(start, end)) return FORBIDDEN;
    return leftOver(concept) + (concept !== 'product' && this.anyCapital(start, end) ? OUTSIDE.capital : 0);
  }

  private isWarned(start: number, end: number): boolean {
    for (let at = start; at < end; at += 1) if (this.warnedAt(at)) return true;
    return false;
  }

  /** Whether the token belongs to words that ask, deny or report. */
  private warnedAt(at: number): boolean {
    return this.marked(at, TRAIT.warns) || this.elsewhere?.warnedAt(at) === true;
  }

  private isBoundary(at: number): boolean {
    if (at === 0 || at === this.size) return true;
    const before = this.tokens[at - 1];
    if (before?.kind === 'mark' && BREAK.has(before.raw)) return before.raw !== ',' || !this.trait(at, TRAIT.legal);
    if (((this.alone[at]?.traits ?? 0) & TRAIT.conj) !== 0) return true;
    return this.phrases.some((found) => found.start === at && found.phrase.entry.concept === 'conj');
  }

  private outsideCost(token: Token, at: number, strictness: Strictness): number {
    if (token.kind === 'quoted') return OUTSIDE.quoted;
    if (token.kind === 'domain' || token.kind === 'id') return OUTSIDE.address;
    if (token.kind === 'arrow') return OUTSIDE.arrow;
    if (strictness !== 'reading' && this.warnedAt(at)) return FORBIDDEN;
    if (token.kind === 'mark') {
      if ('&+()'.includes(token.raw)) return OUTSIDE.join;
      return this.senses[at]?.kinds.isEmpty === true ? OUTSIDE.mark : this.wordOutside(at);
    }
    const cost = this.wordOutside(at);
    if (strictness === 'reading') return this.isLow(at) ? Math.min(cost, OUTSIDE.unknownLow) : cost;
    if (this.marked(at, TRAIT.opposes)) return Math.max(cost * OUTSIDE.strict, OUTSIDE.opposed);
    return Math.max(cost * OUTSIDE.strict, this.trait(at, TRAIT.ordinary) ? OUTSIDE.ordinary : 0);
  }

  /** "smith n co": a legal form after a name belongs to it. */
  private isLegalEnd(at: number): boolean {
    if (!this.trait(at, TRAIT.legal)) return false;
    const before = JOINS.has(this.tokens[at - 1]?.fold ?? '') ? at - 2 : at - 1;
    return before >= 0 && (this.unknown(before) || this.capital(before));
  }

  /** An unknown word in small letters, where names have capitals. */
  private isLow(at: number): boolean {
    return this.cased && !this.opens(at) && this.unknown(at) && !this.capital(at);
  }

  private wordOutside(at: number): number {
    if (this.unknown(at)) {
      if (this.capital(at)) return OUTSIDE.unknownCapital;
      return /^\d+$/.test(this.tokens[at]?.fold ?? '') ? 0.5 : OUTSIDE.unknown;
    }
    const token = this.tokens[at];
    if (token && this.isNumber(token, at)) return OUTSIDE.number;
    // "Graham Masonry": a first name before a capital is the head of a name.
    if (this.trait(at, TRAIT.person) && this.capital(at + 1)) return OUTSIDE.unknownCapital;
    const cost = Math.max(this.senses[at]?.outside ?? 0, this.isLegalEnd(at) ? OUTSIDE.legal : 0);
    return (
      Math.max(cost, this.marked(at, TRAIT.strange) ? OUTSIDE.strange : 0) +
      (!this.german && this.capital(at) ? OUTSIDE.capital : 0)
    );
  }

  private skipCosts(outside: readonly number[]): readonly number[] {
    const costs = [0];
    let done = 0;
    let words = 0;
    let cues = 0;
    let danger = 0;
    let next = 1;
    for (let at = 0; at < this.size; at += 1) {
      const cost = outside[at] ?? 0;
      words += cost;
      danger = Math.max(danger, cost >= FORBIDDEN ? cost : 0);
      cues += this.cueCost(at, cost);
      if (this.boundaries[next] !== at + 1) {
        costs.push(Infinity);
        continue;
      }
      next += 1;
      const clause = ENDS.has(this.tokens[at]?.raw ?? '') ? SKIP.sentence : SKIP.clause;
      done += Math.min(words, clause + SKIP.cues * cues + danger);
      costs.push(done);
      words = cues = danger = 0;
    }
    return costs;
  }

  /** How much a word says against leaving out the clause that it stands in. */
  private cueCost(at: number, outside: number): number {
    const token = this.tokens[at];
    if (this.unknown(at)) return this.isRepeated(at) ? 0 : token?.capital === true ? SKIP.unknownCap : SKIP.unknown;
    if (token?.kind !== 'word') return Math.min(outside, 1.2);
    return this.trait(at, TRAIT.cue) && !this.trait(at, TRAIT.small) ? Math.min(outside, 1.5) : 0;
  }
}
