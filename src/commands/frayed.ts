import { isJoinUnclear } from './companies';
import type { Match, PhrasePart } from './match';
import type { Sentence } from './sentence';

/** A name that may be cut wrongly, or is none: too risky to act on. */
export function isFrayed(sentence: Sentence, match: Match): boolean {
  return match.parts.some((part) => {
    if (part.slot === undefined || part.slot === 'REST' || sentence.knownName(part.start, part.end)) return false;
    if (part.slot === 'NAME' && isJoinUnclear(sentence, part)) return true;
    if (isCutOff(sentence, match, part)) return true;
    if (isNameLike(sentence, part)) return hasLooseEnd(sentence, part);
    return isSomething(sentence, part) || isClause(sentence, part);
  });
}

/** "alimentos d'oro", "Dunmore ducks": an unknown word beside the name that nothing else takes may belong to it. */
function isCutOff(sentence: Sentence, match: Match, part: PhrasePart): boolean {
  if (sentence.lexicon.language === 'es' && sentence.tokens[part.start - 1]?.raw.endsWith("'") === true) return true;
  const beside = [part.start - 1, part.end];
  return beside.some((at) => sentence.unknown(at) && !match.parts.some((other) => other.start <= at && at < other.end));
}

/** Capitals, a legal form, digits, quotes, an address: signs of a name. */
function isNameLike(sentence: Sentence, part: PhrasePart): boolean {
  return places(part).some((at) => {
    const token = sentence.tokens[at];
    return sentence.capital(at) || sentence.is(at, 'legal') || token?.kind !== 'word' || /\d/.test(token.raw);
  });
}

/** A name with capitals that begins or ends with a small unknown word. */
function hasLooseEnd(sentence: Sentence, part: PhrasePart): boolean {
  const lower = (at: number) =>
    sentence.unknown(at) && !sentence.capital(at) && /^\p{Ll}/u.test(sentence.tokens[at]?.raw ?? '');
  const capitals = places(part).some((at) => sentence.capital(at));
  return capitals && (lower(part.start) || lower(part.end - 1));
}

const ARTICLES = new Set(
  'the a an my our your his her its their this that these those some any der die das den dem ein eine einen mein meine le la les un une mon ma mes el los las mi mis de het een mijn'.split(
    ' ',
  ),
);

/** "follow the white rabbit", "watch my bag": a thing. */
function isSomething(sentence: Sentence, part: PhrasePart): boolean {
  const word = (at: number) => sentence.tokens[at]?.fold ?? '';
  return ARTICLES.has(word(part.start)) || ARTICLES.has(word(part.start - 1));
}

/** "stairs are wet": a sentence of its own. */
function isClause(sentence: Sentence, part: PhrasePart): boolean {
  return places(part)
    .slice(1)
    .some((at) => sentence.is(at, 'aux') || sentence.is(at, 'pronoun'));
}

function places(part: PhrasePart): readonly number[] {
  return Array.from({ length: part.end - part.start }, (_, index) => part.start + index);
}
