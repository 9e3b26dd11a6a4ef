import type { KnownNames } from './known-names';
import { spanKey } from './naming';
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
  return spans;
}

function isOwner(name: string): boolean {
  return name.endsWith("'") || name.endsWith("'s") || name.endsWith("'S");
}
