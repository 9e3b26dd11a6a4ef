import { beginsLower } from './characters';
import { timesIn } from './clock-time';
import type { Found } from './lexicon';
import type { Token } from './token';

const SENTENCE_END = new Set(['.', '?', '!', '…', ';', '"', '\n', '¿', '¡']);

/** One message as it was typed: what can be said of it before any language is tried. */
export class HeardMessage {
  readonly size: number;
  /** Tokens that begin a sentence, where a capital says nothing. */
  readonly opens: readonly boolean[];
  /** Whether capitals say anything: some words have them and some have not. */
  readonly cased: boolean;
  readonly times: readonly Found[];

  constructor(
    readonly text: string,
    readonly tokens: readonly Token[],
    /** Spans (by `spanKey`) that are the name of a known company. */
    readonly knownSpans: ReadonlySet<number>,
  ) {
    this.size = tokens.length;
    this.opens = tokens.map((_, at) => at === 0 || endsSentence(tokens[at - 1]));
    this.cased = isCased(tokens, this.opens);
    this.times = timesIn(tokens);
  }
}

function endsSentence(token: Token | undefined): boolean {
  return token?.kind === 'mark' && SENTENCE_END.has(token.raw);
}

function isCased(tokens: readonly Token[], opens: readonly boolean[]): boolean {
  let upper = 0;
  let lower = tokens[0]?.kind === 'word' && !tokens[0].capital ? 1 : 0;
  tokens.forEach((token, at) => {
    if (token.kind !== 'word' || opens[at] === true || isI(token)) return;
    if (token.capital) upper += 1;
    else if (beginsLower(token.raw)) lower += 1;
  });
  return upper > 0 && lower > 0;
}

/** "I", "I'm": a capital that everybody writes. */
function isI(token: Token): boolean {
  return token.fold === 'i' || (token.raw[1] === "'" && token.fold.startsWith('i'));
}
