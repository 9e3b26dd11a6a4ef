import { isJoinUnclear } from './companies';
import type { Match } from './match';
import type { Sentence } from './sentence';

/** A name with capitals that begins or ends with a small unknown word may be cut wrongly: too risky to act on. */
export function isFrayed(sentence: Sentence, match: Match): boolean {
  const lower = (at: number) =>
    sentence.unknown(at) && !sentence.capital(at) && /^\p{Ll}/u.test(sentence.tokens[at]?.raw ?? '');
  return match.parts.some((part) => {
    if (part.slot === undefined || part.slot === 'REST' || sentence.knownName(part.start, part.end)) return false;
    if (part.slot === 'NAME' && isJoinUnclear(sentence, part)) return true;
    const capitals = sentence.tokens
      .slice(part.start, part.end)
      .some((_, index) => sentence.capital(part.start + index));
    if (capitals && (lower(part.start) || lower(part.end - 1))) return true;
    return part.end - part.start <= 2 && sentence.isThing(part.end - 1);
  });
}
