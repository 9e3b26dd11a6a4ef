import type { KnownNames } from './known-names';
import { spanKey, spanOf } from './naming';
import type { Token } from './token';

/** Longest known name in tokens. */
const KNOWN_TOKENS = 10;

const NONE: ReadonlySet<number> = new Set();

/** Every span whose words are a known name, as typed or without a possessive 's. */
export function knownSpans(text: string, tokens: readonly Token[], known: KnownNames | undefined): ReadonlySet<number> {
  if (!known) return NONE;
  const spans = new Set<number>();
  tokens.forEach((first, start) => {
    if (first.kind === 'mark' || first.kind === 'arrow') return;
    for (let end = start + 1; end <= Math.min(tokens.length, start + KNOWN_TOKENS); end += 1) {
      const last = tokens[end - 1];
      if (!last || last.kind === 'arrow' || last.raw === '\n') break;
      if (last.kind === 'mark' && last.raw !== ')') continue;
      const name = end - start === 1 ? first.raw : text.slice(first.start, last.end);
      if (known.has(name) || (isOwner(name) && known.has(name.replace(/'s?$/i, '')))) spans.add(spanKey(start, end));
    }
  });
  return new Set([...spans].filter((key) => !hasLooseWord(tokens, spans, key)));
}

/** "für Contoso" is known too, because small words do not count there: the preposition is no part of the name. */
function hasLooseWord(tokens: readonly Token[], spans: ReadonlySet<number>, key: number): boolean {
  const { start, end } = spanOf(key);
  const isSmall = (at: number) => /^\p{Ll}/u.test(tokens[at]?.raw ?? '') && tokens[at]?.fold !== 'the';
  const rest = tokens.slice(start, end);
  if (!rest.some((token) => token.capital)) return false;
  return (
    (isSmall(start) && spans.has(spanKey(start + 1, end))) || (isSmall(end - 1) && spans.has(spanKey(start, end - 1)))
  );
}

function isOwner(name: string): boolean {
  return name.endsWith("'") || name.endsWith("'s") || name.endsWith("'S");
}
